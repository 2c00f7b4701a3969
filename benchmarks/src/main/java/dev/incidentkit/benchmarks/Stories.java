package dev.incidentkit.benchmarks;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AssignmentCommand.Acknowledge;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand.Close;
import dev.incidentkit.core.incident.LifecycleCommand.Hold;
import dev.incidentkit.core.incident.LifecycleCommand.Reopen;
import dev.incidentkit.core.incident.LifecycleCommand.Resolve;
import dev.incidentkit.core.incident.LifecycleCommand.Resume;
import dev.incidentkit.core.incident.LifecycleCommand.Start;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand.Note;
import dev.incidentkit.core.lifecycle.Guards;
import dev.incidentkit.core.lifecycle.Lifecycle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The incidents that benchmarks are about. */
final class Stories {
    static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    static final Actor ANN = Actor.agent("ann");
    static final CommandContext CONTEXT = CommandContext.of(ANN, AT);
    static final Report REPORT = Report.of("VPN is down", Reporter.person("Bob"), Channel.PHONE)
            .impact(Impact.HIGH)
            .urgency(Urgency.HIGH)
            .build();
    static final Resolve RESOLVE = Resolve.permanently(new Category("network/vpn"), "FIXED", "Renewed the certificate");

    /** From NEW to CLOSED in six steps: start, hold, resume, resolve, reopen, resolve, and then close. */
    static final List<IncidentCommand> SIX_STEPS = List.of(
            new Start(Owner.group("network")),
            Hold.on(HoldReason.VENDOR),
            Resume.BY_HAND,
            RESOLVE,
            new Reopen("still broken"),
            RESOLVE);

    private Stories() {}

    /** The ITIL default, but that nothing but the absence of open children is asked for before a closure. */
    static ProcessDefinition oneGuard() {
        Lifecycle lifecycle = Lifecycle.builder(Lifecycle.itil())
                .without(Action.CLOSE)
                .transition(
                        Action.CLOSE,
                        step -> step.from(Status.RESOLVED).to(Status.CLOSED).guards(Guards.NO_OPEN_CHILD))
                .build();
        return ProcessDefinition.builder(untimed()).lifecycle(lifecycle).build();
    }

    /** The ITIL default without service levels: what clocks cost is measured on its own. */
    static ProcessDefinition untimed() {
        return ProcessDefinition.builder(ProcessDefinition.itil())
                .name("itil, untimed")
                .slas()
                .build();
    }

    static List<IncidentEvent> reported(ProcessDefinition definition) {
        return definition.begin(new IncidentId("INC-1"), TenantId.DEFAULT, REPORT, CONTEXT);
    }

    /** A record of twelve events that an incident of every day has. */
    static List<IncidentEvent> twelveEvents() {
        ProcessDefinition definition = oneGuard();
        List<IncidentEvent> events = new ArrayList<>(reported(definition));
        Incident incident = Incident.replay(events);
        List<IncidentCommand> commands = new ArrayList<>(List.of(
                new Acknowledge(),
                new Start(Owner.group("network")),
                new Note("Looked at the gateway", Visibility.INTERNAL),
                Hold.on(HoldReason.VENDOR),
                Resume.BY_HAND,
                new Note("The certificate ran out", Visibility.INTERNAL),
                RESOLVE,
                new Note("Told the caller", Visibility.CUSTOMER),
                new Close()));
        for (IncidentCommand command : commands) {
            List<IncidentEvent> more = definition.decide(incident, command, CONTEXT);
            events.addAll(more);
            incident = incident.applyAll(more);
        }
        if (events.size() != 12) {
            throw new IllegalStateException("The story must have 12 events, but has " + events.size());
        }
        return List.copyOf(events);
    }
}
