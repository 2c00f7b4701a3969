package dev.incidentkit.desk;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand.Resolve;
import dev.incidentkit.core.incident.LifecycleCommand.Start;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.WorkCommand.AnswerChecklist;
import dev.incidentkit.store.IncidentStore;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** A desk over an in-memory store with a clock that stands still. */
final class DeskFixture {
    /** The default without service levels, for what is not about clocks. */
    static final ProcessDefinition UNTIMED = ProcessDefinition.builder(ProcessDefinition.itil())
            .name("itil, untimed")
            .slas()
            .build();

    static final Actor ANN = Actor.agent("ann");
    static final Actor BOB = Actor.human("bob", Role.CALLER);

    final ManualClock clock = new ManualClock(Instant.parse("2026-03-02T09:00:00Z"));
    final IncidentStore store = DeskStores.empty(clock);
    final ServiceDesk desk;
    private final AtomicInteger numbers = new AtomicInteger();

    DeskFixture() {
        this(ProcessDefinition.itil());
    }

    DeskFixture(ProcessDefinition definition) {
        this.desk = ServiceDesk.builder(store, definition)
                .clock(clock)
                .notifications(NotificationFilter.standard())
                .identities(() -> new IncidentId("INC-" + numbers.incrementAndGet()))
                .build();
    }

    static Report outage(String title) {
        return Report.of(title, Reporter.person("Bob"), Channel.PHONE)
                .impact(Impact.HIGH)
                .urgency(Urgency.HIGH)
                .build();
    }

    IncidentId reported() {
        return desk.report(outage("VPN is down"), BOB).incident();
    }

    IncidentId started() {
        IncidentId id = reported();
        desk.handle(id, new Start(Owner.group("network")), ANN);
        return id;
    }

    IncidentId resolved() {
        IncidentId id = started();
        desk.handle(id, Resolve.permanently(new Category("network/vpn"), "FIXED", "Renewed the certificate"), ANN);
        return id;
    }

    IncidentId readyToClose() {
        IncidentId id = resolved();
        desk.definition()
                .lifecycle()
                .checklist()
                .forEach(item -> desk.handle(id, new AnswerChecklist(item, true, null), ANN));
        return id;
    }
}
