package dev.incidentkit.examples.peers;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.Urgency;
import java.time.Instant;

/** An incident that is led through its life at stated times, without service levels of its own. */
final class MadeHistory {
    private static final ProcessDefinition PROCESS =
            ProcessDefinition.builder(ProcessDefinition.itil()).slas().build();

    private Incident incident;

    private MadeHistory(Incident incident) {
        this.incident = incident;
    }

    static MadeHistory reported(String id, String at, Impact impact, Urgency urgency) {
        Report report = Report.of("Something is broken", Reporter.person("Bob"), Channel.PHONE)
                .impact(impact)
                .urgency(urgency)
                .build();
        CommandContext context = CommandContext.of(Actor.caller("bob"), Instant.parse(at));
        return new MadeHistory(Incident.replay(PROCESS.begin(new IncidentId(id), TenantId.DEFAULT, report, context)));
    }

    MadeHistory then(String at, IncidentCommand command) {
        return then(at, command, Actor.agent("ann"));
    }

    MadeHistory then(String at, IncidentCommand command, Actor actor) {
        CommandContext context = CommandContext.of(actor, Instant.parse(at));
        incident = incident.applyAll(PROCESS.decide(incident, command, context));
        return this;
    }

    Incident incident() {
        return incident;
    }
}
