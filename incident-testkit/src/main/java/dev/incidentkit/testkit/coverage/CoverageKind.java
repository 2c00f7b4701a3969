package dev.incidentkit.testkit.coverage;

/** What can be reached. */
public enum CoverageKind {
    /** A cell of a priority matrix. */
    CELL,

    /** A rule of a table. */
    RULE,

    /** One of the two answers of a guard at a transition. */
    GUARD,

    /** A step from one status to another, or one that stays. */
    TRANSITION,

    /** A threshold of a clock; the breach is the one at 100 %. */
    THRESHOLD,

    /** A reason to wait. */
    HOLD_REASON
}
