package dev.incidentkit.core.incident;

/** Where an escalation goes. */
public enum EscalationKind {
    /** To other skill. */
    FUNCTIONAL,

    /** To more authority. */
    HIERARCHICAL
}
