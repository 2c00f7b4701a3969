package dev.incidentkit.store;

import dev.incidentkit.core.incident.IncidentId;
import java.util.Optional;

/** Finds incidents by what is known of them beside their records. */
public interface IncidentQueries {
    /**
     * What is known of one incident.
     *
     * @param incident the incident
     * @return its summary, or empty if there is no such incident
     */
    Optional<IncidentSummary> summary(IncidentId incident);

    /**
     * Finds incidents, a page at a time.
     *
     * @param query what to find, in which order, and after what
     * @return a page; its cursor leads to the next one
     */
    Page find(IncidentQuery query);
}
