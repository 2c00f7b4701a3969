package dev.incidentkit.metrics.whatif;

/** In what two definitions differ about an incident. */
public enum DifferenceKind {
    /** The priority that holds at last. */
    PRIORITY,

    /** To whom a new incident is routed. */
    ROUTE,

    /** When a target falls due, or whether it applies at all. */
    DEADLINE,

    /** Whether a target was missed. */
    BREACH,

    /** Whom rules called when a clock signalled. */
    ESCALATION,

    /** Which steps are refused. */
    REFUSAL,

    /** Where the incident stands at last. */
    STATUS
}
