package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.AssignmentEvent;
import dev.incidentkit.core.incident.Cause;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.policy.Decision;
import dev.incidentkit.core.policy.EscalationOrder;
import dev.incidentkit.core.sla.SlaFold;
import dev.incidentkit.core.sla.SlaSignal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what clocks signal into events, and asks whom to call. */
class SlaWork {
    private final ProcessDefinition definition;
    private final boolean hasClocks;
    private final Ports ports;

    SlaWork(ProcessDefinition definition) {
        this.definition = definition;
        this.hasClocks = !definition.slas().isEmpty();
        this.ports = new Ports(definition);
    }

    /** Whether a policy of the host's is asked whenever clocks signal. */
    boolean asksPolicy() {
        return hasClocks && ports.escalates();
    }

    final boolean hasClocks() {
        return hasClocks;
    }

    /**
     * The clocks of an incident after its record so far; null where there are none. They are folded from the beginning, so
     * whoever has them hands them on.
     */
    final @Nullable SlaFold clocks(Incident incident) {
        return hasClocks ? follow(incident) : null;
    }

    SlaFold follow(Incident incident) {
        return definition.clock().follow(incident.history());
    }

    final List<IncidentEvent> events(Incident incident, SlaSignal signal, EventMeta due) {
        Cause cause = new Cause(
                due.cause().trigger(),
                signal.clock() + " " + signal.threshold(),
                definition.hash(),
                due.cause().answers());
        SlaEvent event = signal.event(new EventMeta(due.effectiveAt(), due.recordedAt(), due.actor(), cause));
        if (!event.isTold() || event instanceof SlaEvent.BreachWithdrawn) {
            return List.of(event);
        }
        List<Decision<EscalationOrder>> orders = ports.escalations(incident.apply(event), event);
        if (orders.isEmpty()) {
            return List.of(event);
        }
        List<IncidentEvent> events = new ArrayList<>();
        events.add(event);
        for (Decision<EscalationOrder> order : orders) {
            events.add(escalated(order, due));
        }
        return events;
    }

    private static IncidentEvent escalated(Decision<EscalationOrder> order, EventMeta due) {
        Cause cause = new Cause(
                due.cause().trigger(),
                order.rule(),
                order.configuration(),
                due.cause().answers());
        return new AssignmentEvent.Escalated(
                new EventMeta(due.effectiveAt(), due.recordedAt(), due.actor(), cause),
                order.value().kind(),
                order.value().target(),
                order.value().reason());
    }
}
