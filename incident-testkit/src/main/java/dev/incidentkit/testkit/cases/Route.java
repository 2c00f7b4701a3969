package dev.incidentkit.testkit.cases;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.testkit.Scenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Steps that lead an incident somewhere, each of which is accepted. Immutable.
 *
 * @param steps what is done, in order; none where the incident is there already
 * @param incident the incident at the end
 * @param at when it gets there
 */
public record Route(List<RouteStep> steps, Incident incident, Instant at) {
    /** Copies the steps. */
    public Route {
        steps = List.copyOf(steps);
    }

    /** A route of no step. */
    static Route at(Incident incident, Instant at) {
        return new Route(List.of(), incident, at);
    }

    Route with(RouteStep step, Incident after) {
        List<RouteStep> all = new ArrayList<>(steps);
        all.add(step);
        return new Route(all, after, at.plus(step.before()));
    }

    /**
     * This route and one that goes on from its end.
     *
     * @param onwards the other one
     * @return both as one
     */
    public Route then(Route onwards) {
        List<RouteStep> all = new ArrayList<>(steps);
        all.addAll(onwards.steps());
        return new Route(all, onwards.incident(), onwards.at());
    }

    /**
     * Adds the steps to a scenario, in which each must be accepted.
     *
     * @param scenario the scenario so far
     * @return the scenario
     */
    public Scenario.Builder addTo(Scenario.Builder scenario) {
        for (RouteStep step : steps) {
            if (!step.before().isZero()) {
                scenario.after(step.before());
            }
            if (!step.isWaiting()) {
                scenario.when(step.command().actor(), step.command().command());
            }
        }
        return scenario;
    }

    /**
     * Begins a scenario with the steps, on {@link Scenario#MONDAY_MORNING}.
     *
     * @param name what the scenario shows
     * @return the scenario so far
     */
    public Scenario.Builder scenario(String name) {
        return addTo(Scenario.named(name));
    }

    @Override
    public String toString() {
        return steps.stream().map(RouteStep::toString).collect(Collectors.joining(", then "));
    }
}
