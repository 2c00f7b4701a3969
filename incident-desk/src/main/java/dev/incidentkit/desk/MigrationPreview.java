package dev.incidentkit.desk;

import dev.incidentkit.core.definition.Outlook;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Unmet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a move to another definition would do to one incident.
 *
 * @param incident the incident
 * @param unmet what stands against the move; empty where it would be made
 * @param events what would be written: what fell due before, the move, and what clocks signal because of it
 * @param before what lies ahead of the incident now; null where its definition is not known to the desk
 * @param after what would lie ahead of it; null where it would not be moved
 */
public record MigrationPreview(
        IncidentId incident,
        List<Unmet> unmet,
        List<IncidentEvent> events,
        @Nullable Outlook before,
        @Nullable Outlook after) {
    /** Copies the lists. */
    public MigrationPreview {
        unmet = List.copyOf(unmet);
        events = List.copyOf(events);
    }

    /** {@return whether the incident would be moved} */
    public boolean isAccepted() {
        return unmet.isEmpty();
    }
}
