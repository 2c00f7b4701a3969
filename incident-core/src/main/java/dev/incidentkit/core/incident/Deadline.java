package dev.incidentkit.core.incident;

import java.time.Instant;

/**
 * Something that is to be done by an instant and is not done yet.
 *
 * @param kind what is due
 * @param subject of which task, role, audience, change or review action
 * @param dueAt when it is due; it is overdue a millisecond later
 * @param passed whether it is on the record that it is overdue
 */
public record Deadline(DeadlineKind kind, String subject, Instant dueAt, boolean passed) {
    /** {@return the first instant at which it is overdue} */
    public Instant overdueAt() {
        return dueAt.plusMillis(1);
    }
}
