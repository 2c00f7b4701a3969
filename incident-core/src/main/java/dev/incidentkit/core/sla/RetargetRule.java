package dev.incidentkit.core.sla;

/** What becomes of a running clock when a change of priority gives it another goal. A more and a less severe priority may be treated differently. */
public enum RetargetRule {
    /** The same clock goes on: what it counted stays, the new goal is the limit. */
    KEEP_ELAPSED,

    /** The clock is cancelled, and its next cycle starts from nothing. */
    RESTART,

    /** The same clock, counted anew from its start by the calendar of the new goal, as if it had never paused. Later pauses count again. */
    FROM_START_IGNORING_PAUSES
}
