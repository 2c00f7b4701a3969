package dev.incidentkit.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** A clock that stands still until it is moved. */
public final class ManualClock implements InstantSource {
    private volatile Instant now;
    private volatile Consumer<Instant> follower = moved -> {};

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
        follower.accept(now);
    }

    /** Says who is told when it is moved: a store whose clock is elsewhere. */
    void followedBy(Consumer<Instant> other) {
        follower = other;
        other.accept(now);
    }

    /** Only the test's own thread moves it. */
    void set(Instant instant) {
        now = instant;
        follower.accept(instant);
    }
}
