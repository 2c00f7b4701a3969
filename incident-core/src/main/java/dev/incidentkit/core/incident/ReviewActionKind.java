package dev.incidentkit.core.incident;

/** What an action of a review is for. */
public enum ReviewActionKind {
    /** It is not to happen again. */
    PREVENT,

    /** It is to do less harm. */
    REDUCE_IMPACT
}
