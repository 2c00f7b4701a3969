package dev.incidentkit.core.sla;

import java.time.Duration;

/**
 * A time, measured both ways.
 *
 * @param working open time of the calendars that were in force
 * @param wall physical time
 */
public record Spent(Duration working, Duration wall) {
    /** No time. */
    public static final Spent NONE = new Spent(Duration.ZERO, Duration.ZERO);

    /**
     * Both together.
     *
     * @param other the other
     * @return the sum
     */
    public Spent plus(Spent other) {
        return new Spent(working.plus(other.working), wall.plus(other.wall));
    }
}
