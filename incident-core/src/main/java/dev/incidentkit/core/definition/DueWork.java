package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Cause;
import dev.incidentkit.core.incident.ClosureTrigger;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.OverrideEnd;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.PriorityOverride;
import dev.incidentkit.core.incident.ResumeTrigger;
import dev.incidentkit.core.incident.TriageEvent;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.lifecycle.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What falls due by itself: resume dates, the expiry of overrides, automatic closure. It is decided in due order, ties
 * in the order of {@link Kind}, each with its due instant, so that the record is the same however late it is asked.
 */
final class DueWork {
    /** A retry of a blocked closure comes this much later each time. */
    private static final Duration RETRY = Duration.ofDays(1);

    private final ProcessDefinition definition;

    DueWork(ProcessDefinition definition) {
        this.definition = definition;
    }

    /** What falls due, in the order in which ties are decided. */
    enum Kind {
        RESUME_DATE("resume-date"),
        OVERRIDE_EXPIRY("override-expiry"),
        AUTOMATIC_CLOSURE("automatic-closure");

        private static final Kind[] ALL = values();

        private final String trigger;

        Kind(String trigger) {
            this.trigger = trigger;
        }
    }

    /** Something that falls due at an instant. */
    private record Due(Kind kind, Instant at) {}

    /** An incident after what fell due, and the events of that. */
    record Advance(Incident incident, List<IncidentEvent> events) {
        List<IncidentEvent> followedBy(List<IncidentEvent> more) {
            if (events.isEmpty()) {
                return more;
            }
            List<IncidentEvent> all = new ArrayList<>(events);
            all.addAll(more);
            return all;
        }
    }

    Optional<Instant> next(Incident incident, Instant asOf) {
        Due due = earliest(incident, asOf, Instant.MAX);
        return due == null ? Optional.empty() : Optional.of(due.at());
    }

    /** What falls due for an incident that is pinned to another definition, that one knows. */
    private boolean isOurs(Incident incident) {
        return incident.definition().equals(definition.hash());
    }

    Advance advance(Incident incident, CommandContext context) {
        Incident current = incident;
        List<IncidentEvent> events = List.of();
        Due due = earliest(current, current.lastEffectiveAt(), context.at());
        while (due != null) {
            IncidentEvent event = event(current, due, context);
            if (event != null) {
                events = plus(events, event);
                current = current.apply(event);
            }
            due = earliest(current, Times.later(due.at(), current.lastEffectiveAt()), context.at());
        }
        return new Advance(current, events);
    }

    private static List<IncidentEvent> plus(List<IncidentEvent> events, IncidentEvent event) {
        List<IncidentEvent> all = events.isEmpty() ? new ArrayList<>() : events;
        all.add(event);
        return all;
    }

    /**
     * What falls due first, by {@code until}; of retries of a blocked closure, which leave no trace, the first after
     * {@code tried}. The lifecycle is asked last: mostly nothing is due yet.
     */
    private @Nullable Due earliest(Incident incident, Instant tried, Instant until) {
        Phase phase = incident.phase();
        boolean untimed = phase != Phase.RESOLVED
                && incident.resumeAt().isEmpty()
                && incident.override().isEmpty();
        if (untimed || phase.isEnd() || !isOurs(incident)) {
            return null;
        }
        Kind first = null;
        Instant earliest = null;
        for (Kind kind : Kind.ALL) {
            Instant at = due(kind, incident, tried);
            if (at != null
                    && !at.isAfter(until)
                    && (earliest == null || at.isBefore(earliest))
                    && isKnown(kind, incident)) {
                first = kind;
                earliest = at;
            }
        }
        return first == null || earliest == null ? null : new Due(first, earliest);
    }

    private @Nullable Instant due(Kind kind, Incident incident, Instant tried) {
        return switch (kind) {
            case RESUME_DATE -> incident.resumeAt().orElse(null);
            case OVERRIDE_EXPIRY ->
                incident.override().map(PriorityOverride::until).orElse(null);
            case AUTOMATIC_CLOSURE -> closure(incident, tried);
        };
    }

    /** Whether the lifecycle lets it happen where the incident stands. */
    private boolean isKnown(Kind kind, Incident incident) {
        return switch (kind) {
            case RESUME_DATE -> step(incident, Action.RESUME) != null;
            case OVERRIDE_EXPIRY -> true;
            case AUTOMATIC_CLOSURE -> step(incident, Action.CLOSE) != null;
        };
    }

    private @Nullable Instant closure(Incident incident, Instant tried) {
        if (incident.phase() != Phase.RESOLVED) {
            return null;
        }
        Instant resolvedAt = incident.at(Milestone.RESOLVED).orElse(null);
        if (resolvedAt == null) {
            return null;
        }
        Instant blockedAt = incident.closureBlockedAt().orElse(null);
        if (blockedAt == null) {
            return definition.closure().due(resolvedAt).orElse(null);
        }
        long retries = Math.max(0, Duration.between(blockedAt, tried).dividedBy(RETRY));
        return blockedAt.plus(RETRY.multipliedBy(retries + 1));
    }

    private @Nullable Transition step(Incident incident, Action action) {
        return definition.lifecycle().transition(incident.status(), action).orElse(null);
    }

    private @Nullable IncidentEvent event(Incident incident, Due due, CommandContext context) {
        return switch (due.kind()) {
            case RESUME_DATE -> resumed(incident, due, context);
            case OVERRIDE_EXPIRY ->
                new TriageEvent.OverrideEnded(meta(incident, due, context, context.answers()), OverrideEnd.EXPIRED);
            case AUTOMATIC_CLOSURE -> closed(incident, due, context);
        };
    }

    private @Nullable IncidentEvent resumed(Incident incident, Due due, CommandContext context) {
        Transition step = step(incident, Action.RESUME);
        return step == null
                ? null
                : new LifecycleEvent.Resumed(
                        meta(incident, due, context, context.answers()),
                        step.target(incident, new CommandContext(Actor.SYSTEM, due.at(), context.answers())),
                        ResumeTrigger.DATE);
    }

    private @Nullable IncidentEvent closed(Incident incident, Due due, CommandContext context) {
        boolean retried = incident.closureBlockedAt().isPresent();
        // What ports answer now says nothing about the retries of earlier days, only about the latest one.
        boolean isLatest = !retried || due.at().plus(RETRY).isAfter(context.at());
        Map<String, String> answers = isLatest ? context.answers() : Map.of();
        CommandContext asOfDue = new CommandContext(Actor.SYSTEM, due.at(), answers);
        List<Unmet> lacking = definition.lifecycle().check(incident, new LifecycleCommand.Close(), asOfDue);
        if (!lacking.isEmpty()) {
            return retried ? null : new LifecycleEvent.ClosureBlocked(meta(incident, due, context, answers), lacking);
        }
        Transition step = step(incident, Action.CLOSE);
        return step == null
                ? null
                : new LifecycleEvent.Closed(
                        meta(incident, due, context, answers),
                        step.target(incident, asOfDue),
                        ClosureTrigger.AUTOMATIC);
    }

    private static EventMeta meta(Incident incident, Due due, CommandContext context, Map<String, String> answers) {
        Instant effective = Times.later(due.at(), incident.lastEffectiveAt());
        Instant recorded = Times.later(context.at(), incident.lastRecordedAt());
        return new EventMeta(
                effective, recorded, Actor.SYSTEM, Cause.due(due.kind().trigger).with(answers));
    }
}
