package dev.incidentkit.metrics.whatif;

import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.sla.SlaClock;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaStanding;
import dev.incidentkit.core.sla.SlaTarget;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One target of the first definition beside its fellow of the second. Why they differ about an incident is found by trial:
 * one value of the first is replaced by that of the second, and where that alone changes the outcome, it is a cause; then
 * the other way round. Where no single value does, all are named together. Immutable, so safe for use by several threads.
 */
final class ClockComparison {
    private final SlaPolicy before;
    private final SlaPolicy after;
    private final String name;
    private final SlaClock beforeAlone;
    private final List<Trial> forward = new ArrayList<>();
    private final List<Trial> backward = new ArrayList<>();

    /** The clock that one replaced value makes. */
    private record Trial(String cause, SlaClock clock) {}

    /** What is compared of a cycle. */
    record Outcome(@Nullable Instant due, boolean breached) {
        @Override
        public String toString() {
            return due == null ? "none" : due.toString();
        }
    }

    ClockComparison(SlaPolicy before, SlaTarget from, SlaPolicy after, SlaTarget to) {
        this.before = before;
        this.after = after;
        this.name = from.name();
        this.beforeAlone = alone(before, from);
        List<PolicyValues.Change> there = PolicyValues.changes(from, to);
        List<PolicyValues.Change> back = PolicyValues.changes(to, from);
        for (int i = 0; i < there.size(); i++) {
            forward.add(
                    new Trial(there.get(i).name(), alone(before, there.get(i).variant())));
        }
        for (PolicyValues.Change change : back) {
            backward.add(new Trial(reversed(change.name()), alone(after, change.variant())));
        }
    }

    /** A value that was tried from the second to the first, told from the first to the second. */
    private static String reversed(String name) {
        int colon = name.indexOf(": ");
        int arrow = name.indexOf(" -> ", colon);
        return name.substring(0, colon + 2) + name.substring(arrow + 4) + " -> " + name.substring(colon + 2, arrow);
    }

    private static SlaClock alone(SlaPolicy policy, SlaTarget target) {
        return SlaClock.of(new SlaPolicy(policy.name(), policy.kind(), List.of(target), policy.penalty()));
    }

    String name() {
        return name;
    }

    String label() {
        return before.name().equals(after.name())
                ? before.name() + "/" + name
                : before.name() + "/" + name + " -> " + after.name() + "/" + name;
    }

    List<Outcome> before(RerunResult result) {
        return outcomes(result.standings(), before.name());
    }

    List<Outcome> after(RerunResult result) {
        return outcomes(result.standings(), after.name());
    }

    private List<Outcome> outcomes(List<SlaStanding> standings, String policy) {
        List<Outcome> outcomes = new ArrayList<>();
        for (SlaStanding standing : standings) {
            if (standing.clock().policy().equals(policy)
                    && standing.clock().target().equals(name)
                    && standing.startedAt() != null) {
                outcomes.add(new Outcome(standing.dueAt(), standing.breached()));
            }
        }
        return outcomes;
    }

    /** Why the outcomes of a record differ; the records as both definitions decide them. */
    List<String> causes(RerunResult a, RerunResult b, Instant asOf, List<String> ofRecord) {
        List<IncidentEvent> recordA = history(a);
        List<IncidentEvent> recordB = history(b);
        List<Outcome> outcomeA = before(a);
        List<Outcome> outcomeB = after(b);
        List<String> causes = new ArrayList<>();
        if (!ofRecord.isEmpty()
                && !outcomes(beforeAlone.standings(recordB, asOf), before.name())
                        .equals(outcomeA)) {
            causes.addAll(ofRecord);
        }
        for (Trial trial : forward) {
            if (!outcomes(trial.clock().standings(recordA, asOf), before.name()).equals(outcomeA)) {
                causes.add(trial.cause());
            }
        }
        if (causes.isEmpty()) {
            for (Trial trial : backward) {
                if (!outcomes(trial.clock().standings(recordB, asOf), after.name())
                        .equals(outcomeB)) {
                    causes.add(trial.cause());
                }
            }
        }
        return causes.isEmpty() ? together(ofRecord) : causes;
    }

    private List<String> together(List<String> ofRecord) {
        List<String> all = new ArrayList<>(ofRecord);
        forward.forEach(trial -> all.add(trial.cause()));
        return List.of(
                all.isEmpty() ? "targets of " + label() + " differ in content" : "together: " + String.join("; ", all));
    }

    private static List<IncidentEvent> history(RerunResult result) {
        return Objects.requireNonNull(result.incident()).history();
    }
}
