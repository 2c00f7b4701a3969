package dev.incidentkit.core.incident;

/** How a workaround stands. */
public enum WorkaroundState {
    /** It is in place. */
    ACTIVE,

    /** It is gone. */
    REMOVED
}
