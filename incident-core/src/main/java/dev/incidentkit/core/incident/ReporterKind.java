package dev.incidentkit.core.incident;

/** Whether a person or a source without a person reported. */
public enum ReporterKind {
    /** A person, named. */
    PERSON,

    /** A person whose name only few may see. */
    CONFIDENTIAL,

    /** A person who is not named. */
    ANONYMOUS,

    /** A monitoring system or another system. */
    SOURCE
}
