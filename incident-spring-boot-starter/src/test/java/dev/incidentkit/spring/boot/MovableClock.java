package dev.incidentkit.spring.boot;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test moves. */
final class MovableClock implements InstantSource {
    private volatile Instant now;

    MovableClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Only the test's own thread moves it. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    void advance(Duration by) {
        now = now.plus(by);
    }
}
