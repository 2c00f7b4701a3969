package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.AlertCommand;
import dev.incidentkit.core.incident.AlertEvent;
import dev.incidentkit.core.incident.AlertState;
import dev.incidentkit.core.incident.AlertTally;
import dev.incidentkit.core.incident.CancelReason;
import dev.incidentkit.core.incident.Cause;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.DeadlineKind;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.ProcessEvent;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.core.incident.Resolution;
import dev.incidentkit.core.incident.ResolutionMethod;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import dev.incidentkit.core.incident.UnmetKind;
import dev.incidentkit.core.process.AlertPolicy;
import dev.incidentkit.core.process.AlertRecovery;
import dev.incidentkit.core.process.FlapRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What alerts do to an incident: each is counted, and where the condition came back or went away, a step may follow. That
 * step meets every guard; where it is refused, the refusal is on the record.
 */
final class AlertWork {
    private static final String TRIGGER = "alert";
    private static final Set<DeadlineKind> ALERTS = EnumSet.of(DeadlineKind.ALERT_QUIET, DeadlineKind.ALERT_SUPPRESSED);

    private final @Nullable AlertPolicy policy;
    private final String version;
    private final Decider decider;

    AlertWork(ProcessDefinition definition, Decider decider) {
        this.policy = definition.procedures().alerts();
        this.version = definition.hash();
        this.decider = decider;
    }

    List<Unmet> check(Incident incident, AlertCommand.Signal signal) {
        List<Unmet> unmet = new ArrayList<>();
        if (policy == null) {
            unmet.add(new Unmet(
                    UnmetKind.DEFINITION, UnmetCode.ALERTS_UNKNOWN, null, "the definition says nothing about alerts"));
        }
        if (incident.phase().isEnd()) {
            unmet.add(new Unmet(
                    UnmetKind.TRANSITION,
                    UnmetCode.INCIDENT_ENDED,
                    null,
                    "the incident is " + incident.status() + " and takes no more alerts"));
        }
        if (signal.lastAt().isBefore(signal.firstAt())) {
            unmet.add(input(
                    UnmetCode.TIME_ORDER,
                    "lastAt",
                    "lastAt " + signal.lastAt() + " is before firstAt " + signal.firstAt()));
        }
        if (signal.suppressedUntil() != null && signal.suppressedBy() == null) {
            unmet.add(input(
                    UnmetCode.CONSTRAINT_VIOLATED,
                    "suppressedUntil",
                    "suppressedUntil is given, but not by what the alerts are suppressed"));
        }
        return unmet;
    }

    private static Unmet input(String code, String field, String message) {
        return new Unmet(UnmetKind.INPUT, code, field, message);
    }

    /** The incident as it becomes. */
    private final class Run {
        private final CommandContext context;
        private final EventMeta meta;
        private final List<IncidentEvent> events = new ArrayList<>();
        private Incident incident;

        Run(Incident incident, CommandContext context, EventMeta meta) {
            this.incident = incident;
            this.context = context;
            this.meta = meta;
        }

        void add(IncidentEvent event) {
            events.add(event);
            incident = incident.apply(event);
        }

        void step(IncidentCommand command, String rule) {
            Cause cause = new Cause(TRIGGER, rule, version, meta.cause().answers());
            EventMeta because = new EventMeta(meta.effectiveAt(), meta.recordedAt(), meta.actor(), cause);
            Decider.Reaction reaction = decider.react(incident, command, context, because);
            if (reaction.unmet().isEmpty()) {
                reaction.events().forEach(this::add);
            } else {
                add(new AlertEvent.ReactionBlocked(because, command.action(), reaction.unmet()));
            }
        }
    }

    List<IncidentEvent> decide(Incident incident, AlertCommand.Signal signal, CommandContext context, EventMeta meta) {
        AlertTally before = incident.handling().alerts().get(signal.key());
        Run run = new Run(incident, context, meta);
        run.add(AlertEvent.Signalled.of(meta, signal));
        boolean changed = before != null && before.state() != signal.state();
        if (changed) {
            flap(run, signal.key());
        }
        if (before == null || changed || before.silenced()) {
            react(run, signal.key());
        }
        return run.events;
    }

    private void flap(Run run, String key) {
        FlapRule rule = policy == null ? null : policy.flapping();
        AlertTally tally = run.incident.handling().alerts().get(key);
        if (rule == null || tally == null) {
            return;
        }
        Instant at = run.meta.effectiveAt();
        int changes = tally.changesSince(at.minus(rule.within()));
        if (tally.flapping() || changes >= rule.changes()) {
            run.add(new AlertEvent.Flapping(run.meta, key, changes, at.plus(rule.quiet())));
        }
    }

    /** What follows where a condition was quiet for long enough, or its suppression ended. */
    List<IncidentEvent> passed(Incident incident, List<IncidentEvent> passed, CommandContext context) {
        if (passed.isEmpty()
                || !(passed.get(0) instanceof ProcessEvent.DeadlinePassed deadline)
                || !ALERTS.contains(deadline.kind())) {
            return passed;
        }
        EventMeta meta = deadline.meta();
        Run run = new Run(incident, new CommandContext(meta.actor(), meta.effectiveAt(), context.answers()), meta);
        run.add(deadline);
        react(run, deadline.subject());
        return run.events;
    }

    private void react(Run run, String key) {
        AlertTally tally = run.incident.handling().alerts().get(key);
        if (tally == null || tally.flapping()) {
            return;
        }
        if (tally.state() == AlertState.CLEARED) {
            recovered(run);
        } else if (!tally.silenced()) {
            fires(run, key);
        }
    }

    private static void fires(Run run, String key) {
        boolean undecided = run.incident.handling().type() == RecordType.POTENTIAL_INCIDENT;
        AlertTally tally = run.incident.handling().alerts().get(key);
        if (undecided && tally != null && tally.suppressed() > 0) {
            run.step(
                    new TriageCommand.Reclassify(RecordType.INCIDENT, "Alert " + key + " is no longer suppressed"),
                    "suppression ended");
        }
        if (run.incident.phase() == Phase.RESOLVED) {
            run.step(new LifecycleCommand.Reopen("Alert " + key + " fires again"), "return");
        }
    }

    /** A condition that is still there, or too restless to be believed, keeps the incident open. */
    private void recovered(Run run) {
        Incident incident = run.incident;
        boolean isOver = incident.handling().alerts().values().stream()
                .allMatch(tally -> tally.state() == AlertState.CLEARED && !tally.flapping());
        if (policy == null || policy.recovery() != AlertRecovery.RESOLVE || !isOver) {
            return;
        }
        if (!incident.phase().isOpen()) {
            return;
        }
        String note = "All alerts have cleared";
        run.step(
                incident.handling().type() == RecordType.POTENTIAL_INCIDENT
                        ? new LifecycleCommand.Cancel(CancelReason.NOT_AN_INCIDENT, null, note)
                        : new LifecycleCommand.Resolve(
                                incident.category().isPresent() ? null : policy.category(),
                                new Resolution(policy.code(), PersonalText.of(note), ResolutionMethod.PERMANENT)),
                "recovery");
    }
}
