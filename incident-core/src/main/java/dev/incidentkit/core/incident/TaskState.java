package dev.incidentkit.core.incident;

/** How a task stands. */
public enum TaskState {
    /** It waits. */
    OPEN,

    /** Somebody works on it. */
    STARTED,

    /** It is finished. */
    DONE,

    /** It was left out, with a reason. */
    SKIPPED;

    /**
     * Whether nothing more is to be done for it.
     *
     * @return true for DONE and SKIPPED
     */
    public boolean isSettled() {
        return this == DONE || this == SKIPPED;
    }
}
