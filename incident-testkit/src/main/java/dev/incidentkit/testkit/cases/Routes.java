package dev.incidentkit.testkit.cases;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.lifecycle.Guard;
import dev.incidentkit.testkit.Scenario;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The shortest ways through the lifecycle of a definition, whatever it is. They are found by asking: what {@link
 * ProcessDefinition#check} says is lacking is done first, as far as the library knows how, be it a field to give, an item
 * of a checklist, a task, a review or some time to wait. What only a port of the host can answer, and guards of the host's
 * own whose codes are none of the library's, stay in the way. Immutable and safe for use by several threads.
 *
 * <pre>{@code
 * Route closed = Routes.of(definition).to("CLOSED").orElseThrow();
 * closed.scenario("closes in the end").then(moment -> assertThat(moment).messages().reach("customers")).build();
 * }</pre>
 */
public final class Routes {
    private static final IncidentId ID = new IncidentId("INC-1");

    private final ProcessDefinition definition;
    private final RouteSearch search;

    private Routes(ProcessDefinition definition) {
        this.definition = definition;
        this.search = new RouteSearch(definition);
    }

    /**
     * Ways through a definition.
     *
     * @param definition the definition
     * @return the ways, which are searched for when they are asked for
     */
    public static Routes of(ProcessDefinition definition) {
        return new Routes(definition);
    }

    /**
     * The shortest way from a report to a status.
     *
     * @param status the name of the status
     * @return the way; empty where none was found
     * @throws IllegalArgumentException if the lifecycle has no such status
     */
    public Optional<Route> to(String status) {
        if (definition.lifecycle().status(status).isEmpty()) {
            throw new IllegalArgumentException("'" + status + "' is none of "
                    + definition.lifecycle().statuses().stream()
                            .map(Status::name)
                            .toList());
        }
        return begun().flatMap(route ->
                search.first(route, incident -> incident.status().name().equals(status)));
    }

    /** A report that says no more than it must. */
    private Optional<Route> begun() {
        return begun(CommandCases.reports(definition).get(0), Scenario.MONDAY_MORNING);
    }

    /**
     * The way of one report.
     *
     * @param report the report
     * @param at when
     * @return the way; empty where the report is refused
     */
    public Optional<Route> begun(CommandCase report, Instant at) {
        CommandContext context = CommandContext.of(report.actor(), at);
        if (!definition.checkBeginning(report.command(), context).isEmpty()) {
            return Optional.empty();
        }
        List<IncidentEvent> events = definition.begin(ID, TenantId.DEFAULT, report.command(), context);
        return Optional.of(new Route(List.of(RouteStep.now(report)), Incident.replay(events), at));
    }

    /**
     * The shortest way on from where an incident stands.
     *
     * @param incident the incident
     * @param at when it goes on
     * @param goal where to
     * @return the way, of no step where it is there already; empty where none was found
     */
    public Optional<Route> onwards(Incident incident, Instant at, Predicate<Incident> goal) {
        return search.first(Route.at(incident, at), goal);
    }

    /**
     * The shortest way to each situation that the lifecycle tells apart: each status with each reason to wait, with and
     * without an owner, and with and without what its guards ask for.
     *
     * @return the ways from a report on, the shortest first
     */
    public List<Route> everywhere() {
        return begun().map(search::all).orElse(List.of());
    }

    /**
     * A command with everything before it that it lacks.
     *
     * @param route how the incident got where it is
     * @param command what is to be done in the end
     * @return the way on, which ends with the command; empty where something stands against it that nothing is known about
     */
    public Optional<Route> completed(Route route, CommandCase command) {
        return search.attempt(route, new RouteSearch.Wish(command, List.of()), RouteSearch.DEPTH);
    }

    /** A route with everything after it that makes guards content; empty where that cannot be had. */
    Optional<Route> content(Route route, List<Guard> guards) {
        return search.content(route, guards);
    }
}
