package dev.incidentkit.core.incident;

/** Which way a message went. */
public enum Direction {
    /** From the desk to others. */
    OUTBOUND,

    /** From others to the desk. */
    INBOUND
}
