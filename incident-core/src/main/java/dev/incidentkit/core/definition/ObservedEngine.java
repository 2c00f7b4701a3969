package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.TenantId;
import java.util.List;

/** An engine that tells what it decides. */
final class ObservedEngine extends Engine {
    private final DefinitionProbe probe;

    ObservedEngine(ProcessDefinition definition, SlaWork sla, DefinitionProbe probe) {
        super(definition, sla);
        this.probe = probe;
    }

    @Override
    List<IncidentEvent> decide(Incident incident, IncidentCommand command, CommandContext context) {
        List<IncidentEvent> events = super.decide(incident, command, context);
        probe.decided(incident, command, events);
        return events;
    }

    @Override
    Outcome carryOut(Incident incident, IncidentCommand command, CommandContext context) {
        Outcome outcome = super.carryOut(incident, command, context);
        probe.decided(incident, command, outcome.events());
        return outcome;
    }

    @Override
    List<IncidentEvent> begin(IncidentId id, TenantId tenant, IncidentCommand command, CommandContext context) {
        List<IncidentEvent> events = super.begin(id, tenant, command, context);
        probe.decided(null, command, events);
        return events;
    }

    @Override
    Outcome carryOut(IncidentId id, TenantId tenant, IncidentCommand command, CommandContext context) {
        Outcome outcome = super.carryOut(id, tenant, command, context);
        probe.decided(null, command, outcome.events());
        return outcome;
    }
}
