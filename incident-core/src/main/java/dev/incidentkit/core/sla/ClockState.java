package dev.incidentkit.core.sla;

/** How a clock stands. */
public enum ClockState {
    /** It applies to the incident, or may come to, but has not started. */
    PENDING,

    /** It counts, or would if its calendar were open. */
    RUNNING,

    /** It waits. */
    PAUSED,

    /** It stopped in time. */
    MET,

    /** It stopped after its target was missed. */
    MISSED,

    /** It ended without being met or missed. */
    CANCELLED
}
