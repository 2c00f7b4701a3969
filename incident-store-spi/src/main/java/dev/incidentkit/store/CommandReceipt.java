package dev.incidentkit.store;

import dev.incidentkit.core.incident.IncidentId;
import java.time.Instant;

/**
 * What an accepted command answered, kept under its key, so that the same command again gets the same answer.
 *
 * @param key the command's key, 1 to 200 characters, unique within the tenant
 * @param fingerprint tells whether a command under the same key is the same, at most 100 characters
 * @param incident the incident
 * @param version how many events the record had after it
 * @param events how many events it added, 0 where it was already satisfied
 * @param acceptedAt when it was accepted
 * @param expiresAt until when the key is kept
 */
public record CommandReceipt(
        String key,
        String fingerprint,
        IncidentId incident,
        long version,
        int events,
        Instant acceptedAt,
        Instant expiresAt) {
    /**
     * Checks the key.
     *
     * @throws IllegalArgumentException if the key is blank or too long
     */
    public CommandReceipt {
        if (key.isBlank() || key.length() > 200) {
            throw new IllegalArgumentException("A command key has 1 to 200 characters, but came '" + key + "'");
        }
    }
}
