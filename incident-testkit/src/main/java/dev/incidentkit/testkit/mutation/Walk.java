package dev.incidentkit.testkit.mutation;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.testkit.Moment;
import dev.incidentkit.testkit.Scenario;
import dev.incidentkit.testkit.cases.CommandCase;
import dev.incidentkit.testkit.cases.CommandCases;
import dev.incidentkit.testkit.coverage.CoverageRecorder;
import dev.incidentkit.testkit.mutation.Ways.Move;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Scenarios that are made of a definition: over reports of every impact and urgency, one step from wherever the lifecycle
 * leads, and then breadth first over the commands of {@link CommandCases} and some lengths of time, each that reaches a cell, rule, guard, transition, threshold or reason to wait
 * which none before it reached. They say what the definition does, not what it should do: good to hold a changed definition
 * against, and to show what can be reached at all. Stateless.
 */
public final class Walk {
    private final ProcessDefinition observed;
    private final CoverageRecorder recorder = new CoverageRecorder();
    private final List<Move> next;
    private final List<List<Move>> ways;
    private final int most;
    private final Set<String> met = new HashSet<>();
    private final Deque<Course> open = new ArrayDeque<>();
    private final List<Scenario> scenarios = new ArrayList<>();
    private int tried;

    private Walk(ProcessDefinition definition, int most) {
        this.observed = recorder.observe(definition);
        this.next = KillerSearch.moves(definition);
        this.ways = Ways.of(definition);
        this.most = most;
    }

    /** How an incident stands after some steps; null before the report. */
    private record Course(@Nullable Incident incident, Instant at, List<Move> moves) {}

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
        Course nothing = new Course(null, Scenario.MONDAY_MORNING, List.of());
        for (CommandCase report : CommandCases.reports(observed)) {
            step(nothing, new Move(report, Duration.ZERO));
        }
        for (List<Move> way : ways) {
            Course course = nothing;
            for (Move move : way) {
                course = step(course, move);
            }
            goOn(course);
        }
        while (!open.isEmpty() && tried < most) {
            goOn(open.remove());
        }
    }

    private void goOn(Course course) {
        next.forEach(move -> step(course, move));
    }

    private Course step(Course course, Move move) {
        tried++;
        int before = recorder.reached();
        Instant at = course.at().plus(move.before());
        CommandContext context = CommandContext.of(move.command().actor(), at);
        Reaction reaction =
                Reaction.of(observed, course.incident(), move.command().command(), context);
        List<Move> moves = new ArrayList<>(course.moves());
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

    private static Scenario scenario(List<Move> moves) {
        Scenario.Builder scenario =
                Scenario.named(moves.stream().map(Move::toString).collect(Collectors.joining(", then ")));
        for (Move move : moves) {
            if (move.before().isZero()) {
                scenario.whenTried(move.command().actor(), move.command().command());
            } else {
                scenario.after(move.before());
            }
        }
        return scenario.build();
    }
}
