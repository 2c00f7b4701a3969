package dev.incidentkit.store;

import dev.incidentkit.core.incident.IncidentId;

/**
 * A key that at most one incident of the tenant may hold, for example of alerts that are the same.
 *
 * @param key 1 to 200 characters
 * @param holder the incident that holds it
 */
public record KeyReservation(String key, IncidentId holder) {
    /**
     * Checks the key.
     *
     * @throws IllegalArgumentException if the key is blank or too long
     */
    public KeyReservation {
        if (key.isBlank() || key.length() > 200) {
            throw new IllegalArgumentException("A reserved key has 1 to 200 characters, but came '" + key + "'");
        }
    }
}
