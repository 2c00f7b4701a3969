package dev.incidentkit.core.incident;

/** How it stands with whether an incident is a major one. */
public enum MajorState {
    /** Somebody, or a rule, takes it for one; it is to be decided. */
    PROPOSED,

    /** It is one. */
    ACCEPTED,

    /** It is none. */
    REJECTED,

    /** It was one. */
    DEMOTED
}
