package dev.incidentkit.testkit.mutation;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.testkit.Scenario;
import dev.incidentkit.testkit.cases.CommandCase;
import dev.incidentkit.testkit.cases.CommandCases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where incidents can come to by steps of the lifecycle alone: a shortest way to each status, with each reason to wait, with
 * and without an owner, and with each state of the checklist. From there everything else is near.
 */
final class Ways {
    private static final int MOST = 6_000;

    private Ways() {}

    /** What is done, and how long after what was done before. */
    record Move(CommandCase command, Duration before) {
        @Override
        public String toString() {
            return before.isZero() ? command.actor().id() + ": " + command.name() : "wait " + before;
        }
    }

    private record Course(Incident incident, List<Move> moves) {}

    /** The ways from a report that says no more than it must, the shortest first. */
    static List<List<Move>> of(ProcessDefinition definition) {
        List<CommandCase> steps = CommandCases.commands(definition).stream()
                .filter(one -> one.command().theme() == IncidentCommand.Theme.LIFECYCLE
                        || one.command() instanceof WorkCommand.AnswerChecklist)
                .toList();
        List<List<Move>> ways = new ArrayList<>();
        Set<String> met = new HashSet<>();
        Deque<Course> open = new ArrayDeque<>();
        CommandCase report = CommandCases.reports(definition).get(0);
        Reaction begun = react(definition, null, report);
        if (begun.incident() != null) {
            open.add(new Course(begun.incident(), List.of(new Move(report, Duration.ZERO))));
        }
        for (int tried = 0; !open.isEmpty() && tried < MOST; tried += steps.size()) {
            Course course = open.remove();
            if (met.add(shape(course.incident()))) {
                ways.add(course.moves());
                for (CommandCase step : steps) {
                    Incident after = react(definition, course.incident(), step).incident();
                    if (after != null && !met.contains(shape(after))) {
                        List<Move> moves = new ArrayList<>(course.moves());
                        moves.add(new Move(step, Duration.ZERO));
                        open.add(new Course(after, moves));
                    }
                }
            }
        }
        return ways;
    }

    private static Reaction react(ProcessDefinition definition, @Nullable Incident before, CommandCase step) {
        Instant at = Scenario.MONDAY_MORNING;
        return Reaction.of(definition, before, step.command(), CommandContext.of(step.actor(), at));
    }

    private static String shape(Incident incident) {
        return incident.status() + "|" + incident.holdReason() + "|"
                + incident.owner().isPresent() + "|" + incident.checklist();
    }
}
