package dev.incidentkit.metrics.whatif;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.sla.SlaStanding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record as a definition decides it.
 *
 * @param incident the incident under the definition; null where it refuses to let it begin
 * @param refusals what it refuses
 * @param standings how every clock stands at last
 */
public record RerunResult(@Nullable Incident incident, List<Refusal> refusals, List<SlaStanding> standings) {
    /** Copies the lists. */
    public RerunResult {
        refusals = List.copyOf(refusals);
        standings = List.copyOf(standings);
    }

    /**
     * Whether a target was missed, in any of its cycles.
     *
     * @param target the name of the target
     * @return true if one is breached
     */
    public boolean isBreached(String target) {
        for (SlaStanding standing : standings) {
            if (standing.breached() && standing.clock().target().equals(target)) {
                return true;
            }
        }
        return false;
    }
}
