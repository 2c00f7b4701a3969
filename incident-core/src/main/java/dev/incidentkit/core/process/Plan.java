package dev.incidentkit.core.process;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.PlanKind;
import dev.incidentkit.core.incident.PlannedTask;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident model, a response plan or a disaster-recovery plan: ordered tasks and what belongs to them. An incident
 * keeps the tasks as they were when its plan was opened; an {@link Incident} tells how they stand.
 *
 * @param kind what kind of plan it is
 * @param name 1 to 100 characters, unique within its kind
 * @param tasks the tasks in order
 * @param checklist items that it adds to the closure checklist
 * @param defaults of a model, what it gives to incidents that lack it
 * @param reviewBy the last day on which it counts as reviewed; null if nobody reviews it
 */
public record Plan(
        PlanKind kind,
        String name,
        List<TaskTemplate> tasks,
        List<String> checklist,
        ModelDefaults defaults,
        @Nullable LocalDate reviewBy) {
    /**
     * Checks the name and copies the lists.
     *
     * @throws IllegalArgumentException if the name is blank or too long
     */
    public Plan {
        Names.check(name, "plan");
        tasks = List.copyOf(tasks);
        checklist = List.copyOf(checklist);
    }

    /**
     * A plan without tasks.
     *
     * @param kind what kind of plan it is
     * @param name its name
     * @return the plan
     */
    public static Plan of(PlanKind kind, String name) {
        return new Plan(kind, name, List.of(), List.of(), ModelDefaults.NONE, null);
    }

    /**
     * The same plan with tasks.
     *
     * @param all the tasks in order
     * @return a copy
     */
    public Plan tasks(TaskTemplate... all) {
        return new Plan(kind, name, List.of(all), checklist, defaults, reviewBy);
    }

    /**
     * The same plan with items for the closure checklist.
     *
     * @param items the items
     * @return a copy
     */
    public Plan checklist(String... items) {
        return new Plan(kind, name, tasks, List.of(items), defaults, reviewBy);
    }

    /**
     * The same plan with defaults.
     *
     * @param given what it gives to incidents that lack it
     * @return a copy
     */
    public Plan defaults(ModelDefaults given) {
        return new Plan(kind, name, tasks, checklist, given, reviewBy);
    }

    /**
     * The same plan with a day by which people must look at it again.
     *
     * @param day the last day on which it counts as reviewed
     * @return a copy
     */
    public Plan reviewBy(LocalDate day) {
        return new Plan(kind, name, tasks, checklist, defaults, day);
    }

    List<PlannedTask> planned(Instant openedAt) {
        return tasks.stream().map(task -> task.planned(openedAt)).toList();
    }
}
