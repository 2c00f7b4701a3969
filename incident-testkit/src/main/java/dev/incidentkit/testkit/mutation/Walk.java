package dev.incidentkit.testkit.mutation;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.testkit.Moment;
import dev.incidentkit.testkit.Scenario;
import dev.incidentkit.testkit.cases.CommandCase;
import dev.incidentkit.testkit.cases.CommandCases;
import dev.incidentkit.testkit.coverage.CoverageRecorder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Scenarios that are made of a definition: breadth first over reports of every impact and urgency, the commands of {@link
 * CommandCases} and some lengths of time, each that reaches a cell, rule, guard, transition, threshold or reason to wait
 * which none before it reached. They say what the definition does, not what it should do: good to hold a changed definition
 * against, and to show what can be reached at all. Stateless.
 */
public final class Walk {
    private static final List<Duration> TIMES = List.of(
            Duration.ofMinutes(20), Duration.ofHours(3), Duration.ofHours(9), Duration.ofDays(2), Duration.ofDays(8));

    private final ProcessDefinition observed;
    private final CoverageRecorder recorder = new CoverageRecorder();
    private final List<CommandCase> commands;
    private final int most;
    private final Set<String> met = new HashSet<>();
    private final List<Scenario> scenarios = new ArrayList<>();
    private int tried;

    private Walk(ProcessDefinition definition, int most) {
        this.observed = recorder.observe(definition);
        this.commands = CommandCases.commands(definition);
        this.most = most;
    }

    /** What is done, and how long after what was done before. */
    private record Step(CommandCase command, Duration before) {}

    /** How an incident stands after some steps. */
    private record Course(Incident incident, Instant at, List<Step> steps) {}

    /**
     * Walks through a definition.
     *
     * @param definition the definition
     * @param steps how many steps are tried at most, for example 20,000
     * @return the scenarios, the shortest first; each ends by looking at all that a test could see, which is as it is now
     */
    public static List<Scenario> through(ProcessDefinition definition, int steps) {
        Walk walk = new Walk(definition, steps);
        walk.run();
        List<Scenario> pinned = new ArrayList<>();
        for (Scenario scenario : walk.scenarios) {
            String seen = Reaction.look(scenario.verify(definition));
            pinned.add(Scenario.named(scenario.name())
                    .given(scenario)
                    .then(moment -> check(moment, seen))
                    .build());
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
        Deque<Course> open = new ArrayDeque<>();
        for (CommandCase report : CommandCases.reports(observed)) {
            step(null, new Step(report, Duration.ZERO), open);
        }
        CommandCase wait = new CommandCase("wait", Actor.SYSTEM, new RecordCommand.Wake());
        while (!open.isEmpty() && tried < most) {
            Course course = open.remove();
            commands.forEach(command -> step(course, new Step(command, Duration.ZERO), open));
            TIMES.forEach(time -> step(course, new Step(wait, time), open));
        }
    }

    private void step(@Nullable Course course, Step step, Deque<Course> open) {
        tried++;
        int before = recorder.reached();
        Instant at = course == null ? Scenario.MONDAY_MORNING : course.at().plus(step.before());
        CommandContext context = CommandContext.of(step.command().actor(), at);
        Incident earlier = course == null ? null : course.incident();
        Reaction reaction = Reaction.of(observed, earlier, step.command().command(), context);
        List<Step> steps = new ArrayList<>(course == null ? List.of() : course.steps());
        steps.add(step);
        if (recorder.reached() > before) {
            scenarios.add(scenario(steps));
        }
        Incident after = reaction.incident();
        boolean again = Objects.equals(after, earlier) && step.before().isZero();
        if (after != null && !again && met.add(KillerSearch.shape(after, at))) {
            open.add(new Course(after, at, steps));
        }
    }

    private static Scenario scenario(List<Step> steps) {
        StringBuilder name = new StringBuilder();
        for (Step step : steps) {
            name.append(name.length() == 0 ? "" : ", then ")
                    .append(step.before().isZero() ? step.command().name() : "wait " + step.before());
        }
        Scenario.Builder scenario = Scenario.named(name.toString());
        for (Step step : steps) {
            if (!step.before().isZero()) {
                scenario.after(step.before());
            } else {
                scenario.whenTried(step.command().actor(), step.command().command());
            }
        }
        return scenario.build();
    }
}
