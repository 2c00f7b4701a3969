package dev.incidentkit.core.sla;

/** From which instant a clock counts when it starts. Every value but ATTACHED may lie before the moment at which the clock came to apply: what passed since then counts, with its pauses. */
public enum StartBasis {
    /** From the report. */
    REPORTED,

    /** From when the incident was noticed; from the report where that is not known. */
    DETECTED,

    /** From when somebody first became accountable; until then it waits. */
    ASSIGNED,

    /** From when it came to apply. */
    ATTACHED
}
