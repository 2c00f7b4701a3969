package dev.incidentkit.core.definition;

import dev.incidentkit.core.calendar.CalendarExhaustedException;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Direction;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.HoldSpell;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Resolution;
import dev.incidentkit.core.incident.UnmetKind;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkEvent;
import dev.incidentkit.core.lifecycle.Transition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reminders to whoever incidents wait for, and the resolution after the last one. */
final class FollowUps {
    private final ProcessDefinition definition;

    FollowUps(ProcessDefinition definition) {
        this.definition = definition;
    }

    private @Nullable FollowUpRule rule(Incident incident) {
        HoldReason reason = incident.holdReason().orElse(null);
        for (FollowUpRule rule : definition.followUps()) {
            if (rule.reason().equals(reason)) {
                return rule;
            }
        }
        return null;
    }

    /** When the next step falls due; null where there is none, or the resolution would lack something. */
    @Nullable
    Instant due(Incident incident) {
        FollowUpRule rule = rule(incident);
        List<HoldSpell> holds = incident.holds();
        if (rule == null || holds.isEmpty()) {
            return null;
        }
        try {
            Instant due = rule.due(holds.get(holds.size() - 1).from(), incident.followUps());
            return incident.followUps() < rule.times() || canResolve(incident, rule, due) ? due : null;
        } catch (CalendarExhaustedException e) {
            return null;
        }
    }

    private boolean canResolve(Incident incident, FollowUpRule rule, Instant at) {
        CommandContext context = CommandContext.of(Actor.SYSTEM, at);
        return definition
                        .lifecycle()
                        .transition(incident.status(), Action.RESOLVE)
                        .isPresent()
                && definition.lifecycle().check(incident, command(incident, rule), context).stream()
                        .allMatch(unmet -> unmet.kind() == UnmetKind.PERMISSION);
    }

    private static LifecycleCommand.Resolve command(Incident incident, FollowUpRule rule) {
        Category category = incident.category().isPresent() ? null : rule.category();
        return new LifecycleCommand.Resolve(
                category, new Resolution(rule.code(), PersonalText.of(rule.note()), rule.method()));
    }

    @Nullable
    IncidentEvent event(Incident incident, EventMeta meta) {
        FollowUpRule rule = rule(incident);
        if (rule == null) {
            return null;
        }
        if (incident.followUps() < rule.times()) {
            return new WorkEvent.Communicated(
                    meta,
                    Direction.OUTBOUND,
                    incident.channel().orElse(Channel.MAIL),
                    rule.reason().name(),
                    PersonalText.of(rule.text()),
                    Visibility.CUSTOMER);
        }
        Transition step = definition
                .lifecycle()
                .transition(incident.status(), Action.RESOLVE)
                .orElse(null);
        if (step == null) {
            return null;
        }
        LifecycleCommand.Resolve command = command(incident, rule);
        CommandContext context = CommandContext.of(Actor.SYSTEM, meta.effectiveAt());
        return new LifecycleEvent.Resolved(
                meta, step.target(incident, context), command.category(), command.resolution());
    }
}
