package dev.incidentkit.testkit;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.Unmet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One run of a scenario under a definition. */
final class ScenarioRun {
    private static final IncidentId ID = new IncidentId("INC-1");

    private final Scenario scenario;
    private final ProcessDefinition definition;
    private final ManualClock clock;
    private final List<IncidentEvent> events = new ArrayList<>();
    private @Nullable Incident incident;
    private List<IncidentEvent> last = List.of();
    private List<Unmet> refusal = List.of();

    ScenarioRun(Scenario scenario, ProcessDefinition definition) {
        this.scenario = scenario;
        this.definition = definition;
        this.clock = ManualClock.startingAt(scenario.start());
    }

    Moment run() {
        for (Scenario.Step step : scenario.steps()) {
            try {
                take(step);
            } catch (AssertionError e) {
                throw new AssertionError(
                        "scenario '" + scenario.name() + "', " + step.place() + ": " + e.getMessage(), e);
            } catch (IncidentRejectedException e) {
                throw new AssertionError(
                        "scenario '" + scenario.name() + "', " + step.place() + ": what fell due was refused: "
                                + e.getMessage(),
                        e);
            }
        }
        return moment();
    }

    private Moment moment() {
        return new Moment(definition, events, clock.instant(), last, refusal);
    }

    private void take(Scenario.Step step) {
        if (step instanceof Scenario.Step.Pass pass) {
            pass(pass);
        } else if (step instanceof Scenario.Step.Do deed) {
            act(deed);
        } else if (step instanceof Scenario.Step.Look look) {
            look.check().accept(moment());
        }
    }

    private void pass(Scenario.Step.Pass pass) {
        if (pass.time() != null) {
            clock.advance(pass.time());
        } else {
            clock.advanceTo(Objects.requireNonNull(pass.until()));
        }
        if (incident != null) {
            keep(decide(new RecordCommand.Wake(), CommandContext.of(Actor.SYSTEM, clock.instant())));
        }
    }

    private void act(Scenario.Step.Do deed) {
        try {
            keep(decide(deed.command(), new CommandContext(deed.actor(), clock.instant(), deed.answers())));
        } catch (IncidentRejectedException e) {
            if (deed.accepted()) {
                throw new AssertionError(refused(deed, e.unmet()), e);
            }
            last = List.of();
            refusal = e.unmet();
        }
    }

    private String refused(Scenario.Step.Do deed, List<Unmet> unmet) {
        Incident now = incident;
        return "\nExpecting " + deed.command().action() + " by " + deed.actor().id() + " at " + clock.instant()
                + " to be accepted\nbut it was refused:\n"
                + unmet.stream().map(each -> "  " + each).collect(Collectors.joining("\n"))
                + (now == null
                        ? ""
                        : "\nwhile the incident is " + now.status() + ", after " + now.version() + " events");
    }

    private List<IncidentEvent> decide(IncidentCommand command, CommandContext context) {
        return incident == null
                ? definition.begin(ID, TenantId.DEFAULT, command, context)
                : definition.decide(incident, command, context);
    }

    private void keep(List<IncidentEvent> decided) {
        last = decided;
        refusal = List.of();
        events.addAll(decided);
        incident = incident == null ? Incident.replay(decided) : incident.applyAll(decided);
    }
}
