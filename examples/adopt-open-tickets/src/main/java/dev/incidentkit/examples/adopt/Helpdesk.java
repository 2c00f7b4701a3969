package dev.incidentkit.examples.adopt;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import dev.incidentkit.core.incident.UnmetKind;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The helpdesk, which asks the library what may be done and then writes its own row. */
final class Helpdesk {
    private static final ProcessDefinition PROCESS = ProcessDefinition.itil();

    private final TicketTable table;

    Helpdesk(TicketTable table) {
        this.table = table;
    }

    static ProcessDefinition process() {
        return PROCESS;
    }

    /**
     * A row as an incident. Nothing is written: a helpdesk that keeps its own table adopts a ticket whenever it asks.
     *
     * @throws IncidentRejectedException with everything that is wrong with the row
     */
    static Incident adopt(Ticket ticket, Instant now) {
        Status status = HelpdeskWords.meaning(ticket.state()).orElseThrow(() -> unexplained(ticket));
        return PROCESS.adopt(new IncidentId("T-" + ticket.id()), HelpdeskWords.adopted(ticket, status), now);
    }

    private static IncidentRejectedException unexplained(Ticket ticket) {
        Unmet unmet = new Unmet(
                UnmetKind.FIELD,
                UnmetCode.STATUS_UNKNOWN,
                "state",
                "nobody explained the state '" + ticket.state() + "'");
        return new IncidentRejectedException(Action.ADOPT, "ticket " + ticket.id(), List.of(unmet));
    }

    /**
     * Takes steps with a ticket, one after the other, and writes the row if all of them are allowed.
     *
     * @return what stands against it; empty where the row was written
     */
    List<Unmet> change(long id, List<IncidentCommand> steps, Actor actor, Instant now) throws SQLException {
        Ticket before = table.find(id).orElseThrow();
        CommandContext context = CommandContext.of(actor, now);
        Incident incident;
        try {
            incident = adopt(before, now);
        } catch (IncidentRejectedException e) {
            return e.unmet();
        }
        for (IncidentCommand step : steps) {
            List<Unmet> unmet = PROCESS.check(incident, step, context);
            if (!unmet.isEmpty()) {
                return unmet;
            }
            incident = incident.applyAll(PROCESS.decide(incident, step, context));
        }
        if (!table.update(before, HelpdeskWords.row(before, incident))) {
            return List.of(new Unmet(UnmetKind.GUARD, "CHANGED_MEANWHILE", "state", "somebody else was faster"));
        }
        return List.of();
    }
}
