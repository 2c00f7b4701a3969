package dev.incidentkit.examples.guard;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.*;
import dev.incidentkit.core.incident.LifecycleCommand.*;
import java.time.Instant;
import java.util.*;

/** A ticketing system with a table and status names of its own asks the library before it changes a status. */
public final class GuardOwnTickets {
    /** A row of the host's own table. */
    record Ticket(String id, String state, String team, Instant opened) {}

    private static final Map<String, Status> MEANING =
            Map.of("open", Status.NEW, "in work", Status.IN_PROGRESS, "done", Status.RESOLVED);

    /** What stands against a step of a ticket; empty where the host may write its new state. */
    static List<Unmet> mayI(Ticket ticket, IncidentCommand step, String agent, Instant now) {
        ProcessDefinition itil = ProcessDefinition.itil();
        Incident incident = itil.adopt(new IncidentId(ticket.id()), asItStands(ticket), now);
        return itil.check(incident, step, CommandContext.of(Actor.agent(agent), now));
    }

    private static AdoptedTicket asItStands(Ticket ticket) {
        Status status = Objects.requireNonNull(MEANING.get(ticket.state()), () -> "no such state: " + ticket);
        AdoptedTicketBuilder known = AdoptedTicket.of(status, ticket.opened());
        Optional.ofNullable(ticket.team()).ifPresent(team -> known.owner(Owner.group(team)));
        return known.resolvedAt(status.phase() == Phase.RESOLVED ? ticket.opened() : null)
                .build();
    }

    public static void main(String[] args) {
        Instant now = Instant.now();
        Ticket old = new Ticket("T-1017", "open", null, now.minusSeconds(86_400));
        System.out.println("start:  " + mayI(old, new Start(null), "ann", now));
        System.out.println("start:  " + mayI(old, new Start(Owner.group("network")), "ann", now));
        System.out.println("reopen: " + mayI(old, new Reopen("still broken"), "ann", now));
        Ticket taken = new Ticket("T-1017", "in work", "network", old.opened());
        IncidentCommand fix = Resolve.permanently(new Category("network/vpn"), "FIXED", "Renewed the certificate");
        System.out.println("resolve: " + mayI(taken, fix, "ann", now));
    }
}
