package dev.incidentkit.core.incident;

/** What closed an incident. */
public enum ClosureTrigger {
    /** Somebody of the desk. */
    DESK,

    /** The caller's confirmation. */
    CONFIRMED,

    /** The closure delay passed. */
    AUTOMATIC
}
