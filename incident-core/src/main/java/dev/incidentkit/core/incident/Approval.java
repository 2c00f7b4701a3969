package dev.incidentkit.core.incident;

/** What was decided about an emergency change. */
public enum Approval {
    /** Nothing yet. */
    PENDING,

    /** It may be made. */
    APPROVED,

    /** It must not be made. */
    REFUSED
}
