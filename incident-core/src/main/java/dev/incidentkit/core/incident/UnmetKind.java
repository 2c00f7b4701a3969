package dev.incidentkit.core.incident;

/** What kind of requirement is not met. */
public enum UnmetKind {
    /** The lifecycle has no such step from here. */
    TRANSITION,

    /** Something required was not given. */
    FIELD,

    /** A field must not be changed here. */
    READ_ONLY,

    /** The actor has none of the roles that may do this, or the access policy denies it. */
    PERMISSION,

    /** A guard of the lifecycle is not content. */
    GUARD,

    /** A given value is not acceptable. */
    INPUT,

    /** A policy or port that had to be asked failed, or answered what the definition does not know. */
    PORT,

    /** The definition that the incident is pinned to is not known here. */
    DEFINITION
}
