package dev.incidentkit.core.sla;

/** What becomes of a clock that stopped when the incident was resolved, when it is reopened. */
public enum ReopenRule {
    /** The same clock goes on; the time while it was resolved does not count. */
    RESUME_EXCLUDING_RESOLVED,

    /** The same clock goes on; the time while it was resolved counts. */
    RESUME_INCLUDING_RESOLVED,

    /** What was met or missed stays, and the next cycle starts from nothing. */
    RESTART,

    /** What was met or missed stays, and the clock never runs again. */
    FINAL_AT_FIRST_RESOLVE
}
