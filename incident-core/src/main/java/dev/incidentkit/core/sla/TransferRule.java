package dev.incidentkit.core.sla;

/** What becomes of a running clock when the incident goes to another group. A change of the person within a group is no transfer. */
public enum TransferRule {
    /** As the kind of the policy has it: an OLA restarts, since it is agreed with one group; any other goes on. */
    BY_KIND,

    /** The clock goes on. */
    CONTINUE,

    /** The clock is cancelled, and its next cycle, for the new group, starts from nothing. */
    RESTART;

    /** What it amounts to in a policy of a kind: {@link #CONTINUE} or {@link #RESTART}. */
    TransferRule of(SlaKind kind) {
        if (this != BY_KIND) {
            return this;
        }
        return kind == SlaKind.OLA ? RESTART : CONTINUE;
    }
}
