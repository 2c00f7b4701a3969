package dev.incidentkit.report;

import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.lifecycle.Branch;
import dev.incidentkit.core.lifecycle.Guard;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.lifecycle.Transition;
import dev.incidentkit.metrics.StatusChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a picture shows of a lifecycle, in an order that depends on its content alone: one edge for all steps that lead
 * from one status to another, and the steps that lead nowhere apart, grouped by where they may be taken.
 *
 * @param lifecycle the lifecycle
 * @param edges the edges, those that begin an incident first
 * @param stays the steps after which the status is the same
 */
record LifecycleGraph(Lifecycle lifecycle, List<Edge> edges, List<Stay> stays) {
    /**
     * All steps from one status to another.
     *
     * @param from where they begin; null for those that begin an incident
     * @param to where they lead
     * @param steps the steps in the order in which they were declared; where it is told how often the way was gone, that
     *     comes first
     * @param times how often the way was gone; {@link #UNTOLD} where that is not told
     * @param declared whether the lifecycle has it
     */
    record Edge(@Nullable Status from, Status to, List<Step> steps, long times, boolean declared) {
        private static final long UNTOLD = -1;

        /** As the lifecycle has it. */
        Edge(@Nullable Status from, Status to, List<Step> steps) {
            this(from, to, steps, UNTOLD, true);
        }

        boolean isTold() {
            return times != UNTOLD;
        }

        boolean is(StatusChange change) {
            return change.to().equals(to.name()) && change.from().equals(from == null ? "" : from.name());
        }

        /** This edge with how often it was gone. */
        Edge gone(long count) {
            String text = String.format(Locale.ROOT, "%,d \u00D7", count);
            List<Step> lines = new ArrayList<>();
            lines.add(new Step(text, "gone " + text));
            lines.addAll(steps);
            return new Edge(from, to, List.copyOf(lines), count, declared);
        }
    }

    /**
     * Steps after which the status is the same.
     *
     * @param in the statuses in which they may be taken
     * @param labels what they are called
     */
    record Stay(List<Status> in, List<String> labels) {
        /** {@return the names of the statuses} */
        List<String> names() {
            return in.stream().map(Status::name).toList();
        }
    }

    /**
     * A step as one label.
     *
     * @param label the action, with the condition of the branch where the step has several
     * @param details what it takes, as a sentence
     */
    record Step(String label, String details) {}

    static LifecycleGraph of(Lifecycle lifecycle) {
        return new Reader(lifecycle).read();
    }

    /** Whether the lifecycle has a way from the status before to the one after. */
    boolean has(StatusChange change) {
        return edges.stream().anyMatch(edge -> edge.is(change));
    }

    /** Whether it is told how often ways were gone. */
    boolean isObserved() {
        return edges.stream().anyMatch(Edge::isTold);
    }

    /** This graph with how often each way was gone, and the ways that were gone though the lifecycle has none. */
    LifecycleGraph observed(List<StatusChange> changes) {
        List<Edge> all = new ArrayList<>();
        for (Edge edge : edges) {
            long times = changes.stream()
                    .filter(edge::is)
                    .mapToLong(StatusChange::count)
                    .sum();
            all.add(edge.gone(times));
        }
        for (StatusChange change : changes) {
            Status to = lifecycle.status(change.to()).orElse(null);
            Status from = lifecycle.status(change.from()).orElse(null);
            if (!has(change) && to != null && (from != null || change.isBeginning())) {
                all.add(new Edge(from, to, List.of(), 0, false).gone(change.count()));
            }
        }
        return new LifecycleGraph(lifecycle, List.copyOf(all), stays);
    }

    /** Reads the transitions of a lifecycle. */
    private static final class Reader {
        private record Ends(@Nullable Status from, Status to) {}

        private final Lifecycle lifecycle;
        private final Map<Ends, List<Step>> edges = new LinkedHashMap<>();
        private final Map<String, Set<Status>> stays = new LinkedHashMap<>();

        Reader(Lifecycle lifecycle) {
            this.lifecycle = lifecycle;
        }

        LifecycleGraph read() {
            for (Transition transition : lifecycle.transitions()) {
                if (transition.from().isEmpty()) {
                    branches(transition, null);
                }
            }
            for (Status status : lifecycle.statuses()) {
                for (Transition transition : lifecycle.transitions()) {
                    if (transition.from().contains(status)) {
                        branches(transition, status);
                    }
                }
            }
            List<Edge> drawn = new ArrayList<>();
            edges.forEach((ends, steps) -> drawn.add(new Edge(ends.from(), ends.to(), List.copyOf(steps))));
            return new LifecycleGraph(lifecycle, List.copyOf(drawn), grouped());
        }

        private void branches(Transition transition, @Nullable Status from) {
            int count = transition.branches().size();
            for (int i = 0; i < count; i++) {
                Branch branch = transition.branches().get(i);
                String label = transition.action().name() + (count == 1 ? "" : condition(branch));
                Status to = branch.to() == null ? from : branch.to();
                if (to == null || to.equals(from)) {
                    if (from != null) {
                        stays.computeIfAbsent(label, key -> new LinkedHashSet<>())
                                .add(from);
                    }
                } else {
                    edges.computeIfAbsent(new Ends(from, to), key -> new ArrayList<>())
                            .add(new Step(label, details(transition, label)));
                }
            }
        }

        private static String condition(Branch branch) {
            return branch.when().isEmpty() ? " [else]" : " [" + names(branch.when()) + "]";
        }

        private static String names(List<Guard> guards) {
            return guards.stream().map(Guard::name).collect(Collectors.joining(", "));
        }

        private static String details(Transition transition, String label) {
            StringBuilder details = new StringBuilder(label);
            if (!transition.required().isEmpty()) {
                details.append("; must be given: ").append(sorted(transition.required()));
            }
            if (!transition.roles().isEmpty()) {
                details.append("; by: ").append(sorted(transition.roles()));
            }
            if (!transition.guards().isEmpty()) {
                details.append("; guards: ").append(names(transition.guards()));
            }
            return details.toString();
        }

        private static String sorted(Iterable<?> values) {
            List<String> texts = new ArrayList<>();
            values.forEach(value -> texts.add(value.toString()));
            return texts.stream().sorted().collect(Collectors.joining(", "));
        }

        private List<Stay> grouped() {
            Map<Set<Status>, List<String>> groups = new LinkedHashMap<>();
            stays.forEach((label, in) ->
                    groups.computeIfAbsent(in, key -> new ArrayList<>()).add(label));
            List<Stay> grouped = new ArrayList<>();
            groups.forEach((in, labels) -> grouped.add(new Stay(List.copyOf(in), List.copyOf(labels))));
            return List.copyOf(grouped);
        }
    }
}
