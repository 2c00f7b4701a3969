package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import java.util.List;

/**
 * What a command does, with all that a writer keeps beside the record. Clocks are folded once for all of it.
 *
 * @param incident the incident after the events
 * @param events the events to append, which may be none
 * @param outlook what lies ahead of the incident then
 */
public record Outcome(Incident incident, List<IncidentEvent> events, Outlook outlook) {
    /** Copies the events. */
    public Outcome {
        events = List.copyOf(events);
    }
}
