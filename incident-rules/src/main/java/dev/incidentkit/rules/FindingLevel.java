package dev.incidentkit.rules;

/** How much a finding about a table matters. The worst comes first. */
public enum FindingLevel {
    /** The table cannot do what it promises: it must be mended. */
    ERROR,
    /** A question could not be answered within the limit: raise it, or simplify the table. */
    UNKNOWN,
    /** The table is most likely not what its owner means. */
    WARNING,
    /** Worth knowing, or a way to write the table with less. */
    INFO
}
