package dev.incidentkit.testkit.cases;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.lifecycle.Branch;
import dev.incidentkit.core.lifecycle.Guard;
import dev.incidentkit.core.lifecycle.Transition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Looks for the shortest ways, counted in commands. What a command lacks is done before it, as far as it is known how. */
final class RouteSearch {
    /** How often what stands in the way of what stands in the way is looked at. */
    static final int DEPTH = 4;

    private static final int ROUNDS = 6;
    private static final int MOST = 2_000;

    private final ProcessDefinition definition;
    private final Map<Action, List<CommandCase>> commands;
    private final List<Guard> guards;
    private final Remedies remedies;

    RouteSearch(ProcessDefinition definition) {
        this.definition = definition;
        this.commands = CommandCases.commands(definition).stream()
                .collect(Collectors.groupingBy(one -> one.command().action()));
        this.guards = guards(definition);
        this.remedies = new Remedies(definition);
    }

    private static List<Guard> guards(ProcessDefinition definition) {
        Set<Guard> all = new LinkedHashSet<>();
        for (Transition transition : definition.lifecycle().transitions()) {
            all.addAll(transition.guards());
            transition.branches().forEach(branch -> all.addAll(branch.when()));
        }
        return List.copyOf(all);
    }

    /** What is to be done, and the guards that must be content with it. */
    record Wish(CommandCase command, List<Guard> content) {}

    /** The routes that are still to be followed, the shortest first. */
    private static final class Open {
        private final SortedMap<Integer, Deque<Route>> byLength = new TreeMap<>();

        void add(Route route) {
            byLength.computeIfAbsent(route.steps().size(), unused -> new ArrayDeque<>())
                    .add(route);
        }

        boolean isEmpty() {
            return byLength.isEmpty();
        }

        Route next() {
            int shortest = byLength.firstKey();
            Deque<Route> routes = byLength.getOrDefault(shortest, new ArrayDeque<>());
            Route next = routes.remove();
            if (routes.isEmpty()) {
                byLength.remove(shortest);
            }
            return next;
        }
    }

    Optional<Route> first(Route start, Predicate<Incident> goal) {
        List<Route> found = new ArrayList<>();
        follow(start, route -> goal.test(route.incident()) && found.add(route), route -> {});
        return found.stream().findFirst();
    }

    List<Route> all(Route start) {
        List<Route> all = new ArrayList<>();
        follow(start, route -> false, all::add);
        return all;
    }

    /** Follows the shortest way to each situation, until one ends it. */
    private void follow(Route start, Predicate<Route> ends, Consumer<Route> told) {
        Set<String> met = new HashSet<>();
        Open open = new Open();
        open.add(start);
        while (!open.isEmpty() && met.size() < MOST) {
            Route route = open.next();
            if (ends.test(route)) {
                return;
            }
            if (met.add(situation(route.incident()))) {
                told.accept(route);
                onwards(route).forEach(open::add);
            }
        }
    }

    /** What of an incident the guards of the library look at; how it got there does not matter. */
    static String situation(Incident incident) {
        return incident.status() + "|" + incident.holdReason() + "|"
                + incident.owner().isPresent() + "|" + incident.checklist().size() + "|"
                + incident.at(Milestone.CONTAINED).isPresent() + "|"
                + incident.review().isPresent();
    }

    /** Each step that leads to another status, on each of its branches, and each step that makes a guard content. */
    private List<Route> onwards(Route route) {
        List<Route> next = new ArrayList<>();
        Incident incident = route.incident();
        for (Transition transition : definition.lifecycle().transitions()) {
            boolean moves = transition.from().contains(incident.status())
                    && !transition.targets(incident.status()).equals(List.of(incident.status()));
            for (CommandCase command :
                    moves ? commands.getOrDefault(transition.action(), List.of()) : List.<CommandCase>of()) {
                for (Branch branch : transition.branches()) {
                    attempt(route, new Wish(command, branch.when()), DEPTH).ifPresent(next::add);
                }
            }
        }
        for (Guard guard : guards) {
            mended(route, unmet(route, List.of(guard)), DEPTH).ifPresent(next::add);
        }
        return next;
    }

    /** A command with everything before it that it lacks. */
    Optional<Route> attempt(Route route, Wish wish, int depth) {
        return ready(route, depth, tried -> unmet(tried, wish))
                .map(ready -> after(ready, RouteStep.now(wish.command())));
    }

    /** All guards are made content, one after the other, as long as that leads anywhere. */
    Optional<Route> content(Route route, List<Guard> content) {
        return ready(route, DEPTH, tried -> unmet(tried, content));
    }

    private Optional<Route> ready(Route route, int depth, Function<Route, List<Unmet>> lacking) {
        Optional<Route> ready = Optional.of(route);
        for (int round = 0; round < ROUNDS && ready.isPresent(); round++) {
            List<Unmet> unmet = lacking.apply(ready.get());
            if (unmet.isEmpty()) {
                return ready;
            }
            ready = mended(ready.get(), unmet, depth);
        }
        return Optional.empty();
    }

    private static List<Unmet> unmet(Route route, List<Guard> content) {
        CommandContext context = CommandContext.of(CommandCases.ANN, route.at());
        List<Unmet> unmet = new ArrayList<>();
        content.forEach(guard -> unmet.addAll(guard.check().unmet(route.incident(), context)));
        return unmet;
    }

    private List<Unmet> unmet(Route route, Wish wish) {
        CommandContext context = CommandContext.of(wish.command().actor(), route.at());
        List<Unmet> unmet = new ArrayList<>(
                definition.check(route.incident(), wish.command().command(), context));
        unmet.addAll(unmet(route, wish.content()));
        return unmet;
    }

    /** All that is lacking is done; empty where there is something that nothing is known about, and where nothing lacks. */
    Optional<Route> mended(Route route, List<Unmet> unmet, int depth) {
        if (depth == 0 || unmet.isEmpty()) {
            return Optional.empty();
        }
        Route mended = route;
        for (Unmet one : unmet) {
            List<RouteStep> all = remedies.of(mended.incident(), one);
            List<RouteStep> done =
                    mended.steps().subList(route.steps().size(), mended.steps().size());
            if (all.stream().anyMatch(done::contains)) {
                continue; // one command may give several fields
            }
            Optional<Route> next = first(mended, all, depth);
            if (next.isEmpty()) {
                return next;
            }
            mended = next.get();
        }
        return Optional.of(mended);
    }

    private Optional<Route> first(Route route, List<RouteStep> all, int depth) {
        for (RouteStep remedy : all) {
            Optional<Route> done = remedy.isWaiting()
                    ? Optional.of(after(route, remedy))
                    : attempt(route, new Wish(remedy.command(), List.of()), depth - 1);
            if (done.isPresent()) {
                return done;
            }
        }
        return Optional.empty();
    }

    private Route after(Route route, RouteStep step) {
        CommandContext context =
                CommandContext.of(step.command().actor(), route.at().plus(step.before()));
        return route.with(
                step,
                route.incident()
                        .applyAll(definition.decide(
                                route.incident(), step.command().command(), context)));
    }
}
