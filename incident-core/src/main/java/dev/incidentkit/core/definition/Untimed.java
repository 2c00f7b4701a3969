package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.Phase;
import java.time.Instant;

/** A short way to tell of most incidents that nothing fell due: the record has no date, and the closure is not near. */
final class Untimed {
    private Untimed() {}

    /** Whether nothing but clocks and reminders can have fallen due by an instant; where it says no, look closely. */
    static boolean is(Incident incident, ClosureRule closure, Instant until) {
        return incident.resumeAt().isEmpty()
                && incident.override().isEmpty()
                && incident.handling().deadlines().isEmpty()
                && (incident.phase() != Phase.RESOLVED || isClosedLater(incident, closure, until));
    }

    private static boolean isClosedLater(Incident incident, ClosureRule closure, Instant until) {
        Instant resolvedAt = incident.at(Milestone.RESOLVED).orElse(null);
        return resolvedAt != null && incident.closureBlockedAt().isEmpty() && !closure.mayBeDue(resolvedAt, until);
    }
}
