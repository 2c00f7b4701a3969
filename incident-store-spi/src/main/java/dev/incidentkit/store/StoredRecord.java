package dev.incidentkit.store;

import dev.incidentkit.core.incident.IncidentId;
import java.util.List;

/**
 * The whole record of an incident.
 *
 * @param incident the incident
 * @param events its events in order, at least one
 */
public record StoredRecord(IncidentId incident, List<StoredEvent> events) {
    /** Copies the list. */
    public StoredRecord {
        events = List.copyOf(events);
    }

    /** {@return how many events there are} */
    public long version() {
        return events.size();
    }

    /** {@return the hash of the last event} */
    public byte[] headHash() {
        return events.get(events.size() - 1).hash();
    }
}
