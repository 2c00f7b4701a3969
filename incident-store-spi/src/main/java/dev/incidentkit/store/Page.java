package dev.incidentkit.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of incidents.
 *
 * @param incidents the incidents in the order of the query
 * @param next the cursor of the next page, or null where this is the last
 */
public record Page(
        List<IncidentSummary> incidents, @Nullable String next) {
    /** Copies the list. */
    public Page {
        incidents = List.copyOf(incidents);
    }
}
