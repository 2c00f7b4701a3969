package dev.incidentkit.core.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AssignmentEvent;
import dev.incidentkit.core.incident.CancelReason;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.WorkEvent;
import dev.incidentkit.core.sla.ClockState;
import dev.incidentkit.core.sla.Goal;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaStanding;
import dev.incidentkit.core.sla.SlaTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a changed definition does to incidents and their clocks, and what falls due by reminders and escalation. */
class DefinitionChangeTest {
    private static final Actor ANN = Actor.agent("ann");
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    private static ProcessDefinition definition(String name, Duration time) {
        return ProcessDefinition.builder(ProcessDefinition.itil())
                .name(name)
                .slas(SlaPolicy.of(
                        "sla",
                        SlaTarget.of(Measure.RESOLUTION, Map.of("P1", Goal.within(time)))
                                .build()))
                .build();
    }

    private static Incident reported(ProcessDefinition definition, Instant at) {
        Report report = Report.of("outage", Reporter.person("cleo"), Channel.PHONE)
                .impact(Impact.HIGH)
                .urgency(Urgency.HIGH)
                .build();
        return Incident.replay(
                definition.begin(new IncidentId("INC-1"), TenantId.DEFAULT, report, CommandContext.of(ANN, at)));
    }

    private static Incident take(ProcessDefinition definition, Incident incident, IncidentCommand command, Instant at) {
        return incident.applyAll(definition.decide(incident, command, CommandContext.of(ANN, at)));
    }

    @Test
    void incidents_stay_or_move_when_open_or_move_when_reported_from_an_instant_on() {
        Incident open = reported(ProcessDefinition.itil(), NINE);
        Incident ended =
                take(ProcessDefinition.itil(), open, LifecycleCommand.Cancel.because(CancelReason.WITHDRAWN), NINE);

        assertThat(DefinitionChange.stay().moves(open)).isFalse();
        assertThat(DefinitionChange.migrateOpen().moves(open)).isTrue();
        assertThat(DefinitionChange.migrateOpen().moves(ended)).isFalse();
        assertThat(DefinitionChange.migrateFrom(NINE).moves(open)).isTrue();
        assertThat(DefinitionChange.migrateFrom(NINE.plusMillis(1)).moves(open)).isFalse();
        assertThat(DefinitionChange.migrateFrom(NINE).moves(ended)).isFalse();
        assertThat(List.of(DefinitionChange.stay(), DefinitionChange.migrateOpen(), DefinitionChange.migrateFrom(NINE)))
                .extracting(Object::toString)
                .containsExactly("STAY", "MIGRATE_OPEN", "MIGRATE_FROM 2026-03-02T09:00:00Z");
    }

    @Test
    void a_moved_incident_keeps_what_elapsed_and_is_judged_by_the_new_target() {
        ProcessDefinition old = definition("old", Duration.ofHours(4));
        ProcessDefinition next = ProcessDefinition.builder(definition("next", Duration.ofHours(1)))
                .predecessor(old)
                .build();
        Incident incident = reported(old, NINE);

        Incident moved =
                take(next, incident, new RecordCommand.Migrate(next.hash(), Map.of()), NINE.plus(Duration.ofHours(2)));

        assertThat(moved.history().get(moved.version() - 1)).isInstanceOfSatisfying(SlaEvent.Breached.class, breach -> {
            assertThat(breach.clock()).hasToString("sla/RESOLUTION/1");
            assertThat(breach.meta().effectiveAt()).isEqualTo(NINE.plus(Duration.ofHours(2)));
        });
        assertThat(next.clock().standings(moved.history(), NINE.plus(Duration.ofHours(1))))
                .as("before the move it was counted by the old target")
                .extracting(SlaStanding::state, SlaStanding::breached)
                .containsExactly(tuple(ClockState.RUNNING, false));
    }

    @Test
    void a_policy_that_the_new_definition_adds_knows_the_past() {
        ProcessDefinition old = definition("old", Duration.ofHours(4));
        ProcessDefinition next = ProcessDefinition.builder(ProcessDefinition.itil())
                .name("next")
                .slas(SlaPolicy.of(
                        "other",
                        SlaTarget.of(Measure.RESOLUTION, Map.of("P1", Goal.within(Duration.ofHours(8))))
                                .build()))
                .predecessor(old)
                .build();
        Incident moved = take(
                next,
                reported(old, NINE),
                new RecordCommand.Migrate(next.hash(), Map.of()),
                NINE.plus(Duration.ofHours(2)));

        assertThat(next.clock().standings(moved.history(), NINE.plus(Duration.ofHours(3))))
                .extracting(
                        standing -> standing.clock().policy(),
                        SlaStanding::state,
                        standing -> standing.elapsed().working())
                .containsExactly(
                        tuple("sla", ClockState.CANCELLED, Duration.ofHours(2)),
                        tuple("other", ClockState.RUNNING, Duration.ofHours(3)));
        assertThat(next.nextBreach(moved))
                .contains(NINE.plus(Duration.ofHours(8)).plusMillis(1));
    }

    @Test
    @Tag("C-68")
    @Tag("C-132")
    void a_breach_calls_whom_the_table_names_at_the_same_instant() {
        Incident incident = reported(TestDefinitions.TIMED, NINE);
        Incident later =
                take(TestDefinitions.TIMED, incident, new RecordCommand.Wake(), NINE.plus(Duration.ofHours(1)));

        List<IncidentEvent> events = later.history();
        int breach = -1;
        for (int i = 0; i < events.size() && breach < 0; i++) {
            breach = events.get(i) instanceof SlaEvent.Breached ? i : -1;
        }
        assertThat(breach).isPositive();
        assertThat(events.get(breach + 1)).isInstanceOfSatisfying(AssignmentEvent.Escalated.class, called -> {
            assertThat(called.target()).isEqualTo("boss");
            assertThat(called.meta().cause().rule()).isEqualTo("breach");
        });
        assertThat(events.get(breach + 1).meta().effectiveAt())
                .isEqualTo(events.get(breach).meta().effectiveAt());
    }

    @Test
    void whoever_is_waited_for_is_reminded_and_then_the_incident_is_resolved_with_what_the_rule_supplies() {
        ProcessDefinition definition = TestDefinitions.TIMED;
        Incident incident =
                take(definition, reported(definition, NINE), new LifecycleCommand.Start(Owner.group("desk")), NINE);
        Incident waiting =
                take(definition, incident, new LifecycleCommand.Hold(HoldReason.CALLER, "which room?", null), NINE);

        Incident later = take(definition, waiting, new RecordCommand.Wake(), NINE.plus(Duration.ofDays(10)));

        assertThat(later.history())
                .filteredOn(event -> event.meta().cause().trigger().equals("follow-up"))
                .extracting(event -> event.meta().effectiveAt())
                .containsExactly(
                        NINE.plus(Duration.ofDays(1)), NINE.plus(Duration.ofDays(2)), NINE.plus(Duration.ofDays(3)));
        assertThat(later.history())
                .filteredOn(WorkEvent.Communicated.class::isInstance)
                .hasSize(2);
        assertThat(later.history())
                .filteredOn(LifecycleEvent.Resolved.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(LifecycleEvent.Resolved.class, resolved -> {
                    assertThat(resolved.resolution().code()).isEqualTo("NO_ANSWER");
                    assertThat(resolved.category()).hasToString("unknown");
                });
        assertThat(later.phase()).isEqualTo(Phase.RESOLVED);
    }
}
