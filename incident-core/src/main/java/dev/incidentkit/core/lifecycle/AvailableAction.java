package dev.incidentkit.core.lifecycle;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.Unmet;
import java.util.List;

/**
 * Something that the lifecycle knows from where an incident stands.
 *
 * @param action what may be done
 * @param targets the statuses it may lead to
 * @param lacking what it still lacks: fields to give with it, permission, guards; empty where it may be done at once
 */
public record AvailableAction(Action action, List<Status> targets, List<Unmet> lacking) {
    /** Copies the lists. */
    public AvailableAction {
        targets = List.copyOf(targets);
        lacking = List.copyOf(lacking);
    }

    /** {@return whether nothing is lacking} */
    public boolean isReady() {
        return lacking.isEmpty();
    }
}
