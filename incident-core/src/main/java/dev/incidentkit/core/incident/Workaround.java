package dev.incidentkit.core.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A temporary fix.
 *
 * @param name its name
 * @param from since when it is in place
 * @param to when it was removed; null while it is in place
 */
public record Workaround(
        String name, Instant from, @Nullable Instant to) {
    /** {@return how it stands} */
    public WorkaroundState state() {
        return to == null ? WorkaroundState.ACTIVE : WorkaroundState.REMOVED;
    }
}
