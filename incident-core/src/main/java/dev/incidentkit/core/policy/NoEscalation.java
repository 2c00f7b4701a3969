package dev.incidentkit.core.policy;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.SlaEvent;
import java.util.List;

/** Calls nobody. */
enum NoEscalation implements EscalationPolicy {
    INSTANCE;

    @Override
    public List<Decision<EscalationOrder>> escalate(Incident incident, SlaEvent signal) {
        return List.of();
    }

    @Override
    public String version() {
        return "none";
    }
}
