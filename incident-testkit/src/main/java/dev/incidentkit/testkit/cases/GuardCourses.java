package dev.incidentkit.testkit.cases;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.ProcessCommand;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.lifecycle.Branch;
import dev.incidentkit.core.lifecycle.Guard;
import dev.incidentkit.core.lifecycle.Transition;
import dev.incidentkit.testkit.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** For each guard of a step the course in which it alone stands against it, so that no other guard hides it. */
final class GuardCourses {
    private final ProcessDefinition definition;
    private final Routes routes;
    private final List<CommandCase> commands;
    private final List<Route> beginnings = new ArrayList<>();

    GuardCourses(ProcessDefinition definition, Routes routes) {
        this.definition = definition;
        this.routes = routes;
        this.commands = CommandCases.commands(definition);
        // one that says nothing, and the most severe
        for (CommandCase report : CommandCases.reports(definition).subList(0, 2)) {
            routes.begun(report, Scenario.MONDAY_MORNING).ifPresent(this::begin);
        }
    }

    /** As reported, and with each thing that a guard may take offence at later. */
    private void begin(Route reported) {
        beginnings.add(reported);
        for (CommandCase command : commands) {
            boolean offends = command.command() instanceof WorkCommand.Link
                    || command.command() instanceof ProcessCommand.ApplyWorkaround
                    || command.command() instanceof ProcessCommand.OpenPlan;
            if (offends) {
                routes.completed(reported, command).ifPresent(beginnings::add);
            }
        }
    }

    void addTo(List<Scenario> all) {
        for (Transition transition : definition.lifecycle().transitions()) {
            for (Guard guard : transition.guards()) {
                add(transition, guard, transition.guards(), all);
            }
            for (Branch branch : transition.branches()) {
                for (Guard guard : branch.when()) {
                    List<Guard> others = new ArrayList<>(transition.guards());
                    others.addAll(branch.when());
                    add(transition, guard, others, all);
                }
            }
        }
    }

    private void add(Transition transition, Guard guard, List<Guard> guards, List<Scenario> all) {
        List<Guard> others =
                guards.stream().filter(other -> !other.equals(guard)).toList();
        for (Route beginning : beginnings) {
            Optional<Route> there = routes.onwards(
                    beginning.incident(),
                    beginning.at(),
                    incident -> transition.from().contains(incident.status()));
            Optional<Route> alone = there.flatMap(route -> routes.content(beginning.then(route), others))
                    .filter(route -> stands(guard, route))
                    .filter(route -> transition.from().contains(route.incident().status()));
            if (alone.isPresent()) {
                add(transition, guard, alone.get(), all);
                return;
            }
        }
    }

    private static boolean stands(Guard guard, Route route) {
        Incident incident = route.incident();
        CommandContext context = CommandContext.of(CommandCases.ANN, route.at());
        return !guard.check().unmet(incident, context).isEmpty();
    }

    private void add(Transition transition, Guard guard, Route route, List<Scenario> all) {
        for (CommandCase command : commands) {
            if (command.command().action().equals(transition.action())) {
                String name = command.name() + " while only " + guard.name() + " is not content, from "
                        + route.incident().status();
                all.add(route.scenario(name)
                        .whenTried(command.actor(), command.command())
                        .build());
            }
        }
    }
}
