package dev.incidentkit.core.process;

import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.lifecycle.Lifecycle;
import java.util.Set;

/**
 * What a definition has beside its procedures, so far as they refer to it.
 *
 * @param lifecycle the lifecycle
 * @param impacts the scale of impacts
 * @param urgencies the scale of urgencies
 * @param severities the scale of severities
 * @param attributes the names of the attributes
 */
public record Surroundings(
        Lifecycle lifecycle,
        Scale<Impact> impacts,
        Scale<Urgency> urgencies,
        Scale<Severity> severities,
        Set<String> attributes) {
    /** Copies the names. */
    public Surroundings {
        attributes = Set.copyOf(attributes);
    }
}
