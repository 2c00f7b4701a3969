package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.ReportBuilder;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.Unmet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One incident under a definition, told step by step. Its record is replayed at each step, so that the fold is exact. */
final class Scene {
    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    static final Actor ANN = Actor.agent("ann");
    static final Actor BEN = Actor.human("ben", Role.RESOLVER);
    static final Actor MAX = Actor.human("max", Role.INCIDENT_MANAGER);
    static final Actor CLEO = Actor.caller("cleo");
    static final Actor RITA = Actor.human("rita", Role.REVIEWER);

    private final ProcessDefinition definition;
    private final List<IncidentEvent> events = new ArrayList<>();
    private List<IncidentEvent> last = List.of();
    private Instant now = START;

    private Scene(ProcessDefinition definition) {
        this.definition = definition;
    }

    static ReportBuilder report() {
        return Report.of("VPN is down", Reporter.person("cleo"), Channel.PHONE);
    }

    static Scene reported(ProcessDefinition definition, Report report) {
        Scene scene = new Scene(definition);
        scene.keep(definition.begin(new IncidentId("INC-1"), TenantId.DEFAULT, report, CommandContext.of(ANN, START)));
        return scene;
    }

    static Scene reported(ProcessDefinition definition) {
        return reported(definition, report().build());
    }

    static List<String> refused(ProcessDefinition definition, Report report) {
        return codes(definition.checkBeginning(report, CommandContext.of(ANN, START)));
    }

    private void keep(List<IncidentEvent> decided) {
        last = decided;
        events.addAll(decided);
    }

    Incident incident() {
        return Incident.replay(events);
    }

    List<IncidentEvent> events() {
        return List.copyOf(events);
    }

    /** What the last step wrote. */
    List<IncidentEvent> last() {
        return last;
    }

    <E> List<E> all(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    Scene after(Duration time) {
        now = now.plus(time);
        return this;
    }

    Scene afterMinutes(int minutes) {
        return after(Duration.ofMinutes(minutes));
    }

    Scene then(Actor actor, IncidentCommand command) {
        keep(definition.decide(incident(), command, CommandContext.of(actor, now)));
        return this;
    }

    Scene wakes() {
        return then(Actor.SYSTEM, new RecordCommand.Wake());
    }

    List<Unmet> unmet(Actor actor, IncidentCommand command) {
        return definition.check(incident(), command, new CommandContext(actor, now, Map.of()));
    }

    /** What stands against a command, as codes, with the field where one is named. */
    List<String> refusal(Actor actor, IncidentCommand command) {
        return codes(unmet(actor, command));
    }

    private static List<String> codes(List<Unmet> unmet) {
        return unmet.stream()
                .map(each -> each.field() == null ? each.code() : each.code() + ":" + each.field())
                .toList();
    }
}
