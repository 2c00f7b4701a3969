package dev.incidentkit.desk;

import dev.incidentkit.core.incident.CascadeResult;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.RelationEvent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a command would do, to the incident and to all that it reaches.
 *
 * @param events what would be written, by incident, in the order in which they would first be written to
 */
public record Preview(Map<IncidentId, List<IncidentEvent>> events) {
    /** Copies the map. */
    public Preview {
        Map<IncidentId, List<IncidentEvent>> copy = new LinkedHashMap<>();
        events.forEach((incident, each) -> copy.put(incident, List.copyOf(each)));
        events = Collections.unmodifiableMap(copy);
    }

    /** {@return what would become of each child, and of their children} */
    public List<CascadeResult> cascaded() {
        return events.values().stream()
                .flatMap(List::stream)
                .filter(RelationEvent.CascadeEnded.class::isInstance)
                .flatMap(event -> ((RelationEvent.CascadeEnded) event).results().stream())
                .toList();
    }
}
