package shop;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.EscalationKind;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.policy.Decision;
import dev.incidentkit.core.policy.EscalationOrder;
import dev.incidentkit.core.policy.EscalationPolicy;
import java.util.List;

/** How the shop handles what customers tell: the default process, and the owner of the shop is called after each breach. */
final class Support {
    static final ProcessDefinition PROCESS = ProcessDefinition.builder(ProcessDefinition.itil())
            .name("support")
            .escalation(new CallTheOwner())
            .build();

    private Support() {}

    private static final class CallTheOwner implements EscalationPolicy {
        @Override
        public List<Decision<EscalationOrder>> escalate(Incident incident, SlaEvent signal) {
            if (!(signal instanceof SlaEvent.Breached)) {
                return List.of();
            }
            EscalationOrder order = new EscalationOrder(EscalationKind.HIERARCHICAL, "owner", "too late");
            return List.of(new Decision<>(order, "breach", "CallTheOwner"));
        }

        @Override
        public String version() {
            return "1";
        }
    }
}
