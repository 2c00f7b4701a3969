package dev.incidentkit.core.definition;

import java.time.Instant;

/** Instants compared. */
final class Times {
    private Times() {}

    static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
