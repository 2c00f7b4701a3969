package dev.incidentkit.core.incident;

/** The types that a host's own attributes may have. */
public enum AttributeType {
    /** A level of a scale that the host declares. */
    SCALE,

    /** A text of at most {@value PersonalText#MAX_LENGTH} characters. */
    TEXT,

    /** A decimal number. */
    NUMBER,

    /** True or false. */
    BOOLEAN,

    /** A point in time, to the millisecond. */
    INSTANT,

    /** A length of time, to the millisecond. */
    DURATION,

    /** A set of names. */
    SET
}
