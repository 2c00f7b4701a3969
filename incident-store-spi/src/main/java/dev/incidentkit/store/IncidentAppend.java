package dev.incidentkit.store;

import dev.incidentkit.core.incident.IncidentId;
import java.util.List;

/**
 * New lines of one incident's record.
 *
 * @param incident the incident
 * @param expectedVersion how many events its record must have before; 0 for a new incident
 * @param events the new events, whose sequences follow without a gap
 * @param summary what is known of the incident after them, with its next wake-up
 */
public record IncidentAppend(
        IncidentId incident, long expectedVersion, List<StoredEvent> events, IncidentSummary summary) {
    /**
     * Checks that the parts fit each other.
     *
     * @throws IllegalArgumentException if sequences do not follow, or the summary is of another incident or version
     */
    public IncidentAppend {
        events = List.copyOf(events);
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).sequence() != expectedVersion + i + 1) {
                throw new IllegalArgumentException(
                        "Event " + i + " of incident " + incident + " must have sequence " + (expectedVersion + i + 1)
                                + ", but has " + events.get(i).sequence());
            }
        }
        if (!summary.incident().equals(incident) || summary.version() != expectedVersion + events.size()) {
            throw new IllegalArgumentException("The summary of incident " + incident + " must have version "
                    + (expectedVersion + events.size()) + ", but is " + summary);
        }
    }
}
