package dev.incidentkit.core.sla;

/** What becomes of a clock when its condition to attach no longer holds. */
public enum DetachRule {
    /** It is cancelled. If the condition comes to hold again, its next cycle starts. */
    CANCEL,

    /** It goes on as if the condition held. */
    STAY
}
