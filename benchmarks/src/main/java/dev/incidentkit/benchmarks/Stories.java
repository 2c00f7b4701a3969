package dev.incidentkit.benchmarks;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AssignmentCommand.Acknowledge;
import dev.incidentkit.core.incident.AssignmentCommand.Assign;
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
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand.AnswerChecklist;
import dev.incidentkit.core.incident.WorkCommand.Note;
import dev.incidentkit.json.EventCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The incidents that benchmarks are about, in the default process as it ships: all required fields, roles and guards.
 * Every command comes a minute after the one before. What the methods return is kept in fields of the benchmarks, never
 * in constants, which a compiler would see through.
 */
final class Stories {
    static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    static final Actor ANN = Actor.agent("ann");
    static final Report REPORT = Report.of("VPN is down", Reporter.person("Bob"), Channel.PHONE)
            .impact(Impact.HIGH)
            .urgency(Urgency.HIGH)
            .build();
    static final Resolve RESOLVE = Resolve.permanently(new Category("network/vpn"), "FIXED", "Renewed the certificate");

    /** The ITIL default without service levels: what clocks cost is measured on its own. */
    static final ProcessDefinition UNTIMED = ProcessDefinition.builder(ProcessDefinition.itil())
            .name("itil, untimed")
            .slas()
            .build();

    private Stories() {}

    /** A command with its context. */
    record Step(IncidentCommand command, CommandContext context) {
        Step(IncidentCommand command, int minute) {
            this(command, CommandContext.of(ANN, AT.plus(Duration.ofMinutes(minute))));
        }

        boolean isOnChecklist() {
            return command instanceof AnswerChecklist;
        }
    }

    private static List<Step> minuteByMinute(List<IncidentCommand> commands) {
        List<Step> steps = new ArrayList<>();
        for (IncidentCommand command : commands) {
            steps.add(new Step(command, steps.size() + 1));
        }
        return steps;
    }

    /** Six changes of the status from NEW to CLOSED, and before the last the closure checklist, which changes none. */
    static List<Step> newToClosed() {
        List<IncidentCommand> commands = new ArrayList<>(
                List.of(Hold.on(HoldReason.VENDOR), Resume.BY_HAND, RESOLVE, new Reopen("still broken"), RESOLVE));
        UNTIMED.lifecycle().checklist().forEach(item -> commands.add(new AnswerChecklist(item, true, null)));
        commands.add(new Close());
        return minuteByMinute(commands);
    }

    /** A reported incident that a group owns. */
    static Incident owned() {
        ProcessDefinition definition = UNTIMED;
        Incident reported = Incident.replay(reported(definition));
        Step assign = new Step(new Assign(Owner.group("network")), 0);
        return reported.applyAll(definition.decide(reported, assign.command(), assign.context()));
    }

    private static List<IncidentEvent> reported(ProcessDefinition definition) {
        return definition.begin(new IncidentId("INC-1"), TenantId.DEFAULT, REPORT, CommandContext.of(ANN, AT));
    }

    /**
     * A record of twelve events that an incident of every day has, read back from its bytes as a store would give them:
     * no two events share an instant or a status.
     */
    static List<IncidentEvent> twelveEvents() {
        ProcessDefinition definition = UNTIMED;
        List<IncidentEvent> events = new ArrayList<>(reported(definition));
        Incident incident = Incident.replay(events);
        for (Step step : minuteByMinute(List.of(
                new Acknowledge(),
                new Start(Owner.group("network")),
                new Note("Looked at the gateway", Visibility.INTERNAL),
                Hold.on(HoldReason.VENDOR),
                Resume.BY_HAND,
                new Note("The certificate ran out", Visibility.INTERNAL),
                new Note("It was renewed", Visibility.INTERNAL),
                RESOLVE,
                new Note("Told the caller", Visibility.CUSTOMER)))) {
            List<IncidentEvent> more = definition.decide(incident, step.command(), step.context());
            events.addAll(more);
            incident = incident.applyAll(more);
        }
        if (events.size() != 12) {
            throw new IllegalStateException("The story must have 12 events, but has " + events.size());
        }
        EventCodec codec = new EventCodec();
        return events.stream().map(codec::encode).map(codec::decode).toList();
    }
}
