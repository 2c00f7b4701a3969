package dev.incidentkit.desk;

import static dev.incidentkit.desk.DeskFixture.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand.Note;
import dev.incidentkit.core.incident.WorkEvent;
import dev.incidentkit.store.AppendBuilder;
import dev.incidentkit.store.IncidentAppend;
import dev.incidentkit.store.IncidentSummaryBuilder;
import dev.incidentkit.store.StoredEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A record of ten thousand events is still an incident that can be worked on. */
class LongRecordTest {
    private static final int EVENTS = 10_000;
    private static final int PART = 1_000;

    /** The bound that the page on stores states, of processor time: others may be at work on the machine. */
    private static final long BOUND = 10_000;

    private final DeskFixture fixture = new DeskFixture();

    /** Notes as the desk would have sealed them, without its reading the record for each. */
    private void fill(IncidentId id) {
        for (long version = version(id); version < EVENTS; version = version(id)) {
            long count = Math.min(PART, EVENTS - version);
            List<IncidentEvent> notes = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                notes.add(new WorkEvent.Noted(
                        EventMeta.at(fixture.clock.instant(), ANN),
                        PersonalText.of(
                                "Looked at the tunnel again, try " + (version + i) + ": no answer from the far end"),
                        Visibility.INTERNAL));
            }
            append(id, version, notes);
        }
    }

    private long version(IncidentId id) {
        return fixture.store.summary(id).orElseThrow().version();
    }

    private void append(IncidentId id, long version, List<IncidentEvent> notes) {
        byte[] head = fixture.store.head(id).orElseThrow().hash();
        List<StoredEvent> sealed = fixture.desk.writer().sealer().seal(notes, version, head);
        fixture.store.append(new AppendBuilder()
                .addIncidents(new IncidentAppend(
                        id,
                        version,
                        sealed,
                        new IncidentSummaryBuilder()
                                .from(fixture.store.summary(id).orElseThrow())
                                .version(version + sealed.size())
                                .headHash(HexFormat.of()
                                        .formatHex(sealed.get(sealed.size() - 1).hash()))
                                .build()))
                .build());
    }

    private static long processorMillis() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElseGet(() -> Duration.ofNanos(System.nanoTime()))
                .toMillis();
    }

    @Test
    void the_state_of_ten_thousand_events_is_loaded_and_worked_on_within_the_bound() {
        IncidentId id = fixture.started();
        fill(id);
        assertThat(new Audit(fixture.desk).verify(id).orElseThrow().message())
                .isEqualTo("all " + EVENTS + " events are as sealed");

        long before = processorMillis();
        Incident incident = fixture.desk.load(id).orElseThrow();
        long loaded = processorMillis() - before;
        fixture.desk.handle(id, new Note("And again", Visibility.INTERNAL), ANN);
        long handled = processorMillis() - before - loaded;
        System.out.println(fixture.store + ": the state of " + EVENTS + " events was loaded in " + loaded
                + " ms of processor time, a command on it took " + handled + " ms");

        assertThat(incident.version()).isEqualTo(EVENTS);
        assertThat(fixture.desk.load(id).orElseThrow().version()).isEqualTo(EVENTS + 1);
        assertThat(loaded).isLessThan(BOUND);
        assertThat(handled).isLessThan(BOUND);
    }
}
