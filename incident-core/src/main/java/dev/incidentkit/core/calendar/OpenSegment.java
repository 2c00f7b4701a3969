package dev.incidentkit.core.calendar;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of open time, half open: the start belongs to it, the end does not. Immutable.
 *
 * @param start the opening, or the beginning of the range that was asked for
 * @param end the closing, or the end of that range; after the start
 */
public record OpenSegment(Instant start, Instant end) {
    /**
     * Makes a segment.
     *
     * @throws IllegalArgumentException if the end is not after the start
     */
    public OpenSegment {
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException(
                    "A segment must end after it starts, but runs from " + start + " to " + end);
        }
    }

    static OpenSegment of(long start, long end) {
        return new OpenSegment(Instant.ofEpochMilli(start), Instant.ofEpochMilli(end));
    }

    /** {@return how long it is, in physical time} */
    public Duration duration() {
        return Duration.between(start, end);
    }
}
