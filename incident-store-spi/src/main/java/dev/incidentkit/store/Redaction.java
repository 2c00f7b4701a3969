package dev.incidentkit.store;

import dev.incidentkit.core.incident.IncidentId;
import java.util.Set;

/**
 * Personal data to delete.
 *
 * @param incident the incident
 * @param paths the paths of {@link PersonalValue}s to delete, or empty for all of the incident
 */
public record Redaction(IncidentId incident, Set<String> paths) {
    /** Copies the paths. */
    public Redaction {
        paths = Set.copyOf(paths);
    }

    /**
     * Whether a piece of data is to be deleted.
     *
     * @param path its path
     * @return true if all are, or this one is
     */
    public boolean covers(String path) {
        return paths.isEmpty() || paths.contains(path);
    }
}
