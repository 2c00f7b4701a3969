package dev.incidentkit.core.definition;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.incident.PriorityMatrix;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.policy.TriagePolicy;
import dev.incidentkit.core.process.CascadeRule;
import dev.incidentkit.core.process.Procedures;
import dev.incidentkit.core.sla.SlaPresets;
import java.time.ZoneOffset;

/** The default process, in the same form as any other. */
final class ItilDefinition {
    static final ProcessDefinition INSTANCE = ProcessDefinition.builder(
                    "itil", Lifecycle.itil(), TriagePolicy.matrix(PriorityMatrix.itil3x3()))
            .closure(ClosureRule.afterWorkingDays(5, BusinessCalendar.officeHours(ZoneOffset.UTC)))
            .slas(SlaPresets.itil())
            .procedures(Procedures.builder().cascades(CascadeRule.itil()).build())
            .build();

    private ItilDefinition() {}
}
