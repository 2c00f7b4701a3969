package dev.incidentkit.desk;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;

/** A filter that does not tell of alerts that repeat what is known. */
record SilentOnRepeats(NotificationFilter filter) implements NotificationFilter {
    @Override
    public boolean tells(IncidentEvent event, Incident after) {
        return filter.tells(event, after);
    }

    @Override
    public boolean tellsOfRepeats() {
        return false;
    }
}
