package dev.incidentkit.testkit;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.Unmet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** One run of a scenario under a definition. */
final class ScenarioRun {
    private static final IncidentId FIRST = new IncidentId("INC-1");

    private final Scenario scenario;
    private final ProcessDefinition definition;
    private final ManualClock clock;
    private final Stage stage;
    private IncidentId current = FIRST;
    private List<IncidentEvent> last = List.of();
    private List<Unmet> refusal = List.of();

    ScenarioRun(Scenario scenario, ProcessDefinition definition) {
        this.scenario = scenario;
        this.definition = definition;
        this.clock = ManualClock.startingAt(scenario.start());
        this.stage = scenario.isAtDesk()
                ? new DeskStage(definition, clock, scenario.desk())
                : new Stage.Core(definition, clock);
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
        return new Moment(definition, stage.events(current), clock.instant(), last, refusal, stage.records());
    }

    private void take(Scenario.Step step) {
        if (step instanceof Scenario.Step.Pass pass) {
            pass(pass);
        } else if (step instanceof Scenario.Step.Do deed) {
            act(deed);
        } else if (step instanceof Scenario.Step.Receive alert) {
            receive(alert);
        } else if (step instanceof Scenario.Step.AtDesk there) {
            atDesk(there);
        } else if (step instanceof Scenario.Step.Turn turn) {
            current = turn.incident();
            last = List.of();
            refusal = List.of();
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
        int before = stage.events(current).size();
        stage.wake();
        accepted(before);
    }

    private void act(Scenario.Step.Do deed) {
        int before = stage.events(current).size();
        try {
            stage.act(current, deed.actor(), deed.command(), deed.answers());
            accepted(before);
        } catch (IncidentRejectedException e) {
            if (deed.accepted()) {
                throw new AssertionError(refused(deed, e.unmet()), e);
            }
            last = List.of();
            refusal = e.unmet();
        }
    }

    /** What it wrote is what the last step wrote: what no record had before, of whichever incident it is then about. */
    private void atDesk(Scenario.Step.AtDesk step) {
        List<List<IncidentEvent>> before = stage.records();
        try {
            current = step.deed().apply((DeskStage) stage, current);
        } catch (IncidentRejectedException e) {
            throw new AssertionError(
                    "\nExpecting what is done with the desk at " + clock.instant() + " to be accepted\nbut "
                            + e.getMessage(),
                    e);
        }
        List<IncidentEvent> after = stage.events(current);
        accepted(before.stream()
                .filter(earlier -> earlier.size() <= after.size()
                        && after.subList(0, earlier.size()).equals(earlier))
                .mapToInt(List::size)
                .max()
                .orElse(0));
    }

    /** What was written since then is what the last step wrote. */
    private void accepted(int before) {
        List<IncidentEvent> events = stage.events(current);
        last = List.copyOf(events.subList(before, events.size()));
        refusal = List.of();
    }

    private void receive(Scenario.Step.Receive step) {
        Optional<Stage.Received> counted = stage.receive(step.alert().apply(clock.instant()), step.actor());
        current = counted.map(Stage.Received::incident).orElse(current);
        accepted(counted.map(Stage.Received::before)
                .orElseGet(() -> stage.events(current).size()));
    }

    private String refused(Scenario.Step.Do deed, List<Unmet> unmet) {
        List<IncidentEvent> events = stage.events(current);
        return "\nExpecting " + deed.command().action() + " by " + deed.actor().id() + " at " + clock.instant()
                + " to be accepted\nbut it was refused:\n"
                + unmet.stream().map(each -> "  " + each).collect(Collectors.joining("\n"))
                + (events.isEmpty()
                        ? ""
                        : "\nwhile " + (current.equals(FIRST) ? "the incident" : current) + " is "
                                + Incident.replay(events).status() + ", after " + events.size() + " events");
    }
}
