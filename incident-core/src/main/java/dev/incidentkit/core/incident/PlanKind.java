package dev.incidentkit.core.incident;

/** What kind of plan an incident may follow. */
public enum PlanKind {
    /** How incidents of a kind are handled; a rule or a person chooses it. */
    MODEL,

    /** What is done once the diagnosis is known. */
    RESPONSE,

    /** How a service is brought back after a disaster. */
    DISASTER_RECOVERY
}
