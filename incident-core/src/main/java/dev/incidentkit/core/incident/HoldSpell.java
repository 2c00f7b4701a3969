package dev.incidentkit.core.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time that an incident waited.
 *
 * @param reason what it waited for
 * @param from when waiting began
 * @param to when waiting ended; null while it lasts
 */
public record HoldSpell(
        HoldReason reason, Instant from, @Nullable Instant to) {
    /**
     * Cuts the instants to milliseconds and checks their order.
     *
     * @throws IllegalArgumentException if it ends before it begins
     */
    public HoldSpell {
        from = Checks.millis(from);
        to = Checks.millisOrNull(to);
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("Waiting for " + reason + " from " + from + " ends before, at " + to);
        }
    }
}
