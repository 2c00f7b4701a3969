package dev.incidentkit.store;

import dev.incidentkit.core.incident.IncidentId;

/**
 * An incident that was read to decide, and is not written: it must not have changed.
 *
 * @param incident the incident
 * @param version how many events its record must have; 0 if it must not exist
 */
public record ReadCondition(IncidentId incident, long version) {}
