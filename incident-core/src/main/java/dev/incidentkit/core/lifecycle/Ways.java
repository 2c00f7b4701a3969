package dev.incidentkit.core.lifecycle;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Status;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The steps of a lifecycle as a graph, and the shortest ways through it. */
final class Ways {
    /** One step from a status to a status. */
    record Step(Status from, Transition transition, Status to) {
        Action action() {
            return transition.action();
        }
    }

    private final List<Step> steps = new ArrayList<>();
    private final Map<Status, List<Step>> outgoing = new HashMap<>();
    private final Map<Status, List<String>> shortest = new HashMap<>();
    private final Set<Status> reachable;

    Ways(Lifecycle lifecycle) {
        for (Transition transition : lifecycle.transitions()) {
            for (Status from : transition.from()) {
                for (Status to : transition.targets(from)) {
                    Step step = new Step(from, transition, to);
                    steps.add(step);
                    outgoing.computeIfAbsent(from, key -> new ArrayList<>()).add(step);
                }
            }
        }
        this.reachable = walk(lifecycle);
    }

    private Set<Status> walk(Lifecycle lifecycle) {
        Deque<Status> queue = new ArrayDeque<>();
        for (Transition transition : lifecycle.transitions()) {
            if (transition.from().isEmpty()) {
                Status first = transition.branches().get(0).to();
                if (first != null && !shortest.containsKey(first)) {
                    shortest.put(first, List.of(transition.action().name(), first.name()));
                    queue.add(first);
                }
            }
        }
        while (!queue.isEmpty()) {
            Status from = queue.remove();
            for (Step step : outgoing.getOrDefault(from, List.of())) {
                if (!shortest.containsKey(step.to())) {
                    List<String> way = new ArrayList<>(shortest.getOrDefault(from, List.of()));
                    way.add(step.action().name());
                    way.add(step.to().name());
                    shortest.put(step.to(), List.copyOf(way));
                    queue.add(step.to());
                }
            }
        }
        return new LinkedHashSet<>(shortest.keySet());
    }

    boolean isReachable(Status status) {
        return reachable.contains(status);
    }

    /** A shortest way to a status as actions and statuses in turn; empty where there is none. */
    List<String> to(Status status) {
        return shortest.getOrDefault(status, List.of());
    }

    List<Step> steps() {
        return steps;
    }

    List<Step> from(Status status) {
        return outgoing.getOrDefault(status, List.of());
    }

    /** Every status to which a way leads from a status, that one included. */
    Set<Status> onwardFrom(Status start) {
        Set<Status> seen = new LinkedHashSet<>(Set.of(start));
        Deque<Status> queue = new ArrayDeque<>(seen);
        while (!queue.isEmpty()) {
            for (Step step : from(queue.remove())) {
                if (seen.add(step.to())) {
                    queue.add(step.to());
                }
            }
        }
        return seen;
    }
}
