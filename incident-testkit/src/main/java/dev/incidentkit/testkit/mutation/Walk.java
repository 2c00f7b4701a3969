package dev.incidentkit.testkit.mutation;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.ProcessCommand;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.lifecycle.Transition;
import dev.incidentkit.testkit.Moment;
import dev.incidentkit.testkit.Scenario;
import dev.incidentkit.testkit.cases.CommandCase;
import dev.incidentkit.testkit.cases.CommandCases;
import dev.incidentkit.testkit.cases.Route;
import dev.incidentkit.testkit.cases.RouteStep;
import dev.incidentkit.testkit.cases.Routes;
import dev.incidentkit.testkit.coverage.CoverageKind;
import dev.incidentkit.testkit.coverage.CoverageRecorder;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Scenarios that are made of a definition: over reports of every impact and urgency, one step from wherever the lifecycle
 * leads ({@link Routes}), to each transition that is missed by that with all that it lacks, and then breadth first over the
 * commands of {@link CommandCases} and some lengths of time: each course that reaches a cell, rule, guard, transition,
 * threshold or reason to wait which none before it reached. They say what the definition does, not what it should do: good to hold a changed definition
 * against, and to show what can be reached at all. Stateless.
 */
public final class Walk {
    private final ProcessDefinition definition;
    private final ProcessDefinition observed;
    private final CoverageRecorder recorder = new CoverageRecorder();
    private final List<RouteStep> next;
    private final Routes routes;
    private final int most;
    private final Set<String> met = new HashSet<>();
    private final Deque<Course> open = new ArrayDeque<>();
    private final List<Scenario> scenarios = new ArrayList<>();
    private int tried;

    private Walk(ProcessDefinition definition, int most) {
        this.definition = definition;
        this.observed = recorder.observe(definition);
        this.next = KillerSearch.moves(definition);
        this.routes = Routes.of(definition);
        this.most = most;
    }

    /** How an incident stands after some steps; null before the report. */
    private record Course(@Nullable Incident incident, Instant at, List<RouteStep> moves) {}

    /**
     * Walks through a definition.
     *
     * @param definition the definition
     * @param steps how many steps are tried at most, for example 20,000
     * @return the scenarios; each ends by looking at all that a test could see, which is as it is now
     */
    public static List<Scenario> through(ProcessDefinition definition, int steps) {
        Walk walk = new Walk(definition, steps);
        walk.run();
        return pinned(definition, walk.scenarios);
    }

    /**
     * Scenarios that end by looking at all that a test could see, which is as it is now.
     *
     * @param definition by what it is as it is
     * @param scenarios what is done in them
     * @return the same, each with one more look at its end
     */
    public static List<Scenario> pinned(ProcessDefinition definition, Collection<Scenario> scenarios) {
        List<Scenario> pinned = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            String seen = Reaction.look(scenario.verify(definition));
            pinned.add(scenario.ending(moment -> check(moment, seen)));
        }
        return pinned;
    }

    private static void check(Moment moment, String expected) {
        String seen = Reaction.look(moment);
        if (!seen.equals(expected)) {
            throw new AssertionError("\nExpecting what can be seen to be\n  " + expected + "\nbut it was\n  " + seen);
        }
    }

    private void run() {
        Course nothing = new Course(null, Scenario.MONDAY_MORNING, List.of());
        for (CommandCase report : CommandCases.reports(definition)) {
            step(nothing, RouteStep.now(report));
        }
        List<Route> everywhere = routes.everywhere();
        everywhere.forEach(way -> goOn(along(way)));
        missed(everywhere);
        while (!open.isEmpty() && tried < most) {
            goOn(open.remove());
        }
    }

    private Course along(Route way) {
        Course course = new Course(null, Scenario.MONDAY_MORNING, List.of());
        for (RouteStep move : way.steps()) {
            course = step(course, move);
        }
        return course;
    }

    /** What a single step reaches from nowhere may be reached with what it lacks, or after a plan was opened at first. */
    private void missed(List<Route> everywhere) {
        List<Route> planned = planned();
        for (Transition transition : observed.lifecycle().transitions()) {
            for (Status from : transition.from()) {
                List<Route> ways = new ArrayList<>(everywhere);
                ways.removeIf(way -> !way.incident().status().equals(from));
                for (int i = 0; i < planned.size() && isMissed(transition, from); i++) {
                    onwards(planned.get(i), from).ifPresent(ways::add);
                }
                for (int i = 0; i < ways.size() && isMissed(transition, from); i++) {
                    completed(ways.get(i), transition);
                }
            }
        }
    }

    private boolean isMissed(Transition transition, Status from) {
        String name = transition.action() + " from " + from.name() + " to ";
        return recorder.result().missed(CoverageKind.TRANSITION).stream()
                .anyMatch(item -> item.name().startsWith(name));
    }

    private void completed(Route way, Transition transition) {
        for (RouteStep step : next) {
            if (step.command().command().action().equals(transition.action())) {
                routes.completed(way, step.command()).ifPresent(this::along);
            }
        }
    }

    /** Each plan is opened right after a report. */
    private List<Route> planned() {
        Optional<Route> reported = routes.begun(CommandCases.reports(definition).get(0), Scenario.MONDAY_MORNING);
        return next.stream()
                .filter(step -> step.command().command() instanceof ProcessCommand.OpenPlan)
                .flatMap(step -> reported.flatMap(route -> routes.completed(route, step.command())).stream())
                .toList();
    }

    private Optional<Route> onwards(Route route, Status to) {
        return routes.onwards(
                        route.incident(),
                        route.at(),
                        incident -> incident.status().equals(to))
                .map(route::then);
    }

    private void goOn(Course course) {
        next.forEach(move -> step(course, move));
    }

    private Course step(Course course, RouteStep move) {
        tried++;
        int before = recorder.reached();
        Instant at = course.at().plus(move.before());
        CommandContext context = CommandContext.of(move.command().actor(), at);
        Reaction reaction =
                Reaction.of(observed, course.incident(), move.command().command(), context);
        List<RouteStep> moves = new ArrayList<>(course.moves());
        moves.add(move);
        if (recorder.reached() > before) {
            scenarios.add(scenario(moves));
        }
        Incident after = reaction.incident();
        Course reached = new Course(after, at, moves);
        boolean goesOn =
                !Objects.equals(after, course.incident()) || !move.before().isZero();
        if (after != null && goesOn && met.add(KillerSearch.shape(after, at))) {
            open.add(reached);
        }
        return reached;
    }

    private static Scenario scenario(List<RouteStep> moves) {
        Scenario.Builder scenario =
                Scenario.named(moves.stream().map(RouteStep::toString).collect(Collectors.joining(", then ")));
        for (RouteStep move : moves) {
            if (move.before().isZero()) {
                scenario.whenTried(move.command().actor(), move.command().command());
            } else {
                scenario.after(move.before());
            }
        }
        return scenario.build();
    }
}
