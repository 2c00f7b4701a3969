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
 * @param termsKept whether title, number, services, external references, category and attributes of the summary are
 *     as they were at the expected version, so that a store need not look at what the incident is found by; false where
 *     that is not known
 */
public record IncidentAppend(
        IncidentId incident,
        long expectedVersion,
        List<StoredEvent> events,
        IncidentSummary summary,
        boolean termsKept) {
    /**
     * New lines that may change by what the incident is found.
     *
     * @param incident the incident
     * @param expectedVersion how many events its record must have before; 0 for a new incident
     * @param events the new events
     * @param summary what is known of the incident after them
     */
    public IncidentAppend(
            IncidentId incident, long expectedVersion, List<StoredEvent> events, IncidentSummary summary) {
        this(incident, expectedVersion, events, summary, false);
    }

    /**
     * Checks that the parts fit each other.
     *
     * @throws IllegalArgumentException if sequences do not follow, the summary is of another incident or version, or a new
     *     incident is said to be found by what it was found by before
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
        if (termsKept && expectedVersion == 0) {
            throw new IllegalArgumentException(
                    "Incident " + incident + " is new, so nothing is kept of what it is found by");
        }
    }
}
