package dev.incidentkit.desk;

import static dev.incidentkit.desk.DeskFixture.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.ImportedStep;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Histories that a desk takes over: their clocks run on, and nobody is told of what was missed before. */
class ImportDeskTest {
    private final DeskFixture fixture = new DeskFixture();
    private final ServiceDesk desk = fixture.desk;
    private final TimerRunner timers = new TimerRunner(desk);
    private final Instant nine = fixture.clock.instant();

    private void imported(IncidentId id, Instant at, Status status) {
        ImportedStep step = ImportedStep.of(at, status.name(), status)
                .priority(Priority.P1)
                .owner(Owner.group("network"))
                .build();
        desk.handle(id, new RecordCommand.ImportStep(step), Actor.agent("loader"));
    }

    @Test
    void an_imported_open_incident_is_woken_and_breaches() {
        IncidentId id = new IncidentId("O-1");
        imported(id, nine, Status.NEW);
        assertThat(fixture.store.summary(id)).hasValueSatisfying(summary -> {
            assertThat(summary.nextWakeUp()).isEqualTo(nine.plusSeconds(450));
            assertThat(summary.nextBreach())
                    .isEqualTo(nine.plus(Duration.ofMinutes(15)).plusMillis(1));
        });

        fixture.clock.advance(Duration.ofDays(10));
        assertThat(timers.tick()).isEqualTo(1);

        assertThat(desk.events(id)).hasAtLeastOneElementOfType(SlaEvent.Breached.class);
    }

    @Test
    void nobody_is_told_of_what_imported_incidents_missed_long_ago() {
        Instant reported = nine.minus(Duration.ofDays(300));
        List<IncidentId> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            IncidentId id = new IncidentId("C-" + i);
            imported(id, reported, Status.NEW);
            imported(id, reported.plus(Duration.ofDays(3)), Status.RESOLVED);
            imported(id, reported.plus(Duration.ofDays(9)), Status.CLOSED);
            ids.add(id);
        }
        List<Notification> sent = new ArrayList<>();
        OutboxRunner outbox = new OutboxRunner(desk, sent::add);
        assertThat(timers.tick()).as("while a further step may come").isZero();

        fixture.clock.advance(Duration.ofMinutes(5));
        desk.handle(ids.get(0), new WorkCommand.Note("seen", Visibility.INTERNAL), ANN);
        timers.tick();
        outbox.tick();

        assertThat(ids).allSatisfy(id -> assertThat(desk.events(id)).hasAtLeastOneElementOfType(SlaEvent.Missed.class));
        assertThat(sent).noneMatch(message -> message.topic().startsWith("incident.sla"));
    }
}
