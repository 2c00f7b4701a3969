package dev.incidentkit.core.policy;

import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.PriorityMatrix;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Urgency;
import java.util.List;
import java.util.Optional;

/**
 * Derives the priority of an incident. Implementations are pure and safe for use by several threads. One that throws, or
 * gives a level of no scale of the definition, has the command refused ({@code PORT_FAILED}, {@code LEVEL_UNKNOWN}).
 */
public interface TriagePolicy {
    /**
     * Derives the priority.
     *
     * @param incident the incident with all that is known of it
     * @return the priority and the rule that gave it; empty while too little is known
     */
    Optional<Decision<Priority>> priority(Incident incident);

    /**
     * The version of the rules: equal versions decide equally.
     *
     * @return a content hash, or a version that the host changes with the rules
     */
    String version();

    /**
     * Says what stands against using the policy with a definition's scales. A definition is refused with all of it.
     *
     * @param impacts the definition's impacts
     * @param urgencies the definition's urgencies
     * @param priorities the definition's priorities
     * @return the contradictions; empty where there are none
     */
    default List<String> misfits(Scale<Impact> impacts, Scale<Urgency> urgencies, Scale<Priority> priorities) {
        return List.of();
    }

    /**
     * Derives the priority from impact and urgency.
     *
     * @param matrix the matrix
     * @return a policy whose rules are the matrix's cells, for example {@code HIGH x LOW}
     */
    static TriagePolicy matrix(PriorityMatrix matrix) {
        return new MatrixTriage(matrix);
    }
}
