package dev.incidentkit.core.sla;

/** When a clock has more than one cycle, beside re-targets, transfers and reopening. */
public enum Recurrence {
    /** Never: what was satisfied stays satisfied. */
    ONCE,

    /** Whenever the condition to start comes to hold again: each unowned spell has its own cycle. */
    PER_SPELL,

    /** Each satisfaction ends a cycle and begins the next: the next update is due anew after each. */
    PER_SATISFACTION
}
