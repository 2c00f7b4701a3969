package dev.incidentkit.core.sla;

/**
 * Whether people are told of a target that was missed before its clock came to apply, and of what fell due before the last
 * step of an imported history was recorded.
 */
public enum AttachedBreach {
    /** They are not: the breach is recorded in silence, with the thresholds before it. */
    SILENT,

    /** They are, as of any other. */
    NOTIFY
}
