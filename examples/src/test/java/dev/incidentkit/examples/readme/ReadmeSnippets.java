package dev.incidentkit.examples.readme;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AdoptedTicket;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand.Close;
import dev.incidentkit.core.incident.LifecycleCommand.Resolve;
import dev.incidentkit.core.incident.LifecycleCommand.Start;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.desk.Notification;
import dev.incidentkit.desk.NotificationFilter;
import dev.incidentkit.desk.OutboxRunner;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.desk.TimerRunner;
import dev.incidentkit.store.InMemoryIncidentStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The code that stands in the README, between the marks, with what it needs around it. */
final class ReadmeSnippets {
    private final List<String> mails = new ArrayList<>();

    static List<Unmet> guard() {
        // readme: guard
        Instant now = Instant.parse("2026-03-02T09:00:00Z");
        ProcessDefinition itil = ProcessDefinition.itil();
        Incident ticket = itil.adopt(
                new IncidentId("T-1017"),
                AdoptedTicket.of(Status.NEW, now.minusSeconds(3600)).build(),
                now);

        List<Unmet> unmet = itil.check(ticket, new Start(null), CommandContext.of(Actor.agent("ann"), now));
        // [FIELD_REQUIRED(owner): owner must be given]
        // readme: end
        return unmet;
    }

    List<Unmet> desk() {
        // readme: desk
        ServiceDesk desk = ServiceDesk.builder(new InMemoryIncidentStore(), ProcessDefinition.itil())
                .notifications(NotificationFilter.standard())
                .build();

        IncidentId id = desk.report(
                        Report.of("VPN is down", Reporter.person("Bob"), Channel.PHONE)
                                .impact(Impact.HIGH)
                                .urgency(Urgency.HIGH)
                                .build(),
                        Actor.caller("bob"))
                .incident();
        Actor ann = Actor.agent("ann");
        desk.handle(id, new Start(Owner.group("network")), ann);
        desk.handle(id, Resolve.permanently(new Category("network/vpn"), "FIXED", "Renewed the certificate"), ann);

        List<Unmet> lacking = desk.check(id, new Close(), ann); // what still stands against closing it
        // readme: end
        // readme: runners
        new TimerRunner(desk).tick(); // carries out what fell due: warnings, breaches, resume dates, automatic closure
        new OutboxRunner(desk, this::mail).tick(); // sends what was written to be sent
        // readme: end
        return lacking;
    }

    private void mail(Notification notification) {
        mails.add(notification.topic());
    }

    List<String> mails() {
        return mails;
    }
}
