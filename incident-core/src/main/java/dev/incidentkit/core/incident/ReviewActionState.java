package dev.incidentkit.core.incident;

/** How an action of a review stands. */
public enum ReviewActionState {
    /** It is to be done. */
    OPEN,

    /** It is done. */
    DONE,

    /** It will not be done, for a reason. */
    DROPPED
}
