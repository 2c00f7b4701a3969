package dev.incidentkit.desk;

import dev.incidentkit.core.IncidentException;
import dev.incidentkit.core.incident.IncidentId;
import org.jspecify.annotations.Nullable;

/**
 * What became of an alert. The others that came with it are not affected.
 *
 * @param key its deduplication key; null where it has none, because it lacks what the key is made of
 * @param effect what became of it, and of those of the same key that were taken with it
 * @param incident the incident that it was counted on; null where there is none
 * @param failed why it was not taken, where it was not
 */
public record AlertResult(
        @Nullable String key,
        AlertEffect effect,
        @Nullable IncidentId incident,
        @Nullable IncidentException failed) {
    static AlertResult of(String key, AlertEffect effect, @Nullable IncidentId incident) {
        return new AlertResult(key, effect, incident, null);
    }

    static AlertResult failed(@Nullable String key, IncidentException failed) {
        return new AlertResult(key, AlertEffect.FAILED, null, failed);
    }
}
