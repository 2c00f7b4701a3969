package dev.incidentkit.core.incident;

/** A point in an incident's life that has an instant of its own. Metrics measure between milestones. */
public enum Milestone {
    /** It happened. */
    OCCURRED,

    /** It was noticed. */
    DETECTED,

    /** It was reported. */
    REPORTED,

    /** Somebody first said that it was seen, or began work. */
    ACKNOWLEDGED,

    /** Work first began. */
    STARTED,

    /** The spread was stopped. */
    CONTAINED,

    /** The service worked again; taken back when the incident is reopened. */
    RESTORED,

    /** It was first resolved; kept when the incident is reopened. */
    FIRST_RESOLVED,

    /** It was resolved; taken back when the incident is reopened. */
    RESOLVED,

    /** It was closed or cancelled. */
    ENDED,

    /** The review of how it was handled was signed off. */
    REVIEWED
}
