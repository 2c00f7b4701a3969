package dev.incidentkit.core.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works on an incident beside its accountable owner.
 *
 * @param role as what
 * @param name the host's identifier of the person, team or supplier
 * @param from since when
 * @param to until when; null while they do
 */
public record Participant(
        Role role, String name, Instant from, @Nullable Instant to) {
    /** {@return whether they still do} */
    public boolean isEngaged() {
        return to == null;
    }
}
