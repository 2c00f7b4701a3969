package dev.incidentkit.core.sla;

/** Between whom a service level is agreed. */
public enum SlaKind {
    /** Between a provider and its customer. */
    SLA,

    /** Between groups of one provider. */
    OLA,

    /** Between a provider and its supplier. */
    UNDERPINNING_CONTRACT
}
