package dev.incidentkit.testkit.cases;

import static dev.incidentkit.testkit.cases.CommandCases.ANN;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.lifecycle.Transition;
import dev.incidentkit.testkit.Moment;
import dev.incidentkit.testkit.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is refused, in each situation that the lifecycle tells apart. */
final class RefusalCourses {
    private static final Actor STRANGER = Actor.human("stranger", new Role("STRANGER"));

    private final ProcessDefinition definition;
    private final List<CommandCase> tried = new ArrayList<>();

    RefusalCourses(ProcessDefinition definition) {
        this.definition = definition;
        Set<Action> restricted = new LinkedHashSet<>();
        for (Transition transition : definition.lifecycle().transitions()) {
            if (!transition.roles().isEmpty()) {
                restricted.add(transition.action());
            }
        }
        for (CommandCase command : CommandCases.commands(definition)) {
            tried.add(command);
            if (restricted.contains(command.command().action())) {
                tried.add(new CommandCase(command.name() + " by a stranger", STRANGER, command.command()));
            }
        }
    }

    List<Scenario> all() {
        List<Scenario> all = new ArrayList<>();
        for (Route route : Routes.of(definition).everywhere()) {
            Scenario.Builder scenario = route.scenario("what is refused after " + route);
            boolean refuses = false;
            for (CommandCase command : tried) {
                List<String> codes = codes(definition.check(
                        route.incident(), command.command(), CommandContext.of(command.actor(), route.at())));
                if (!codes.isEmpty()) {
                    refuses = true;
                    scenario.whenTried(command.actor(), command.command())
                            .then(moment -> check(moment, command, codes));
                }
            }
            if (refuses) {
                all.add(scenario.build());
            }
        }
        beginnings(all);
        return all;
    }

    /** Who asks for a beginning by its name alone is told all that it requires. */
    private void beginnings(List<Scenario> all) {
        for (Transition transition : definition.lifecycle().transitions()) {
            if (transition.from().isEmpty()) {
                CommandCase bare = new CommandCase(
                        transition.action() + " without a word", ANN, LifecycleCommand.Perform.of(transition.action()));
                List<String> codes = codes(definition.checkBeginning(
                        bare.command(), CommandContext.of(bare.actor(), Scenario.MONDAY_MORNING)));
                if (!codes.isEmpty()) {
                    all.add(Scenario.named("what a beginning by " + transition.action() + " requires")
                            .whenTried(bare.actor(), bare.command())
                            .then(moment -> check(moment, bare, codes))
                            .build());
                }
            }
        }
    }

    private static List<String> codes(List<Unmet> unmet) {
        return unmet.stream()
                .map(one -> one.code() + (one.field() == null ? "" : "(" + one.field() + ")"))
                .sorted()
                .toList();
    }

    private static void check(Moment moment, CommandCase command, List<String> expected) {
        List<String> came = codes(moment.refusal());
        if (!came.equals(expected)) {
            throw new AssertionError("\nExpecting '" + command.name() + "' to be refused for " + expected
                    + "\nbut it was " + (came.isEmpty() ? "accepted" : "refused for " + came));
        }
    }
}
