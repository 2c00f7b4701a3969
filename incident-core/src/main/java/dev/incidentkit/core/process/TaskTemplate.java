package dev.incidentkit.core.process;

import dev.incidentkit.core.incident.PlannedTask;
import dev.incidentkit.core.incident.TaskPart;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A task of a plan.
 *
 * @param name 1 to 100 characters, unique within the plans of a definition
 * @param part which part of the plan it belongs to; the playbook is the part of the diagnosis
 * @param mandatory whether it stands in the way of a resolution until it is settled
 * @param after the names of the tasks of the same plan that must be settled before
 * @param within how long it may take from the opening of the plan; null for no time of its own
 */
public record TaskTemplate(
        String name,
        TaskPart part,
        boolean mandatory,
        SortedSet<String> after,
        @Nullable Allowance within) {
    /**
     * Checks the name and copies the others.
     *
     * @throws IllegalArgumentException if the name is blank or too long
     */
    public TaskTemplate {
        Names.check(name, "task");
        after = Collections.unmodifiableSortedSet(new TreeSet<>(after));
    }

    /**
     * A task that must be settled before the incident is resolved.
     *
     * @param name its name
     * @param part which part of the plan it belongs to
     * @return the task, which depends on nothing and has no time of its own
     */
    public static TaskTemplate mandatory(String name, TaskPart part) {
        return new TaskTemplate(name, part, true, Collections.emptySortedSet(), null);
    }

    /**
     * A task that may stay open.
     *
     * @param name its name
     * @param part which part of the plan it belongs to
     * @return the task, which depends on nothing and has no time of its own
     */
    public static TaskTemplate optional(String name, TaskPart part) {
        return new TaskTemplate(name, part, false, Collections.emptySortedSet(), null);
    }

    /**
     * The same task after others.
     *
     * @param names the names of all tasks that must be settled before
     * @return a copy
     */
    public TaskTemplate after(String... names) {
        return new TaskTemplate(name, part, mandatory, new TreeSet<>(List.of(names)), within);
    }

    /**
     * The same task with a deadline.
     *
     * @param allowance how long it may take from the opening of the plan
     * @return a copy
     */
    public TaskTemplate within(Allowance allowance) {
        return new TaskTemplate(name, part, mandatory, after, allowance);
    }

    PlannedTask planned(Instant openedAt) {
        return new PlannedTask(
                name, part, mandatory, Set.copyOf(after), within == null ? null : within.dueAfter(openedAt));
    }
}
