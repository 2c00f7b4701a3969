package dev.incidentkit.core.incident;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A task as a plan asked for it when it was opened.
 *
 * @param name its name, unique within the plans of a definition
 * @param part which part of the plan it belongs to
 * @param mandatory whether it stands in the way of a resolution until it is settled
 * @param after the names of the tasks that must be settled before it
 * @param dueAt when it is due; null for no time of its own
 */
public record PlannedTask(
        String name,
        TaskPart part,
        boolean mandatory,
        Set<String> after,
        @Nullable Instant dueAt) {
    /** Copies the names and cuts the instant to milliseconds. */
    public PlannedTask {
        after = Set.copyOf(after);
        dueAt = Checks.millisOrNull(dueAt);
    }
}
