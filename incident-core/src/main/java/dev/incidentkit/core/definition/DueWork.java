package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Cascade;
import dev.incidentkit.core.incident.Cause;
import dev.incidentkit.core.incident.ClosureTrigger;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Deadline;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Handling;
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
import dev.incidentkit.core.process.ProcessDecider;
import dev.incidentkit.core.sla.SlaFold;
import dev.incidentkit.core.sla.SlaSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What falls due by itself: thresholds of clocks, resume dates, the expiry of overrides, reminders, automatic closure. It
 * is decided in due order, ties in the order of {@link Kind}, each with its due instant, so that the record is the same
 * however late it is asked.
 */
final class DueWork {
    /** A retry of a blocked closure comes this much later each time. */
    private static final Duration RETRY = Duration.ofDays(1);

    private final ProcessDefinition definition;
    private final SlaWork sla;
    private final FollowUps followUps;
    private final ProcessDecider process;
    private final boolean clocked;
    private final boolean reminds;
    private final SelectionWork selection;
    private final AlertWork alerts;

    DueWork(
            ProcessDefinition definition,
            SlaWork sla,
            SelectionWork selection,
            ProcessDecider process,
            AlertWork alerts) {
        this.definition = definition;
        this.sla = sla;
        this.followUps = new FollowUps(definition);
        this.process = process;
        this.clocked = sla.hasClocks();
        this.reminds = !definition.followUps().isEmpty();
        this.selection = selection;
        this.alerts = alerts;
    }

    /** Whether a policy of the host's is asked whenever clocks signal. */
    boolean asksPolicy() {
        return sla.asksPolicy() || selection.selects();
    }

    /** What falls due, in the order in which ties are decided, which {@link #earliest} keeps. */
    enum Kind {
        SLA("sla"),
        RESUME_DATE("resume-date"),
        OVERRIDE_EXPIRY("override-expiry"),
        FOLLOW_UP(Cause.FOLLOW_UP),
        DEADLINE("deadline"),
        AUTOMATIC_CLOSURE("automatic-closure");

        private final String trigger;

        Kind(String trigger) {
            this.trigger = trigger;
        }
    }

    /** Something that falls due at an instant; of clocks, with what they signal. */
    private record Due(Kind kind, Instant at, @Nullable SlaSignal signal) {}

    /** An incident after what fell due, the events of that, and its clocks where it has any. */
    record Advance(
            Incident incident,
            List<IncidentEvent> events,
            @Nullable SlaFold clocks) {
        List<IncidentEvent> followedBy(List<IncidentEvent> more) {
            if (events.isEmpty()) {
                return more;
            }
            List<IncidentEvent> all = new ArrayList<>(events);
            all.addAll(more);
            return all;
        }
    }

    Outlook outlook(Incident incident, Instant asOf) {
        return outlook(incident, asOf, clocks(incident));
    }

    /** What lies ahead after what a command led to. */
    Outlook outlook(Advance settled, Instant at) {
        Incident incident = settled.incident();
        Instant asOf = settled.events().isEmpty() ? at : Times.later(at, incident.lastRecordedAt());
        return outlook(incident, asOf, settled.clocks());
    }

    private Outlook outlook(Incident incident, Instant asOf, @Nullable SlaFold clocks) {
        Due due = earliest(incident, asOf, Instant.MAX, clocks);
        Instant breach = clocks == null ? null : clocks.nextBreach().orElse(null);
        return new Outlook(breach, ImportEnd.notBefore(incident, withCascades(incident, due)));
    }

    /** What the children are to do is due at once. It is not decided here: it takes the children. */
    private static @Nullable Instant withCascades(Incident incident, @Nullable Due due) {
        List<Cascade> pending = incident.handling().cascades();
        Instant asked = pending.isEmpty() ? null : pending.get(0).askedAt();
        if (due == null || asked == null) {
            return due == null ? asked : due.at();
        }
        return asked.isBefore(due.at()) ? asked : due.at();
    }

    Optional<Instant> next(Incident incident, Instant asOf) {
        Due due = earliest(incident, asOf, Instant.MAX, clocks(incident));
        return Optional.ofNullable(ImportEnd.notBefore(incident, withCascades(incident, due)));
    }

    Optional<Instant> nextBreach(Incident incident) {
        SlaFold clocks = clocks(incident);
        return clocks == null ? Optional.empty() : clocks.nextBreach();
    }

    private @Nullable SlaFold clocks(Incident incident) {
        return sla.hasClocks() && isOurs(incident) ? sla.clocks(incident) : null;
    }

    /** What falls due for an incident that is pinned to another definition, that one knows. */
    private boolean isOurs(Incident incident) {
        return incident.definition().equals(definition.hash());
    }

    /** Whether nothing fell due by then and no clock can signal because of a command, so that it stands alone. */
    boolean isIdle(Incident incident, CommandContext context) {
        return !clocked
                && ((!reminds && Untimed.is(incident, definition.closure(), context.at()))
                        || earliest(incident, incident.lastEffectiveAt(), context.at(), null) == null);
    }

    Advance advance(Incident incident, CommandContext context) {
        Incident current = incident;
        List<IncidentEvent> events = List.of();
        SlaFold clocks = clocks(incident);
        Due due = earliest(current, current.lastEffectiveAt(), context.at(), clocks);
        while (due != null) {
            for (IncidentEvent event : events(current, due, context)) {
                events = plus(events, event);
                current = followed(current, event, clocks);
            }
            due = earliest(current, Times.later(due.at(), current.lastEffectiveAt()), context.at(), clocks);
        }
        return new Advance(current, events, clocks);
    }

    private static Incident followed(Incident incident, IncidentEvent event, @Nullable SlaFold clocks) {
        Incident after = incident.apply(event);
        if (clocks != null) {
            clocks.add(event, after.facts());
        }
        return after;
    }

    /** What a command decided, with all that clocks signal because of it, so that nothing waits for a tick. */
    List<IncidentEvent> events(Advance advance, List<IncidentEvent> decided, CommandContext context) {
        return isSettled(decided)
                ? advance.followedBy(decided)
                : settled(advance, decided, context).events();
    }

    /** Whether no clock can signal because of what was decided. */
    private boolean isSettled(List<IncidentEvent> decided) {
        return !sla.hasClocks() || decided.isEmpty() || ImportEnd.isStep(decided);
    }

    /** The same with the incident after it, whose clocks go on from where they stood. */
    Advance settled(Advance advance, List<IncidentEvent> decided, CommandContext context) {
        SlaFold clocks = advance.clocks();
        if (isSettled(decided)) {
            Incident after = advance.incident().applyAll(decided);
            return new Advance(after, advance.followedBy(decided), decided.isEmpty() ? clocks : clocks(after));
        }
        Incident current = advance.incident();
        for (IncidentEvent event : decided) {
            current = followed(current, event, clocks);
        }
        return signalled(current, advance.followedBy(decided), clocks == null ? clocks(current) : clocks, context);
    }

    /** The events that begin a record, with all that clocks signal by then. */
    Advance settled(List<IncidentEvent> begun, CommandContext context) {
        Incident incident = Incident.replay(begun);
        SlaFold clocks = clocks(incident);
        return ImportEnd.isStep(begun)
                ? new Advance(incident, begun, clocks)
                : signalled(incident, begun, clocks, context);
    }

    private Advance signalled(
            Incident incident, List<IncidentEvent> before, @Nullable SlaFold clocks, CommandContext context) {
        if (clocks == null) {
            return new Advance(incident, before, null);
        }
        Incident current = incident;
        List<IncidentEvent> events = new ArrayList<>(before);
        Instant at = Times.later(context.at(), incident.lastEffectiveAt());
        Due due = signal(clocks);
        while (due != null && !due.at().isAfter(at)) {
            for (IncidentEvent event : events(current, due, context)) {
                events.add(event);
                current = followed(current, event, clocks);
            }
            due = signal(clocks);
        }
        return new Advance(current, events, clocks);
    }

    private static @Nullable Due signal(SlaFold clocks) {
        SlaSignal signal = clocks.next().orElse(null);
        return signal == null ? null : new Due(Kind.SLA, signal.at(), signal);
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
    private @Nullable Due earliest(Incident incident, Instant tried, Instant until, @Nullable SlaFold clocks) {
        Due first = clocks == null ? null : signal(clocks);
        if (first != null && first.at().isAfter(until)) {
            first = null;
        }
        Phase phase = incident.phase();
        boolean untimed = phase != Phase.RESOLVED
                && incident.resumeAt().isEmpty()
                && incident.override().isEmpty()
                && (phase != Phase.ON_HOLD || !reminds);
        if (untimed || phase.isEnd() || !isOurs(incident)) {
            return earlier(first, deadline(incident, until));
        }
        PriorityOverride override = incident.override().orElse(null);
        first = earlier(first, Kind.RESUME_DATE, incident.resumeAt().orElse(null), incident, until);
        first = earlier(first, Kind.OVERRIDE_EXPIRY, override == null ? null : override.until(), incident, until);
        first = earlier(first, Kind.FOLLOW_UP, reminds ? followUps.due(incident) : null, incident, until);
        first = earlier(first, deadline(incident, until));
        return earlier(first, Kind.AUTOMATIC_CLOSURE, closure(incident, tried, until), incident, until);
    }

    /** What comes first so far, unless something else is due before it. */
    private @Nullable Due earlier(
            @Nullable Due first, Kind kind, @Nullable Instant at, Incident incident, Instant until) {
        if (at == null || at.isAfter(until) || (first != null && !at.isBefore(first.at()))) {
            return first;
        }
        return isKnown(kind, incident) ? new Due(kind, at, null) : first;
    }

    /** Deadlines outlive the incident: what a review asks for is due after the closure. */
    private @Nullable Due deadline(Incident incident, Instant until) {
        Handling handling = incident.handling();
        Deadline next = handling.deadlines().isEmpty() || !isOurs(incident) ? null : handling.next(incident.phase());
        return next == null || next.overdueAt().isAfter(until) ? null : new Due(Kind.DEADLINE, next.overdueAt(), null);
    }

    /** Of two, what falls due first; of ties, what comes first in the order of kinds. */
    private static @Nullable Due earlier(@Nullable Due one, @Nullable Due other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.at().isBefore(one.at()) ? other : one;
    }

    /** Whether the lifecycle lets it happen where the incident stands. */
    private boolean isKnown(Kind kind, Incident incident) {
        return switch (kind) {
            case RESUME_DATE -> step(incident, Action.RESUME) != null;
            case SLA, OVERRIDE_EXPIRY, FOLLOW_UP, DEADLINE -> true;
            case AUTOMATIC_CLOSURE -> step(incident, Action.CLOSE) != null;
        };
    }

    private @Nullable Instant closure(Incident incident, Instant tried, Instant until) {
        if (incident.phase() != Phase.RESOLVED || incident.handling().isMajor()) {
            return null;
        }
        Instant resolvedAt = incident.at(Milestone.RESOLVED).orElse(null);
        if (resolvedAt == null) {
            return null;
        }
        Instant blockedAt = incident.closureBlockedAt().orElse(null);
        if (blockedAt == null) {
            ClosureRule rule = definition.closure();
            return rule.mayBeDue(resolvedAt, until) ? rule.due(resolvedAt).orElse(null) : null;
        }
        long retries = Math.max(0, Duration.between(blockedAt, tried).dividedBy(RETRY));
        return blockedAt.plus(RETRY.multipliedBy(retries + 1));
    }

    private @Nullable Transition step(Incident incident, Action action) {
        return definition.lifecycle().transition(incident.status(), action).orElse(null);
    }

    private List<IncidentEvent> events(Incident incident, Due due, CommandContext context) {
        if (due.signal() != null) {
            return sla.events(incident, due.signal(), meta(incident, due, context, Map.of()));
        }
        if (due.kind() == Kind.DEADLINE) {
            List<IncidentEvent> passed = ProcessDecider.passed(incident, meta(incident, due, context, Map.of()));
            List<IncidentEvent> followed = process.escalated(incident, alerts.passed(incident, passed, context));
            return followed.size() == passed.size() ? passed : completed(incident, followed);
        }
        IncidentEvent event = event(incident, due, context);
        return event == null ? List.of() : completed(incident, List.of(event));
    }

    private List<IncidentEvent> completed(Incident incident, List<IncidentEvent> events) {
        return selection.followed(incident, process.completed(incident, events), Action.WAKE);
    }

    private @Nullable IncidentEvent event(Incident incident, Due due, CommandContext context) {
        return switch (due.kind()) {
            case SLA, DEADLINE -> null;
            case RESUME_DATE -> resumed(incident, due, context);
            case OVERRIDE_EXPIRY ->
                new TriageEvent.OverrideEnded(meta(incident, due, context, context.answers()), OverrideEnd.EXPIRED);
            case FOLLOW_UP -> followUps.event(incident, meta(incident, due, context, Map.of()));
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
