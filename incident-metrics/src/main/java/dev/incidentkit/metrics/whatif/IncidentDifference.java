package dev.incidentkit.metrics.whatif;

import dev.incidentkit.core.incident.IncidentId;
import java.util.List;

/**
 * Everything in which two definitions differ about one incident.
 *
 * @param incident the incident
 * @param differences the differences, at least one
 */
public record IncidentDifference(IncidentId incident, List<Difference> differences) {
    /** Copies the list. */
    public IncidentDifference {
        differences = List.copyOf(differences);
    }
}
