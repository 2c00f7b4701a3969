package dev.incidentkit.core.definition;

import dev.incidentkit.core.sla.SlaClock;
import dev.incidentkit.core.sla.SlaPolicy;
import java.util.List;

/** The clocks of a definition, which know the service levels of its predecessors. */
final class DefinitionClock {
    private DefinitionClock() {}

    static SlaClock of(List<SlaPolicy> policies, List<ProcessDefinition> predecessors) {
        SlaClock clock = SlaClock.of(policies);
        for (ProcessDefinition predecessor : predecessors) {
            clock = clock.after(predecessor.hash(), predecessor.clock());
        }
        return clock;
    }
}
