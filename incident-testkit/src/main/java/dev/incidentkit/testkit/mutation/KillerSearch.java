package dev.incidentkit.testkit.mutation;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.testkit.Scenario;
import dev.incidentkit.testkit.cases.CommandCase;
import dev.incidentkit.testkit.cases.CommandCases;
import dev.incidentkit.testkit.cases.Route;
import dev.incidentkit.testkit.cases.RouteStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a small course of events in which two definitions do otherwise: first over reports of every impact and urgency
 * and what may follow at once, then one step from wherever the lifecycle leads, then on and on, breadth first. Incidents
 * that are alike are followed once. Of what is found, steps are left out as long as it still shows the difference.
 */
final class KillerSearch {
    /** Lengths of time that thresholds, office hours and closures tell apart. */
    static final List<Duration> TIMES = List.of(
            Duration.ofMinutes(20), Duration.ofHours(3), Duration.ofHours(9), Duration.ofDays(2), Duration.ofDays(8));

    private final ProcessDefinition original;
    private final ProcessDefinition mutant;
    private final Supplier<List<Route>> ways;
    private final int most;
    private final List<RouteStep> next = new ArrayList<>();
    private final Set<String> met = new HashSet<>();
    private final Deque<Course> open = new ArrayDeque<>();
    private int tried;

    /**
     * A search.
     *
     * @param ways where the lifecycle of the original leads
     * @param most how many steps are tried
     */
    KillerSearch(ProcessDefinition original, ProcessDefinition mutant, Supplier<List<Route>> ways, int most) {
        this.original = original;
        this.ways = ways;
        this.mutant = mutant;
        this.most = most;
        this.next.addAll(moves(original));
    }

    /** Everything that may come next: each command at once, and each length of time. */
    static List<RouteStep> moves(ProcessDefinition definition) {
        List<RouteStep> moves = new ArrayList<>();
        CommandCases.commands(definition).forEach(command -> moves.add(RouteStep.now(command)));
        TIMES.forEach(time -> moves.add(RouteStep.waiting(time)));
        return moves;
    }

    /** Two incidents that went the same way so far; null before the report. */
    private record Course(
            @Nullable Incident original, @Nullable Incident mutant, Instant at, List<RouteStep> moves) {}

    Optional<Killer> find() {
        return search().map(this::shrunk);
    }

    private Optional<Killer.Found> search() {
        Course nothing = new Course(null, null, Scenario.MONDAY_MORNING, List.of());
        for (CommandCase report : CommandCases.reports(original)) {
            Optional<Killer.Found> found = step(nothing, RouteStep.now(report));
            if (found.isPresent()) {
                return found;
            }
        }
        for (int left = open.size(); left > 0 && tried < most; left--) {
            Optional<Killer.Found> found = goOn(open.remove());
            if (found.isPresent()) {
                return found;
            }
        }
        Optional<Killer.Found> near = nearWays();
        while (near.isEmpty() && !open.isEmpty() && tried < most) {
            near = goOn(open.remove());
        }
        return near;
    }

    /** One step from wherever the lifecycle leads. */
    private Optional<Killer.Found> nearWays() {
        for (Route way : tried < most ? ways.get() : List.<Route>of()) {
            Optional<Killer.Found> found = along(way.steps());
            if (found.isPresent() || tried >= most) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Killer.Found> along(List<RouteStep> way) {
        Course course = new Course(null, null, Scenario.MONDAY_MORNING, List.of());
        for (RouteStep move : way) {
            Course before = course;
            Both both = both(before, move);
            if (both.differ()) {
                return Optional.of(both.found(before, move));
            }
            course = both.after(before, move);
        }
        return goOn(course);
    }

    private Optional<Killer.Found> goOn(Course course) {
        for (RouteStep move : next) {
            Optional<Killer.Found> found = step(course, move);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Killer.Found> step(Course course, RouteStep move) {
        Both both = both(course, move);
        if (both.differ()) {
            return Optional.of(both.found(course, move));
        }
        Course after = both.after(course, move);
        Incident incident = after.original();
        boolean again = move.before().isZero() && Objects.equals(incident, course.original());
        if (incident != null && !again && met.add(shape(incident, after.at()))) {
            open.add(after);
        }
        return Optional.empty();
    }

    private Both both(Course course, RouteStep move) {
        tried++;
        CommandContext context =
                CommandContext.of(move.command().actor(), course.at().plus(move.before()));
        return new Both(
                Reaction.of(original, course.original(), move.command().command(), context),
                Reaction.of(mutant, course.mutant(), move.command().command(), context));
    }

    /** How both react to the same step. */
    private record Both(Reaction original, Reaction mutant) {
        boolean differ() {
            return original.differs(mutant);
        }

        Course after(Course before, RouteStep move) {
            return new Course(
                    original.incident(),
                    mutant.incident(),
                    before.at().plus(move.before()),
                    with(before.moves(), move));
        }

        Killer.Found found(Course before, RouteStep move) {
            return new Killer.Found(with(before.moves(), move), original.unlike(mutant), mutant.unlike(original));
        }
    }

    private static List<RouteStep> with(List<RouteStep> moves, RouteStep move) {
        List<RouteStep> all = new ArrayList<>(moves);
        all.add(move);
        return all;
    }

    /** Leaves out, from the end on, what is not needed to show the difference. */
    private Killer shrunk(Killer.Found found) {
        Killer.Found smallest = found;
        for (int i = found.moves().size() - 1; i >= 1; i--) {
            if (i < smallest.moves().size() - 1) {
                List<RouteStep> fewer = new ArrayList<>(smallest.moves());
                fewer.remove(i);
                smallest = shows(fewer).orElse(smallest);
            }
        }
        return smallest.killer();
    }

    private Optional<Killer.Found> shows(List<RouteStep> moves) {
        Course course = new Course(null, null, Scenario.MONDAY_MORNING, List.of());
        for (RouteStep move : moves) {
            Both both = both(course, move);
            if (both.differ()) {
                return Optional.of(both.found(course, move));
            }
            course = both.after(course, move);
        }
        return Optional.empty();
    }

    /** What of an incident decides how it may go on; how often something was written down does not. */
    static String shape(Incident incident, Instant at) {
        Set<String> kinds = new TreeSet<>();
        for (IncidentEvent event : incident.history()) {
            kinds.add(event.getClass().getSimpleName());
        }
        return incident.status() + "|" + incident.holdReason() + "|" + incident.owner() + "|" + incident.priority()
                + "|"
                + incident.checklist() + "|" + incident.category() + "|" + incident.relations() + "|" + kinds + "|"
                + Duration.between(Scenario.MONDAY_MORNING, at).toHours();
    }
}
