package dev.incidentkit.metrics.whatif;

import dev.incidentkit.core.incident.Action;
import java.util.List;

/**
 * A recorded step that a definition refuses. The incident goes on as if it had not been tried.
 *
 * @param event the place of its event in the record, from 0
 * @param action what was asked for
 * @param unmet what was not met, by code and field, for example {@code FIELD_REQUIRED(category)}
 */
public record Refusal(int event, Action action, List<String> unmet) {
    /** Copies the list. */
    public Refusal {
        unmet = List.copyOf(unmet);
    }

    @Override
    public String toString() {
        return action + " at event " + event + " " + unmet;
    }
}
