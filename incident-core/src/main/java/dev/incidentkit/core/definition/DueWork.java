package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Cause;
import dev.incidentkit.core.incident.ClosureTrigger;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.OverrideEnd;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.PriorityOverride;
import dev.incidentkit.core.incident.ResumeTrigger;
import dev.incidentkit.core.incident.TriageEvent;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.lifecycle.Guard;
import dev.incidentkit.core.lifecycle.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
        Due due = earliest(incident, asOf);
        return due == null ? Optional.empty() : Optional.of(due.at());
    }

    Advance advance(Incident incident, CommandContext context) {
        Incident current = incident;
        List<IncidentEvent> events = List.of();
        Due due = earliest(current, current.lastRecordedAt());
        while (due != null && !due.at().isAfter(context.at())) {
            IncidentEvent event = event(current, due, context);
            if (event == null) {
                // A silent retry of a closure found nothing changed. Nothing else that is due changes what it found
                // before the next event, so what comes next is whatever else is due.
                due = later(current, due, context);
                continue;
            }
            events = plus(events, event);
            current = current.apply(event);
            due = earliest(current, due.at());
        }
        return new Advance(current, events);
    }

    private static List<IncidentEvent> plus(List<IncidentEvent> events, IncidentEvent event) {
        List<IncidentEvent> all = events.isEmpty() ? new ArrayList<>() : events;
        all.add(event);
        return all;
    }

    private @Nullable Due later(Incident incident, Due silent, CommandContext context) {
        Due other = null;
        for (Kind kind : Kind.values()) {
            Due due = kind == silent.kind() ? null : due(kind, incident, context.at());
            if (due != null && (other == null || due.at().isBefore(other.at()))) {
                other = due;
            }
        }
        return other;
    }

    private @Nullable Due earliest(Incident incident, Instant asOf) {
        Phase phase = incident.phase();
        if (phase.isEnd()) {
            return null;
        }
        Due earliest = null;
        for (Kind kind : KINDS) {
            Due due = due(kind, incident, asOf);
            if (due != null && (earliest == null || due.at().isBefore(earliest.at()))) {
                earliest = due;
            }
        }
        return earliest;
    }

    private static final Kind[] KINDS = Kind.values();

    private @Nullable Due due(Kind kind, Incident incident, Instant asOf) {
        Instant at = switch (kind) {
            case RESUME_DATE -> resumeDate(incident);
            case OVERRIDE_EXPIRY ->
                incident.override().map(PriorityOverride::until).orElse(null);
            case AUTOMATIC_CLOSURE -> closure(incident, asOf);
        };
        return at == null ? null : new Due(kind, at);
    }

    private @Nullable Instant resumeDate(Incident incident) {
        Instant at = incident.resumeAt().orElse(null);
        return at == null || step(incident, Action.RESUME) == null ? null : at;
    }

    private @Nullable Instant closure(Incident incident, Instant asOf) {
        if (incident.phase() != Phase.RESOLVED || step(incident, Action.CLOSE) == null) {
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
        long retries = Math.max(0, Duration.between(blockedAt, asOf).dividedBy(RETRY));
        return blockedAt.plus(RETRY.multipliedBy(retries + 1));
    }

    private @Nullable Transition step(Incident incident, Action action) {
        return definition.lifecycle().transition(incident.status(), action).orElse(null);
    }

    private @Nullable IncidentEvent event(Incident incident, Due due, CommandContext context) {
        CommandContext asOfDue = new CommandContext(Actor.SYSTEM, due.at(), context.answers());
        return switch (due.kind()) {
            case RESUME_DATE -> resumed(incident, due, context, asOfDue);
            case OVERRIDE_EXPIRY -> new TriageEvent.OverrideEnded(meta(incident, due, context), OverrideEnd.EXPIRED);
            case AUTOMATIC_CLOSURE -> closed(incident, due, context, asOfDue);
        };
    }

    private @Nullable IncidentEvent resumed(
            Incident incident, Due due, CommandContext context, CommandContext asOfDue) {
        Transition step = step(incident, Action.RESUME);
        return step == null
                ? null
                : new LifecycleEvent.Resumed(
                        meta(incident, due, context), step.target(incident, asOfDue), ResumeTrigger.DATE);
    }

    private @Nullable IncidentEvent closed(Incident incident, Due due, CommandContext context, CommandContext asOfDue) {
        Transition step = step(incident, Action.CLOSE);
        if (step == null) {
            return null;
        }
        List<Unmet> lacking = new ArrayList<>();
        for (Guard guard : step.guards()) {
            lacking.addAll(guard.check().unmet(incident, asOfDue));
        }
        if (lacking.isEmpty()) {
            return new LifecycleEvent.Closed(
                    meta(incident, due, context), step.target(incident, asOfDue), ClosureTrigger.AUTOMATIC);
        }
        return incident.closureBlockedAt().isPresent()
                ? null
                : new LifecycleEvent.ClosureBlocked(meta(incident, due, context), lacking);
    }

    private static EventMeta meta(Incident incident, Due due, CommandContext context) {
        Instant effective = Times.later(due.at(), incident.lastEffectiveAt());
        Instant recorded = Times.later(context.at(), incident.lastRecordedAt());
        return new EventMeta(
                effective, recorded, Actor.SYSTEM, Cause.due(due.kind().trigger).with(context.answers()));
    }
}
