package dev.incidentkit.testkit;

import static dev.incidentkit.testkit.Samples.ANN;
import static dev.incidentkit.testkit.Samples.CLEO;
import static dev.incidentkit.testkit.assertion.IncidentAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Alert;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.process.Procedures;
import dev.incidentkit.core.sla.Measure;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScenarioTest {
    private static final ProcessDefinition ITIL = ProcessDefinition.itil();

    private static Scenario.Builder started() {
        return Scenario.named("a P3 waits")
                .startingAt("2026-03-06T15:00:00Z")
                .given(CLEO, Samples.report(Impact.HIGH, Urgency.LOW))
                .when(ANN, new LifecycleCommand.Start(Owner.group("ops")));
    }

    @Test
    void a_scenario_tells_how_everything_stands_at_its_end() {
        Moment end = started()
                .when(ANN, new LifecycleCommand.Hold(HoldReason.CALLER, "Which one?", null))
                .after(Duration.ofDays(3))
                .then(moment ->
                        assertThat(moment).clock(Measure.RESOLUTION).isPaused().isNotBreached())
                .build()
                .verify(ITIL);

        assertThat(end.incident()).hasStatus(Status.ON_HOLD).hasPriority("P3").isOwnedByGroup("ops");
        assertThat(end.at()).isEqualTo(Instant.parse("2026-03-09T15:00:00Z"));
        assertThat(end.standings()).isNotEmpty();
    }

    @Test
    void what_falls_due_while_time_passes_happens() {
        Moment end = Scenario.named("closes by itself")
                .given(CLEO, Samples.report(Impact.HIGH, Urgency.HIGH))
                .after(Duration.ofHours(5))
                .build()
                .verify(ITIL);

        assertThat(end).clock("itil", Measure.RESOLUTION).isBreached();
        assertThat(end.last()).hasSizeGreaterThan(3);
    }

    @Test
    void a_refused_step_fails_with_all_reasons_and_its_place() {
        Scenario scenario = Scenario.named("starts without an owner")
                .given(CLEO, Samples.report().build())
                .when(ANN, new LifecycleCommand.Start(null))
                .build();

        assertThatThrownBy(() -> scenario.verify(ITIL))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(
                        "scenario 'starts without an owner', step 2:",
                        "Expecting START by ann at 2026-03-02T09:00:00Z to be accepted",
                        "but it was refused:",
                        "FIELD_REQUIRED(owner): owner must be given",
                        "while the incident is NEW");
        assertThat(scenario.failure(ITIL)).isPresent();
    }

    @Test
    void a_step_that_is_only_tried_leaves_its_refusal_to_look_at() {
        started()
                .whenTried(ANN, new LifecycleCommand.Close())
                .then(moment -> assertThat(moment).refusal().isRefusedFor("TRANSITION_UNKNOWN"))
                .when(ANN, new LifecycleCommand.Hold(HoldReason.VENDOR, null, null))
                .then(moment -> assertThat(moment).refusal().isAccepted())
                .build()
                .verify(ITIL);
    }

    @Test
    void a_failed_look_names_scenario_and_step() {
        Scenario scenario = started()
                .then(moment -> assertThat(moment).incident().hasStatus("NEW"))
                .build();

        assertThatThrownBy(() -> scenario.verify(ITIL))
                .hasMessageContainingAll("scenario 'a P3 waits', step 3:", "to be NEW", "it was IN_PROGRESS");
        assertThat(scenario.name()).isEqualTo("a P3 waits").isEqualTo(scenario.toString());
        assertThat(scenario.length()).isEqualTo(2);
    }

    @Test
    void another_scenario_is_a_beginning_without_its_looks() {
        Scenario earlier = started()
                .then(moment -> assertThat(moment).incident().hasStatus("CLOSED"))
                .build();

        Moment end = Scenario.named("goes on")
                .given(earlier)
                .at("2026-03-06T16:00:00Z")
                .build()
                .verify(ITIL);

        assertThat(end.incident()).hasStatus("IN_PROGRESS");
        assertThat(end.at()).isEqualTo(Instant.parse("2026-03-06T16:00:00Z"));
    }

    @Test
    void a_scenario_that_does_nothing_is_refused() {
        assertThatThrownBy(
                        () -> Scenario.named("idle").after(Duration.ofDays(1)).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'idle' does nothing");
    }

    @Test
    void before_a_report_there_is_no_incident_to_look_at() {
        Moment end = Scenario.named("not reported")
                .whenTried(ANN, new LifecycleCommand.Close())
                .build()
                .verify(ITIL);

        assertThat(end.refusal()).isNotEmpty();
        assertThatThrownBy(end::incident)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("No incident was reported by 2026-03-02T09:00:00Z");
    }

    @Test
    void a_manual_clock_goes_on_when_told_and_never_back() {
        ManualClock clock = ManualClock.startingAt("2026-03-02T09:00:00Z");

        assertThat(clock.advance(Duration.ofHours(1))).isEqualTo(clock.instant());
        assertThat(clock.advanceTo(Instant.parse("2026-03-02T12:00:00Z"))).isEqualTo(clock.instant());
        assertThat(clock).hasToString("ManualClock 2026-03-02T12:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clock.advance(Duration.ofHours(-1)))
                .withMessageContaining("PT-1H");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clock.advanceTo(Instant.EPOCH))
                .withMessageContaining("from 2026-03-02T12:00:00Z to 1970");
    }

    @Test
    void a_scenario_of_several_incidents_is_played_at_a_desk() {
        Scenario.named("a child holds its parent open")
                .given(CLEO, Samples.report().build())
                .of("INC-2")
                .given(CLEO, Samples.report().build())
                .when(ANN, new WorkCommand.Link(new Relation(RelationKind.PARENT, "INC-1")))
                .of("INC-1")
                .then(moment -> assertThat(moment).incident().isRelatedTo(RelationKind.CHILD, "INC-2"))
                .when(ANN, LifecycleCommand.Resolve.permanently(new Category("network"), "FIXED", "Done"))
                .whenTried(ANN, new LifecycleCommand.Close())
                .then(moment -> assertThat(moment).refusal().isRefusedAmongOthersFor("CHILD_OPEN"))
                .of("INC-2")
                .then(moment -> assertThat(moment).incident().hasStatus(Status.NEW))
                .build()
                .verify(ITIL);
    }

    @Test
    void a_step_that_cascades_is_carried_out_at_a_desk() {
        Scenario cascade = Scenario.named("a hold takes its children along")
                .given(CLEO, Samples.report().build())
                .of("INC-2")
                .given(CLEO, Samples.report().build())
                .when(ANN, new WorkCommand.Link(new Relation(RelationKind.PARENT, "INC-1")))
                .of("INC-1")
                .when(ANN, LifecycleCommand.Hold.on(HoldReason.VENDOR))
                .of("INC-2")
                .then(moment -> assertThat(moment).incident().waitsFor(HoldReason.VENDOR))
                .build();

        cascade.verify(ITIL);
        assertThatThrownBy(() -> cascade.verify(ProcessDefinition.builder(ITIL)
                        .procedures(Procedures.NONE)
                        .build()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("the reason to wait of INC-2 to be VENDOR", "it was none");
    }

    @Test
    void alerts_open_repeat_and_end_an_incident() {
        Actor monitor = Actor.external("monitor");
        Scenario.named("an alert")
                .received(monitor, at -> Alert.firing("monitor", "http", "shop", at, "Shop is down"))
                .then(moment -> assertThat(moment).incident().hasStatus(Status.NEW))
                .after(Duration.ofMinutes(5))
                .received(monitor, at -> Alert.firing("monitor", "http", "shop", at, "Shop is down"))
                .then(moment -> {
                    assertThat(moment.last()).hasSize(1);
                    assertThat(moment.incident().id().value()).isEqualTo("ALERT-1");
                })
                .received(monitor, at -> Alert.cleared("monitor", "http", "shop", at, "Shop is up"))
                .then(moment -> assertThat(moment).incident().hasStatus(Status.RESOLVED))
                .build()
                .verify(Samples.PROCESS);
    }

    @Test
    void time_passes_at_a_desk_as_it_does_without_one() {
        Scenario alone = Scenario.named("a breach")
                .given(CLEO, Samples.report(Impact.HIGH, Urgency.HIGH))
                .after(Duration.ofHours(5))
                .build();

        Moment core = alone.verify(ITIL);
        Moment desk = Scenario.named("a breach at a desk")
                .atDesk()
                .given(alone)
                .build()
                .verify(ITIL);

        assertThat(desk.events()).hasSameSizeAs(core.events());
        assertThat(desk.last()).hasSameSizeAs(core.last()).isNotEmpty();
        assertThat(desk).clock(Measure.RESOLUTION).isBreached();
    }

    @Test
    void a_desk_asks_for_itself_and_a_definition_takes_no_alerts() {
        assertThatThrownBy(() -> Scenario.named("answers")
                        .atDesk()
                        .answering("open-children", "0")
                        .given(CLEO, Samples.report().build())
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("asks for itself, but has the answers {open-children=0}");
        assertThatThrownBy(() -> Scenario.named("no alerts")
                        .received(ANN, at -> Alert.firing("monitor", "http", "shop", at, "Down"))
                        .build()
                        .verify(ITIL))
                .hasMessageContaining("says nothing about alerts");
    }
}
