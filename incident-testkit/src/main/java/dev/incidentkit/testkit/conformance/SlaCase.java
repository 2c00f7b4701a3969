package dev.incidentkit.testkit.conformance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A question to a host's clock: what happened to an incident, and how its resolution target stands at an instant. The clock
 * runs from the report, pauses while the incident waits, and stops at the resolution; reopening goes on without the time
 * that the incident was resolved. Every instant is a whole minute.
 *
 * @param name what it is about
 * @param hours the working hours
 * @param target the working time that is given
 * @param happenings what happened, in order; the first is the report
 * @param at when the clock is looked at, not before the last of them
 */
public record SlaCase(String name, WalkedCalendar hours, Duration target, List<Happening> happenings, Instant at) {
    /** Copies the list. */
    public SlaCase {
        happenings = List.copyOf(happenings);
    }

    /** What can happen. */
    public enum Kind {
        /** The incident is reported. */
        REPORTED,
        /** It begins to wait. */
        HELD,
        /** It no longer waits. */
        RESUMED,
        /** It is resolved. */
        RESOLVED,
        /** The resolution is taken back. */
        REOPENED
    }

    /**
     * Something that happened.
     *
     * @param at when
     * @param kind what
     */
    public record Happening(Instant at, Kind kind) {}
}
