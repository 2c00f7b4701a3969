package dev.incidentkit.testkit.conformance;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.lifecycle.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Holds a host's recorded changes of status against a lifecycle: which of them the lifecycle would have refused, and which
 * of its steps never occurred. Requirements, roles and guards are not asked: a record of statuses does not tell them.
 * Stateless.
 */
public final class LifecycleConformance {
    private static final String BEGINNING = "(none)";

    private LifecycleConformance() {}

    /**
     * A change from one status to another, as often as it was recorded.
     *
     * @param from the status before; {@code (none)} where an incident began
     * @param to the status after
     * @param count how often
     * @param first the incident and the instant where it occurred first
     */
    public record Change(String from, String to, int count, String first) {
        @Override
        public String toString() {
            return from + " > " + to + ", " + count + (count == 1 ? " time" : " times") + ", first " + first;
        }
    }

    /**
     * What came out.
     *
     * @param changes how many changes were looked at; staying in a status is none
     * @param refused changes for which the lifecycle has no step, the most frequent first
     * @param unknown statuses that the lifecycle does not have, with how often they were recorded
     * @param unseen steps of the lifecycle to another status that were never recorded, for example {@code HOLD: NEW >
     *     ON_HOLD}
     */
    public record Result(int changes, List<Change> refused, Map<String, Integer> unknown, List<String> unseen) {
        /** Copies the collections. */
        public Result {
            refused = List.copyOf(refused);
            unknown = Map.copyOf(unknown);
            unseen = List.copyOf(unseen);
        }

        /**
         * Fails if the lifecycle would have refused a change, or does not know a status.
         *
         * @return this
         * @throws AssertionError with all of them
         */
        public Result assertNothingRefused() {
            if (!refused.isEmpty() || !unknown.isEmpty()) {
                throw new AssertionError(text());
            }
            return this;
        }

        /** {@return all of it, for people} */
        public String text() {
            return "changes of status: " + changes + "\nthe lifecycle would have refused: " + lines(refused)
                    + "\nit does not have the statuses: "
                    + (unknown.isEmpty() ? "none lacks" : new TreeMap<>(unknown))
                    + "\nnever recorded were: " + lines(unseen);
        }

        private static String lines(Collection<?> all) {
            return all.isEmpty()
                    ? "nothing"
                    : all.stream().map(one -> "\n  " + one).collect(Collectors.joining());
        }
    }

    /**
     * Compares.
     *
     * @param lifecycle the lifecycle
     * @param record the changes of any number of incidents, in any order
     * @return what came out
     */
    public static Result compare(Lifecycle lifecycle, Collection<RecordedStatus> record) {
        Map<List<String>, List<RecordedStatus>> moves = moves(record);
        List<Change> refused = new ArrayList<>();
        Map<String, Integer> unknown = new TreeMap<>();
        moves.forEach((move, changes) -> {
            if (lifecycle.status(move.get(1)).isEmpty()) {
                unknown.merge(move.get(1), changes.size(), Integer::sum);
            } else if (!isKnown(lifecycle, move.get(0), move.get(1))) {
                RecordedStatus first = changes.get(0);
                refused.add(
                        new Change(move.get(0), move.get(1), changes.size(), first.incident() + " at " + first.at()));
            }
        });
        refused.sort(Comparator.comparingInt((Change change) -> -change.count()));
        int changes = moves.values().stream().mapToInt(List::size).sum();
        return new Result(changes, refused, unknown, unseen(lifecycle, moves));
    }

    private static Map<List<String>, List<RecordedStatus>> moves(Collection<RecordedStatus> record) {
        Map<String, List<RecordedStatus>> byIncident = record.stream()
                .collect(Collectors.groupingBy(RecordedStatus::incident, TreeMap::new, Collectors.toList()));
        Map<List<String>, List<RecordedStatus>> moves = new LinkedHashMap<>();
        for (List<RecordedStatus> changes : byIncident.values()) {
            changes.sort(Comparator.comparing(RecordedStatus::at, Comparator.<Instant>naturalOrder()));
            String before = BEGINNING;
            for (RecordedStatus change : changes) {
                if (!change.status().equals(before)) {
                    moves.computeIfAbsent(List.of(before, change.status()), move -> new ArrayList<>())
                            .add(change);
                }
                before = change.status();
            }
        }
        return moves;
    }

    /** A status that the lifecycle does not have is told apart; what leaves it is not held against it too. */
    private static boolean isKnown(Lifecycle lifecycle, String from, String to) {
        if (from.equals(BEGINNING)) {
            return lifecycle.beginning(Action.REPORT).stream()
                    .flatMap(step -> step.branches().stream())
                    .anyMatch(
                            branch -> branch.to() != null && branch.to().name().equals(to));
        }
        Status status = lifecycle.status(from).orElse(null);
        return status == null
                || lifecycle.transitions().stream()
                        .filter(step -> step.from().contains(status))
                        .anyMatch(step -> leads(step, status, to));
    }

    private static boolean leads(Transition step, Status from, String to) {
        return step.targets(from).stream().anyMatch(target -> target.name().equals(to));
    }

    private static List<String> unseen(Lifecycle lifecycle, Map<List<String>, List<RecordedStatus>> moves) {
        List<String> unseen = new ArrayList<>();
        for (Transition step : lifecycle.transitions()) {
            for (Status from : lifecycle.statuses()) {
                if (step.from().contains(from)) {
                    step.targets(from).stream()
                            .filter(to -> !to.equals(from) && !moves.containsKey(List.of(from.name(), to.name())))
                            .forEach(to -> unseen.add(step.action() + ": " + from + " > " + to));
                }
            }
        }
        return unseen;
    }
}
