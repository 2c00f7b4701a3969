package dev.incidentkit.desk;

import dev.incidentkit.core.incident.AlertEvent.Flapping;
import dev.incidentkit.core.incident.DeadlineKind;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.ProcessEvent.DeadlinePassed;
import java.util.List;

/** From when to when conditions flap. While one does, each of its changes is on the record. */
final class FlapSpells {
    private FlapSpells() {}

    /** Whether the condition did not flap before this event, or was quiet for long enough since it last did. */
    static boolean begins(Flapping flapping, Incident after) {
        List<IncidentEvent> history = after.history();
        for (int i = history.lastIndexOf(flapping) - 1; i >= 0; i--) {
            IncidentEvent before = history.get(i);
            if (before instanceof Flapping earlier && earlier.key().equals(flapping.key())) {
                return false;
            }
            if (before instanceof DeadlinePassed passed
                    && passed.kind() == DeadlineKind.ALERT_QUIET
                    && passed.subject().equals(flapping.key())) {
                return true;
            }
        }
        return true;
    }
}
