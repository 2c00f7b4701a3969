package dev.incidentkit.core.sla;

/** What becomes of a running clock when the incident goes to another group. A change of the person within a group is no transfer. */
public enum TransferRule {
    /** The clock goes on. */
    CONTINUE,

    /** The clock is cancelled, and its next cycle, for the new group, starts from nothing. */
    RESTART
}
