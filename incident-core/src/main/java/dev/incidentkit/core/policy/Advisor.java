package dev.incidentkit.core.policy;

import dev.incidentkit.core.incident.Incident;
import java.util.List;

/**
 * Suggests what might be done with an incident: a category, an escalation, a remedy, an article that helps, incidents that are
 * alike. Implementations are safe for use by several threads. They may take their time and may fail: nothing waits for them
 * but whoever asks for advice.
 */
@FunctionalInterface
public interface Advisor {
    /**
     * Suggests.
     *
     * @param incident the incident as it stands
     * @return what might be done, in any order; none where there is nothing to say
     */
    List<Suggestion> suggest(Incident incident);
}
