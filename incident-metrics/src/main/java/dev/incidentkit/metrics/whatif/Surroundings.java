package dev.incidentkit.metrics.whatif;

import dev.incidentkit.core.incident.AssignmentEvent;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.PlanKind;
import dev.incidentkit.core.incident.ProcessEvent;
import dev.incidentkit.core.incident.Reported;
import dev.incidentkit.core.incident.TriageEvent;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around an event in its record. Events that were decided by one command have one instant, both when they took
 * effect and when they were recorded, and one actor: they are of the same breath.
 *
 * @param record the record
 * @param place which of its events
 */
record Surroundings(List<? extends IncidentEvent> record, int place) {
    /** {@return the event before; null for the first} */
    @Nullable
    IncidentEvent before() {
        return place == 0 ? null : record.get(place - 1);
    }

    /** {@return whether the event before was decided by the same command, as far as instants and actors tell} */
    boolean isSameBreath() {
        return place > 0 && isSameBreath(place - 1);
    }

    private boolean isSameBreath(int other) {
        EventMeta mine = record.get(place).meta();
        EventMeta theirs = record.get(other).meta();
        return mine.effectiveAt().equals(theirs.effectiveAt())
                && mine.recordedAt().equals(theirs.recordedAt())
                && mine.actor().equals(theirs.actor());
    }

    /** {@return whether the event is among the defaults of a model that was chosen in the same breath} */
    boolean isGivenByModel() {
        for (int i = place - 1; i >= 0 && isSameBreath(i); i--) {
            IncidentEvent event = record.get(i);
            if (event instanceof ProcessEvent.PlanOpened opened) {
                return opened.kind() == PlanKind.MODEL;
            }
            boolean isDefault = event instanceof TriageEvent.Categorized
                    || event instanceof TriageEvent.Triaged
                    || event instanceof AssignmentEvent.Assigned;
            if (!isDefault) {
                return false;
            }
        }
        return false;
    }

    /** {@return what the reporter had done before, which became the note that follows the report; null where there is none} */
    @Nullable
    String firstActions() {
        return place + 1 < record.size()
                        && record.get(place + 1) instanceof WorkEvent.Noted noted
                        && new Surroundings(record, place + 1).isFirstActions(noted)
                ? noted.text().text()
                : null;
    }

    /** Whether a note, the event here, came with the report. */
    boolean isFirstActions(WorkEvent.Noted noted) {
        return before() instanceof Reported && isSameBreath() && noted.visibility() == Visibility.INTERNAL;
    }
}
