package dev.incidentkit.core.sla;

/** How a breach from before a re-target is judged after it. */
public enum EarlierBreach {
    /** What was missed stays missed. */
    STAYS_BREACHED,

    /** The new goal alone decides; a breach that is recorded is withdrawn where the new goal is not missed. */
    JUDGED_BY_NEW
}
