package dev.incidentkit.core.lifecycle;

import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.Handling;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Task;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import dev.incidentkit.core.incident.UnmetKind;
import dev.incidentkit.core.incident.Workaround;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What guards ask of how an incident is handled. Where nothing was planned, they allocate nothing. */
final class HandlingGuards {
    private HandlingGuards() {}

    private static Unmet unmet(String code, @Nullable String field, String message) {
        return new Unmet(UnmetKind.GUARD, code, field, message);
    }

    static List<Unmet> tasks(Incident incident) {
        List<Task> tasks = incident.handling().tasks();
        if (tasks.isEmpty()) {
            return List.of();
        }
        return tasks.stream()
                .filter(task -> task.planned().mandatory() && !task.state().isSettled())
                .map(task -> unmet(
                        UnmetCode.TASK_OPEN,
                        task.name(),
                        "task '" + task.name() + "' is mandatory, but " + task.state()))
                .toList();
    }

    static List<Unmet> workarounds(Incident incident) {
        Handling handling = incident.handling();
        if (handling.workarounds().isEmpty() || isTakenOver(incident)) {
            return List.of();
        }
        List<Unmet> unmet = new ArrayList<>();
        for (Workaround workaround : handling.activeWorkarounds()) {
            unmet.add(unmet(
                    UnmetCode.WORKAROUND_ACTIVE,
                    workaround.name(),
                    "workaround '" + workaround.name() + "' is in place since " + workaround.from()
                            + ", and no problem or known error is linked that takes it over"));
        }
        return unmet;
    }

    private static boolean isTakenOver(Incident incident) {
        return incident.relations().stream()
                .anyMatch(relation ->
                        relation.kind() == RelationKind.PROBLEM || relation.kind() == RelationKind.KNOWN_ERROR);
    }

    static List<Unmet> checklist(Incident incident) {
        Handling handling = incident.handling();
        if (handling.checklist().isEmpty()) {
            return List.of();
        }
        return handling.checklist().stream()
                .filter(item -> !incident.checklist().contains(item))
                .sorted()
                .map(item -> unmet(UnmetCode.CHECKLIST_OPEN, item, "checklist item " + item + " of a plan is not done"))
                .toList();
    }

    static List<Unmet> contained(Incident incident) {
        return incident.at(Milestone.CONTAINED).isPresent()
                ? List.of()
                : List.of(unmet(
                        UnmetCode.CONTAINMENT_REQUIRED,
                        null,
                        "it is not said that the spread of incident " + incident.id() + " was stopped"));
    }

    static List<Unmet> major(Incident incident) {
        return !incident.handling().isMajor() || incident.review().isPresent()
                ? List.of()
                : List.of(unmet(
                        UnmetCode.REVIEW_REQUIRED,
                        "review",
                        "a review of incident " + incident.id() + " must be opened, because it is a major one"));
    }

    /** Asks for a review where a condition holds. */
    record Reviewed(Condition where) implements Guard.Check {
        @Override
        public List<Unmet> unmet(Incident incident, CommandContext context) {
            return incident.review().isPresent() || !where.holds(incident.facts())
                    ? List.of()
                    : List.of(HandlingGuards.unmet(
                            UnmetCode.REVIEW_REQUIRED,
                            "review",
                            "a review of incident " + incident.id() + " must be opened, because " + where));
        }
    }

    /** Asks to stay in a status for a while. */
    record Quiet(Duration time) implements Guard.Check {
        @Override
        public List<Unmet> unmet(Incident incident, CommandContext context) {
            Instant end = incident.statusSince().plus(time);
            return context.at().isBefore(end)
                    ? List.of(HandlingGuards.unmet(
                            UnmetCode.NOT_QUIET,
                            "status",
                            "incident " + incident.id() + " must stay " + incident.status() + " until " + end
                                    + "; it is " + context.at()))
                    : List.of();
        }
    }

    /** Asks for the items of a checklist. */
    record Checked(List<String> items) implements Guard.Check {
        @Override
        public List<Unmet> unmet(Incident incident, CommandContext context) {
            if (isDone(incident.checklist())) {
                return List.of();
            }
            return items.stream()
                    .filter(item -> !incident.checklist().contains(item))
                    .map(item -> HandlingGuards.unmet(
                            UnmetCode.CHECKLIST_OPEN, item, "checklist item " + item + " is not done"))
                    .toList();
        }

        private boolean isDone(Set<String> done) {
            for (int i = 0; i < items.size(); i++) {
                if (!done.contains(items.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }
}
