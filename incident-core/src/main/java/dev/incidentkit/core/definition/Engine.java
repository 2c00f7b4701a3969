package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.lifecycle.Transition;
import dev.incidentkit.core.process.ProcessDecider;
import java.util.List;

/** What a definition decides: what fell due comes first, then the command, then what follows from both. */
sealed class Engine permits ObservedEngine {
    private final Decider decider;
    private final DueWork dueWork;

    Engine(ProcessDefinition definition, SlaWork sla) {
        Ports ports = new Ports(definition);
        ProcessDecider process = new ProcessDecider(definition.procedures(), ports.triage(Action.TRIAGE));
        SelectionWork selection = new SelectionWork(definition, ports);
        this.decider = new Decider(definition, ports, selection, process);
        this.dueWork = new DueWork(definition, sla, selection, process, decider.alerts());
    }

    DueWork dueWork() {
        return dueWork;
    }

    List<Unmet> check(Incident incident, IncidentCommand command, CommandContext context) {
        Transition plain = decider.plain(incident, command);
        return plain != null && !dueWork.asksPolicy() && dueWork.isIdle(incident, context)
                ? decider.check(incident, command, plain, context)
                : checkAtLength(incident, command, context);
    }

    private List<Unmet> checkAtLength(Incident incident, IncidentCommand command, CommandContext context) {
        IncidentCommand.Theme theme = command.theme();
        boolean asks = Decider.asksPolicy(command, theme) || dueWork.asksPolicy();
        if (!asks && dueWork.isIdle(incident, context)) {
            return decider.check(incident, command, theme, context);
        }
        try {
            DueWork.Advance advance = advance(incident, command, context);
            List<Unmet> unmet = decider.check(advance.incident(), command, theme, context);
            if (asks && unmet.isEmpty()) {
                dueWork.settled(advance, decider.decide(advance.incident(), command, context), context);
            }
            return unmet;
        } catch (IncidentRejectedException refusal) {
            return refusal.unmet();
        }
    }

    /** The steps of a recorded history tell themselves what happened in between; nothing falls due among them. */
    private DueWork.Advance advance(Incident incident, IncidentCommand command, CommandContext context) {
        return incident.isImporting() && command instanceof RecordCommand.ImportStep
                ? new DueWork.Advance(incident, List.of(), null)
                : dueWork.advance(incident, context);
    }

    List<IncidentEvent> decide(Incident incident, IncidentCommand command, CommandContext context) {
        if (dueWork.isIdle(incident, context)) {
            return decider.decide(incident, command, context);
        }
        DueWork.Advance advance = advance(incident, command, context);
        return dueWork.events(advance, decider.decide(advance.incident(), command, context), context);
    }

    Outcome carryOut(Incident incident, IncidentCommand command, CommandContext context) {
        DueWork.Advance advance = advance(incident, command, context);
        List<IncidentEvent> decided = decider.decide(advance.incident(), command, context);
        return outcome(dueWork.settled(advance, decided, context), context);
    }

    private Outcome outcome(DueWork.Advance settled, CommandContext context) {
        return new Outcome(settled.incident(), settled.events(), dueWork.outlook(settled, context.at()));
    }

    List<Unmet> checkBeginning(IncidentCommand command, CommandContext context) {
        List<Unmet> unmet = decider.beginnings().check(command, context);
        boolean asks = command instanceof Report || (command instanceof RecordCommand.Adopt && dueWork.asksPolicy());
        if (!unmet.isEmpty() || !asks) {
            return unmet;
        }
        try {
            dueWork.settled(decider.beginnings().rehearse(command, context), context);
            return unmet;
        } catch (IncidentRejectedException refusal) {
            return refusal.unmet();
        }
    }

    List<IncidentEvent> begin(IncidentId id, TenantId tenant, IncidentCommand command, CommandContext context) {
        return begun(id, tenant, command, context).events();
    }

    Outcome carryOut(IncidentId id, TenantId tenant, IncidentCommand command, CommandContext context) {
        return outcome(begun(id, tenant, command, context), context);
    }

    private DueWork.Advance begun(IncidentId id, TenantId tenant, IncidentCommand command, CommandContext context) {
        List<Unmet> unmet = decider.beginnings().check(command, context);
        if (!unmet.isEmpty()) {
            throw new IncidentRejectedException(command.action(), "new incident " + id, unmet);
        }
        return dueWork.settled(decider.beginnings().begin(id, tenant, command, context), context);
    }
}
