package dev.incidentkit.core.incident;

/**
 * The fixed meaning of a status. Hosts name their own statuses; clocks and metrics read phases only, so that every
 * lifecycle has them.
 */
public enum Phase {
    /** Reported, and nobody works on it yet. */
    NEW,

    /** Somebody works on it. */
    ACTIVE,

    /** Work waits for a stated reason. */
    ON_HOLD,

    /** The service is back; the caller may still object. */
    RESOLVED,

    /** Nothing more is to be done. */
    CLOSED,

    /** Ended without a resolution. */
    CANCELLED;

    /**
     * Whether the incident still needs work in this phase.
     *
     * @return true for NEW, ACTIVE and ON_HOLD
     */
    public boolean isOpen() {
        return ordinal() <= ON_HOLD.ordinal();
    }

    /**
     * Whether nothing leads out of this phase.
     *
     * @return true for CLOSED and CANCELLED
     */
    public boolean isEnd() {
        return ordinal() >= CLOSED.ordinal();
    }
}
