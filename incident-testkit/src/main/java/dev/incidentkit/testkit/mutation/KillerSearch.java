package dev.incidentkit.testkit.mutation;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.RecordCommand;
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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for the smallest course of events in which two definitions do otherwise, breadth first: over reports of every
 * impact and urgency, the commands of {@link CommandCases} and some lengths of time. Courses that lead to alike incidents
 * are followed once.
 */
final class KillerSearch {
    private static final List<Duration> TIMES = List.of(
            Duration.ofMinutes(20), Duration.ofHours(3), Duration.ofHours(9), Duration.ofDays(2), Duration.ofDays(8));

    private final ProcessDefinition original;
    private final ProcessDefinition mutant;
    private final int most;
    private final List<CommandCase> commands;
    private final Set<String> met = new HashSet<>();
    private int tried;

    KillerSearch(ProcessDefinition original, ProcessDefinition mutant, int most) {
        this.original = original;
        this.mutant = mutant;
        this.most = most;
        this.commands = CommandCases.commands(original);
    }

    /** Two incidents that went the same way so far. */
    private record Course(Incident original, Incident mutant, Instant at, List<String> steps) {}

    Optional<Killer> find() {
        Deque<Course> open = new ArrayDeque<>();
        for (CommandCase report : CommandCases.reports(original)) {
            Optional<Killer> found = begin(report, open);
            if (found.isPresent()) {
                return found;
            }
        }
        while (!open.isEmpty() && tried < most) {
            Optional<Killer> found = goOn(open.remove(), open);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Killer> begin(CommandCase report, Deque<Course> open) {
        Instant at = Scenario.MONDAY_MORNING;
        CommandContext context = CommandContext.of(report.actor(), at);
        Reaction one = Reaction.of(original, null, report.command(), context);
        Reaction other = Reaction.of(mutant, null, report.command(), context);
        List<String> steps = List.of(report.actor().id() + ": " + report.name());
        if (!one.seen().equals(other.seen())) {
            return Optional.of(new Killer(steps, one.seen(), other.seen()));
        }
        if (one.incident() != null && other.incident() != null) {
            follow(new Course(one.incident(), other.incident(), at, steps), open);
        }
        return Optional.empty();
    }

    private Optional<Killer> goOn(Course course, Deque<Course> open) {
        for (CommandCase next : commands) {
            Optional<Killer> found = step(course, next, Duration.ZERO, open);
            if (found.isPresent()) {
                return found;
            }
        }
        CommandCase wait = new CommandCase("wait", Actor.SYSTEM, new RecordCommand.Wake());
        for (Duration time : TIMES) {
            Optional<Killer> found = step(course, wait, time, open);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Killer> step(Course course, CommandCase next, Duration time, Deque<Course> open) {
        tried++;
        Instant at = course.at().plus(time);
        CommandContext context = CommandContext.of(next.actor(), at);
        Reaction one = Reaction.of(original, course.original(), next.command(), context);
        Reaction other = Reaction.of(mutant, course.mutant(), next.command(), context);
        List<String> steps = new ArrayList<>(course.steps());
        steps.add(time.isZero() ? next.actor().id() + ": " + next.name() : "wait " + time);
        if (!one.seen().equals(other.seen())) {
            return Optional.of(new Killer(steps, one.seen(), other.seen()));
        }
        Incident after = one.incident();
        Incident mutated = other.incident();
        if (after != null && mutated != null && (!time.isZero() || !after.equals(course.original()))) {
            follow(new Course(after, mutated, at, steps), open);
        }
        return Optional.empty();
    }

    private void follow(Course course, Deque<Course> open) {
        if (met.add(shape(course.original(), course.at()))) {
            open.add(course);
        }
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
