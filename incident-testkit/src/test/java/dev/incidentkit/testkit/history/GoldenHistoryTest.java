package dev.incidentkit.testkit.history;

import static dev.incidentkit.testkit.Samples.ANN;
import static dev.incidentkit.testkit.Samples.CLEO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.PriorityMatrix;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.policy.TriagePolicy;
import dev.incidentkit.desk.Audit;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.store.InMemoryIncidentStore;
import dev.incidentkit.testkit.ManualClock;
import dev.incidentkit.testkit.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenHistoryTest {
    private static final ProcessDefinition ITIL = ProcessDefinition.itil();
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant AS_OF = Instant.parse("2026-03-02T18:00:00Z");

    /** The default process with one cell of its matrix changed. */
    private static final ProcessDefinition CHANGED = ProcessDefinition.builder(ITIL)
            .triage(TriagePolicy.matrix(PriorityMatrix.builder(PriorityMatrix.itil3x3())
                    .cell("HIGH", "LOW", "P1")
                    .build()))
            .build();

    @TempDir
    Path directory;

    private final List<List<IncidentEvent>> records = new ArrayList<>();

    @BeforeEach
    void record() {
        records.add(record("T-1", Impact.HIGH, Urgency.LOW));
        records.add(record("T-2", Impact.LOW, Urgency.LOW));
    }

    private static List<IncidentEvent> record(String id, Impact impact, Urgency urgency) {
        List<IncidentEvent> events = new ArrayList<>(ITIL.begin(
                new IncidentId(id), TenantId.DEFAULT, Samples.report(impact, urgency), CommandContext.of(CLEO, START)));
        events.addAll(ITIL.decide(
                Incident.replay(events),
                new LifecycleCommand.Start(Owner.group("ops")),
                CommandContext.of(ANN, START.plusSeconds(600))));
        return events;
    }

    private GoldenHistory golden() {
        return GoldenHistory.in(directory.resolve("golden").resolve("march.csv"));
    }

    @Test
    void the_same_definition_gives_the_same_outcome() throws Exception {
        golden().updating(true).check(records, ITIL, AS_OF);

        golden().check(records, ITIL, AS_OF);
        assertThat(Files.readAllLines(directory.resolve("golden/march.csv")))
                .hasSize(3)
                .startsWith("incident,status,priority,owner,clocks,refusals")
                .anySatisfy(line -> assertThat(line).startsWith("T-1,IN_PROGRESS,P3,ops,itil/RESPONSE/1 MET; "));
    }

    @Test
    void a_changed_table_fails_with_the_incidents_whose_outcome_changed() {
        golden().updating(true).check(records, ITIL, AS_OF);

        assertThatThrownBy(() -> golden().check(records, CHANGED, AS_OF))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(
                        "the outcome of 1 of 2 incidents is another than in ",
                        "T-1: priority P1, was P3 | clocks ",
                        "itil/RESOLUTION/1 RUNNING breached",
                        "write the file anew with -Dincidentkit.golden.update=true")
                .hasMessageNotContaining("T-2");
    }

    @Test
    void an_accepted_change_is_written_by_one_command() {
        golden().updating(true).check(records, ITIL, AS_OF);
        System.setProperty(GoldenHistory.UPDATE, "true");
        try {
            golden().check(records, CHANGED, AS_OF);
        } finally {
            System.clearProperty(GoldenHistory.UPDATE);
        }

        golden().check(records, CHANGED, AS_OF);
    }

    @Test
    void incidents_that_are_new_or_gone_are_told() {
        golden().updating(true).check(records.subList(0, 1), ITIL, AS_OF);

        assertThatThrownBy(() -> golden().check(records.subList(1, 2), ITIL, AS_OF))
                .hasMessageContainingAll("T-2 is new: ", "T-1 is gone");
    }

    @Test
    void what_is_refused_now_is_part_of_the_outcome() {
        golden().updating(true).check(records, ITIL, AS_OF);
        ProcessDefinition denied = ProcessDefinition.builder(ITIL)
                .lifecycle(Lifecycle.builder(ITIL.lifecycle())
                        .without(Action.START)
                        .build())
                .build();

        assertThatThrownBy(() -> golden().check(records, denied, AS_OF))
                .hasMessageContainingAll(
                        "status NEW, was IN_PROGRESS", "refusals START at event 3 [TRANSITION_UNKNOWN]");
    }

    @Test
    void a_golden_file_that_is_not_there_or_none_is_told() throws Exception {
        assertThatThrownBy(() -> golden().check(records, ITIL, AS_OF))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("there is no golden file");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> golden().check(List.of(records.get(0), records.get(0)), ITIL, AS_OF))
                .withMessageContaining("T-1 has two records");
        Path broken = Files.writeString(directory.resolve("broken.csv"), "incident\nT-1\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GoldenHistory.in(broken).check(records, ITIL, AS_OF))
                .withMessageContaining("[T-1]");
    }

    @Test
    void an_export_of_a_desk_is_a_history() throws Exception {
        InMemoryIncidentStore store = new InMemoryIncidentStore();
        ServiceDesk desk = ServiceDesk.builder(store, ITIL)
                .clock(ManualClock.startingAt(START))
                .build();
        IncidentId id =
                desk.report(Samples.report(Impact.HIGH, Urgency.LOW), CLEO).incident();
        desk.handle(id, new LifecycleCommand.Start(Owner.group("ops")), ANN);
        Path export = Files.write(directory.resolve("export.jsonl"), new Audit(desk).export(id));

        assertThat(RecordedHistory.read(export))
                .singleElement()
                .satisfies(record ->
                        assertThat(Incident.replay(record).status().name()).isEqualTo("IN_PROGRESS"));
    }
}
