package dev.incidentkit.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that stands still until it is told to go on: for desks, runners and whatever else takes its time from an
 * {@link InstantSource}. It never goes back, as records do not. Safe for use by several threads.
 */
public final class ManualClock implements InstantSource {
    private volatile Instant now;

    private ManualClock(Instant start) {
        this.now = start;
    }

    /**
     * A clock that shows an instant.
     *
     * @param start what it shows first
     * @return the clock
     */
    public static ManualClock startingAt(Instant start) {
        return new ManualClock(start);
    }

    /**
     * A clock that shows an instant.
     *
     * @param start what it shows first, in ISO 8601, for example {@code 2026-03-02T09:00:00Z}
     * @return the clock
     */
    public static ManualClock startingAt(String start) {
        return new ManualClock(Instant.parse(start));
    }

    @Override
    public Instant instant() {
        return now;
    }

    /**
     * Lets time pass.
     *
     * @param time how much, zero or more
     * @return what the clock shows then
     * @throws IllegalArgumentException if the time is negative
     */
    public synchronized Instant advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("Time does not go back, but was to go on by " + time);
        }
        now = now.plus(time);
        return now;
    }

    /**
     * Lets time pass until an instant.
     *
     * @param instant not before what the clock shows
     * @return the instant
     * @throws IllegalArgumentException if it lies before what the clock shows
     */
    public synchronized Instant advanceTo(Instant instant) {
        if (instant.isBefore(now)) {
            throw new IllegalArgumentException("Time does not go back from " + now + " to " + instant);
        }
        now = instant;
        return now;
    }

    @Override
    public String toString() {
        return "ManualClock " + now;
    }
}
