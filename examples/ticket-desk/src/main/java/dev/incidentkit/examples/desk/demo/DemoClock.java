package dev.incidentkit.examples.desk.demo;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that is set by hand, and never back. */
final class DemoClock implements InstantSource {
    private Instant now;

    DemoClock(Instant begin) {
        this.now = begin;
    }

    void set(Instant instant) {
        now = instant.isAfter(now) ? instant : now;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
