package dev.incidentkit.examples.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the log. A value of {@code ?} is missing and reads as null.
 *
 * @param line the line of the file on which it begins, the header being line 1
 * @param number the incident
 * @param state the status in the words of the log
 * @param active whether the log calls the incident active
 * @param reassignments how often the log says it was reassigned
 * @param reopenings how often the log says it was reopened
 * @param modifications how often the log says it was modified
 * @param openedAt when it was opened
 * @param createdAt when its record was created
 * @param updatedAt when this row was written
 * @param channel how it was reported
 * @param category its category
 * @param impact the label of its impact
 * @param urgency the label of its urgency
 * @param priority the label of its priority
 * @param group the group it was assigned to
 * @param person the person it was assigned to
 * @param closedCode its closing code
 * @param resolvedAt when it was resolved, repeated on every row
 * @param closedAt when it was closed, repeated on every row
 */
record AuditRow(
        long line,
        String number,
        String state,
        boolean active,
        int reassignments,
        int reopenings,
        int modifications,
        Instant openedAt,
        @Nullable Instant createdAt,
        Instant updatedAt,
        @Nullable String channel,
        @Nullable String category,
        String impact,
        String urgency,
        String priority,
        @Nullable String group,
        @Nullable String person,
        @Nullable String closedCode,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt) {}
