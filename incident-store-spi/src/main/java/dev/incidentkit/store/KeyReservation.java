package dev.incidentkit.store;

import dev.incidentkit.core.incident.IncidentId;

/**
 * A key that at most one incident of the tenant may hold, for example of alerts that are the same.
 *
 * @param key 1 to 200 characters
 * @param holder the incident that holds it
 */
public record KeyReservation(String key, IncidentId holder) {}
