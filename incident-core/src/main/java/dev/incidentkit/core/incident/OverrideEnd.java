package dev.incidentkit.core.incident;

/** How an override of the priority ended. */
public enum OverrideEnd {
    /** Its time was over. */
    EXPIRED,

    /** Somebody took it back. */
    WITHDRAWN
}
