package dev.incidentkit.core.sla;

/** What a stretch of time is to a clock. */
public enum IntervalKind {
    /** It counts. */
    WORKING,

    /** It does not count, because the calendar is closed. */
    CLOSED_HOURS,

    /** It does not count, because the clock pauses. */
    PAUSED,

    /** The incident was resolved; it counts only by {@link ReopenRule#RESUME_INCLUDING_RESOLVED}. */
    RESOLVED
}
