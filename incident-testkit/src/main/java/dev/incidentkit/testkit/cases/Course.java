package dev.incidentkit.testkit.cases;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.testkit.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A course of events in the making: what is done is done to an incident as well, so that the way on can be looked for from
 * where it stands. A course that cannot go on, because the definition has no such way, comes to nothing.
 */
final class Course {
    private final ProcessDefinition definition;
    private final Routes routes;
    private final Scenario.Builder scenario;
    private @Nullable Incident incident;
    private Instant at;

    private Course(ProcessDefinition definition, Routes routes, Scenario.Builder scenario, Instant at) {
        this.definition = definition;
        this.routes = routes;
        this.scenario = scenario;
        this.at = at;
    }

    /** Begins with a report, or whatever else begins an incident. */
    static Course of(Routes routes, ProcessDefinition definition, String name, CommandCase beginning, Instant at) {
        Course course = new Course(definition, routes, Scenario.named(name).startingAt(at), at);
        routes.begun(beginning, at).ifPresent(route -> course.take(route));
        return course;
    }

    private void take(Route route) {
        route.addTo(scenario);
        incident = route.incident();
        at = route.at();
    }

    Optional<Incident> incident() {
        return Optional.ofNullable(incident);
    }

    Instant at() {
        return at;
    }

    Course after(Duration time) {
        if (incident != null) {
            at = at.plus(time);
            incident = decided(incident, Actor.SYSTEM, new RecordCommand.Wake());
            scenario.after(time);
        }
        return this;
    }

    private Incident decided(Incident before, Actor actor, IncidentCommand command) {
        return before.applyAll(definition.decide(before, command, CommandContext.of(actor, at)));
    }

    /** Goes the shortest way to where the incident is as it must be. */
    Course until(Predicate<Incident> goal) {
        if (incident != null) {
            Optional<Route> route = routes.onwards(incident, at, goal);
            route.ifPresent(this::take);
            if (route.isEmpty()) {
                incident = null;
            }
        }
        return this;
    }

    /** Does something with all that it lacks, and goes no further where that cannot be had. */
    Course when(Actor actor, IncidentCommand command) {
        if (incident != null) {
            Optional<Route> route = routes.completed(
                    Route.at(incident, at), new CommandCase(command.action().name(), actor, command));
            route.ifPresent(this::take);
            if (route.isEmpty()) {
                incident = null;
            }
        }
        return this;
    }

    /** Does something that may be refused. */
    Course whenTried(Actor actor, IncidentCommand command) {
        if (incident != null) {
            if (definition
                    .check(incident, command, CommandContext.of(actor, at))
                    .isEmpty()) {
                incident = decided(incident, actor, command);
            }
            scenario.whenTried(actor, command);
        }
        return this;
    }

    /** The scenario, if it went all the way. */
    void addTo(List<Scenario> all) {
        if (incident != null) {
            all.add(scenario.build());
        }
    }

    static CommandCase reporting(Report report) {
        return new CommandCase("report", CommandCases.CLEO, report);
    }
}
