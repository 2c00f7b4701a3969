package dev.incidentkit.core.sla;

/** The first instants of an incident, milliseconds since the epoch. Not safe for use by several threads. */
final class Origins {
    long reportedAt = Cycle.NONE;
    long detectedAt = Cycle.NONE;
    long ownedAt = Cycle.NONE;
}
