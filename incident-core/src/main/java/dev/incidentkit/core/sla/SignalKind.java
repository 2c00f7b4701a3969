package dev.incidentkit.core.sla;

/** What a clock signals. */
public enum SignalKind {
    /** A threshold before the target. */
    AT_RISK,

    /** The target was missed. */
    BREACH,

    /** A threshold past the target. */
    OVERRUN,

    /** A recorded breach is none. */
    WITHDRAWAL,

    /** A clock stopped after its breach. */
    MISS,

    /** People are told now of an earlier signal. */
    NOTICE
}
