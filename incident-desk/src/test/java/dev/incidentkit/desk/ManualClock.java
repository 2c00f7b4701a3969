package dev.incidentkit.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved. */
final class ManualClock implements InstantSource {
    private volatile Instant now;

    ManualClock(Instant now) {
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

    /** Only the test's own thread moves it. */
    void set(Instant instant) {
        now = instant;
    }
}
