package dev.incidentkit.examples.replay;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.lifecycle.Requirement;
import dev.incidentkit.core.lifecycle.Transition;
import dev.incidentkit.metrics.Counts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a lifecycle would have said to each change of status in a log. The import itself is lenient; this stands beside
 * it. Judged is what a log can show: whether a step exists, and the owner and category that it requires. Comments,
 * notes and roles do not stand in a log and are not judged.
 */
final class StrictVerdict {
    private final Lifecycle lifecycle;
    private final Counts<String> transitions = new Counts<>();
    private final Map<Step, List<Transition>> leading = new HashMap<>();
    private final SortedMap<String, Refusals> refused = new TreeMap<>();
    private long refusedIncidents;
    private long incidents;
    private boolean refusedHere;

    /** A change of status. */
    private record Step(Status from, Status to) {}

    /** Changes of status that would have been refused for one reason. */
    static final class Refusals {
        long rows;
        final List<Long> lines = new ArrayList<>();
    }

    StrictVerdict(Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    void judge(@Nullable Incident before, Status to, AuditRow row) {
        String from = before == null ? "(none)" : before.status().name();
        if (before != null && before.status().equals(to)) {
            return;
        }
        String step = from + " -> " + to.name();
        transitions.add(step);
        String fault = before == null ? beginning(to) : change(before, to, row);
        if (fault != null) {
            Refusals refusals = refused.computeIfAbsent(step + ": " + fault, key -> new Refusals());
            refusals.rows++;
            refusals.lines.add(row.line());
            refusedHere = true;
        }
    }

    private @Nullable String beginning(Status to) {
        Transition report = lifecycle.beginning(Action.REPORT).orElse(null);
        boolean possible = report != null && report.branches().stream().anyMatch(branch -> to.equals(branch.to()));
        return possible ? null : "an incident cannot begin there";
    }

    private @Nullable String change(Incident before, Status to, AuditRow row) {
        String lacking = null;
        for (Transition transition : leading.computeIfAbsent(new Step(before.status(), to), this::leading)) {
            lacking = lacking(transition, row);
            if (lacking == null) {
                return null;
            }
        }
        return lacking == null ? "no step leads there" : lacking;
    }

    private List<Transition> leading(Step step) {
        return lifecycle.transitions().stream()
                .filter(transition -> transition.from().contains(step.from())
                        && transition.targets(step.from()).contains(step.to()))
                .toList();
    }

    private static @Nullable String lacking(Transition transition, AuditRow row) {
        for (Requirement requirement : transition.required()) {
            boolean owner = requirement.field() == Field.BuiltIn.OWNER && row.group() == null && row.person() == null;
            boolean category = requirement.field() == Field.BuiltIn.CATEGORY && row.category() == null;
            if (owner || category) {
                return transition.action() + " requires " + requirement.field().fieldName();
            }
        }
        return null;
    }

    void ends() {
        incidents++;
        refusedIncidents += refusedHere ? 1 : 0;
        refusedHere = false;
    }

    /** How often each change of status occurred. */
    Counts<String> transitions() {
        return transitions;
    }

    /** What would have been refused, by change and reason. */
    Map<String, Refusals> refused() {
        return refused;
    }

    long refusedIncidents() {
        return refusedIncidents;
    }

    long incidents() {
        return incidents;
    }
}
