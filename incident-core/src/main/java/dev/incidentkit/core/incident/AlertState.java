package dev.incidentkit.core.incident;

/** What an alert says of the condition that its source watches. */
public enum AlertState {
    /** The condition holds. */
    FIRING,

    /** The condition holds no longer. */
    CLEARED
}
