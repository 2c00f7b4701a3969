package dev.incidentkit.core.sla;

/** What ends a clock, beside its condition to stop. */
public enum ResolutionEnd {
    /** Nothing more: the condition to stop says it all. */
    RESOLVED,

    /** The service works again, as of the instant that is given for it, which may lie in the past. */
    RESTORED
}
