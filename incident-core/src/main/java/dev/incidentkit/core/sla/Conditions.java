package dev.incidentkit.core.sla;

import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.Phase;

/** Conditions that most clocks share. */
final class Conditions {
    static final Condition DONE = Condition.phase(Phase.RESOLVED, Phase.CLOSED);
    static final Condition CANCELLED = Condition.phase(Phase.CANCELLED);

    private Conditions() {}
}
