package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.PriorityMatrix;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.policy.TriagePolicy;
import java.time.Duration;

/** The default process, in the same form as any other. */
final class ItilDefinition {
    static final ProcessDefinition INSTANCE = ProcessDefinition.builder(
                    "itil", Lifecycle.itil(), TriagePolicy.matrix(PriorityMatrix.itil3x3()))
            .closure(ClosureRule.after(Duration.ofDays(7)))
            .build();

    private ItilDefinition() {}
}
