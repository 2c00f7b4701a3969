package dev.incidentkit.core.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the override ledger: the derived priority and the value that holds instead of it. Both are kept.
 *
 * @param base the derived priority when the override was made, if there was one
 * @param value the priority that holds instead
 * @param reason why, at most 1,000 characters
 * @param by the identifier of the actor who overrode
 * @param since from when it holds
 * @param until when it expires, if it does; the derived priority then holds again
 */
public record PriorityOverride(
        @Nullable Priority base,
        Priority value,
        String reason,
        String by,
        Instant since,
        @Nullable Instant until) {
    /**
     * Checks the reason and the order of the instants.
     *
     * @throws IllegalArgumentException if the reason is blank, or the expiry does not lie after the start
     */
    public PriorityOverride {
        Checks.name(reason, 1_000, "reason of an override");
        since = Checks.millis(since);
        until = Checks.millisOrNull(until);
        if (until != null && !until.isAfter(since)) {
            throw new IllegalArgumentException(
                    "An override from " + since + " must expire after that, but expires at " + until);
        }
    }
}
