package dev.incidentkit.desk;

import static dev.incidentkit.desk.DeskFixture.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.DefinitionChange;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AssignmentCommand.Acknowledge;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand.Hold;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.SlaEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Clocks at the desk: signals are recorded at their instants and told once, and the summary knows the next breach. */
class SlaDeskTest {
    private final DeskFixture fixture = new DeskFixture();
    private final ServiceDesk desk = fixture.desk;
    private final TimerRunner timers = new TimerRunner(desk);
    private final Instant nine = fixture.clock.instant();

    private List<SlaEvent> signals(IncidentId id) {
        return desk.events(id).stream()
                .filter(SlaEvent.class::isInstance)
                .map(SlaEvent.class::cast)
                .toList();
    }

    @Test
    void the_summary_knows_the_next_breach_and_the_wake_up_is_the_first_threshold() {
        IncidentId id = fixture.reported();

        assertThat(fixture.store.summary(id)).hasValueSatisfying(summary -> {
            assertThat(summary.nextBreach())
                    .isEqualTo(nine.plus(Duration.ofMinutes(15)).plusMillis(1));
            assertThat(summary.nextWakeUp()).isEqualTo(nine.plusSeconds(450));
        });

        desk.handle(id, new Acknowledge(), ANN);
        assertThat(fixture.store.summary(id))
                .hasValueSatisfying(summary -> assertThat(summary.nextBreach())
                        .as("the next update")
                        .isEqualTo(nine.plus(Duration.ofMinutes(30)).plusMillis(1)));
    }

    @Test
    void at_risk_and_breach_are_recorded_at_their_instants_and_told_once_however_often_and_late_it_ticks() {
        IncidentId id = fixture.reported();
        List<Notification> sent = new ArrayList<>();
        OutboxRunner outbox = new OutboxRunner(desk, sent::add);
        fixture.clock.advance(Duration.ofMinutes(20));
        timers.tick();
        timers.tick();
        outbox.tick();
        fixture.clock.advance(Duration.ofMinutes(1));
        timers.tick();
        outbox.tick();

        assertThat(signals(id))
                .extracting(signal -> signal.meta().effectiveAt())
                .containsExactly(
                        nine.plusSeconds(450),
                        nine.plusSeconds(675),
                        nine.plus(Duration.ofMinutes(15)).plusMillis(1));
        assertThat(sent)
                .extracting(Notification::topic)
                .filteredOn(topic -> topic.startsWith("incident.sla"))
                .containsExactly("incident.sla-at-risk", "incident.sla-at-risk", "incident.sla-breached");
        assertThat(sent).extracting(Notification::id).doesNotHaveDuplicates();
    }

    @Test
    void a_paused_clock_sets_nothing_off() {
        IncidentId id = fixture.started();
        desk.handle(id, new Hold(HoldReason.CALLER, "which room?", null), ANN);
        fixture.clock.advance(Duration.ofDays(3));
        timers.tick();

        assertThat(signals(id)).extracting(signal -> signal.clock().target()).containsOnly("UPDATE");
    }

    @Test
    void incidents_are_moved_to_a_changed_definition_as_its_rule_says() {
        IncidentId id = fixture.started();
        for (DefinitionChange change : List.of(
                DefinitionChange.stay(),
                DefinitionChange.migrateFrom(nine.plusMillis(1)),
                DefinitionChange.migrateOpen())) {
            ProcessDefinition next = ProcessDefinition.builder(ProcessDefinition.itil())
                    .name("next")
                    .predecessor(ProcessDefinition.itil())
                    .change(change)
                    .build();
            ServiceDesk other = ServiceDesk.builder(fixture.store, next)
                    .alsoKnows(ProcessDefinition.itil())
                    .clock(fixture.clock)
                    .build();

            List<BulkResult> results = other.migrate(List.of(id), Map.of(), Actor.human("max", Role.INCIDENT_MANAGER));

            boolean moves = change.equals(DefinitionChange.migrateOpen());
            assertThat(results).hasSize(moves ? 1 : 0);
            List<IncidentEvent> events = other.events(id);
            assertThat(events.stream().anyMatch(RecordEvent.Migrated.class::isInstance))
                    .isEqualTo(moves);
        }
    }
}
