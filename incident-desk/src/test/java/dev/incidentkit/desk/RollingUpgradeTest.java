package dev.incidentkit.desk;

import static dev.incidentkit.desk.DeskFixture.ANN;
import static dev.incidentkit.desk.DeskFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.IncidentException;
import dev.incidentkit.core.definition.DefinitionChange;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.LifecycleCommand.Resolve;
import dev.incidentkit.core.incident.LifecycleCommand.Start;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand.Note;
import dev.incidentkit.json.Chain;
import dev.incidentkit.store.AppendBuilder;
import dev.incidentkit.store.IncidentAppend;
import dev.incidentkit.store.IncidentSummary;
import dev.incidentkit.store.IncidentSummaryBuilder;
import dev.incidentkit.store.OutboxCounts;
import dev.incidentkit.store.OutboxMessage;
import dev.incidentkit.store.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Nodes with two versions of a definition work on one store, in the two steps that docs/operating.md gives; and nodes of
 * two versions of the library.
 */
class RollingUpgradeTest {
    private static final ProcessDefinition PRESENT = ProcessDefinition.itil();
    private static final ProcessDefinition NEXT = ProcessDefinition.builder(PRESENT)
            .reopenWindow(Duration.ofDays(3))
            .change(DefinitionChange.migrateOpen())
            .build();

    private final DeskFixture fixture = new DeskFixture();
    private final AtomicInteger numbers = new AtomicInteger();

    private ServiceDesk node(ProcessDefinition begins, ProcessDefinition... knows) {
        return ServiceDesk.builder(fixture.store, begins)
                .alsoKnows(knows)
                .clock(fixture.clock)
                .identities(() -> new IncidentId("UP-" + numbers.incrementAndGet()))
                .build();
    }

    private String definition(IncidentId id) {
        return fixture.desk.load(id).map(Incident::definition).orElseThrow();
    }

    @Test
    void nodes_of_both_steps_serve_each_other_s_incidents_and_none_is_refused() {
        ServiceDesk first = node(PRESENT, NEXT);
        ServiceDesk second = node(NEXT, PRESENT);
        List<IncidentId> ids = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ids.add((i % 2 == 0 ? first : second)
                    .report(DeskFixture.outage("Print " + i), BOB)
                    .incident());
        }
        for (int i = 0; i < ids.size(); i++) {
            // each step is taken by the node that did not take the one before
            (i % 2 == 0 ? second : first).handle(ids.get(i), new Start(Owner.group("print")), ANN);
            fixture.clock.advance(Duration.ofHours(1));
            new TimerRunner(i % 2 == 0 ? first : second).tick();
            (i % 2 == 0 ? first : second)
                    .handle(ids.get(i), Resolve.permanently(new Category("print"), "FIXED", "Paper"), ANN);
        }

        assertThat(ids.stream().map(this::definition)).containsOnly(PRESENT.hash(), NEXT.hash());
        assertThat(ids.stream().map(id -> new Audit(second).verify(id).orElseThrow()))
                .allMatch(Audit.Verdict::isWhole);
        assertThat(new Housekeeping(second).rebuild(Housekeeping.Mode.COMPARE)).isEmpty();
    }

    @Test
    void a_node_that_skipped_the_first_step_refuses_by_code_and_harms_nothing() {
        ServiceDesk skipped = node(PRESENT);
        ServiceDesk second = node(NEXT, PRESENT);
        IncidentId id = second.report(DeskFixture.outage("Print"), BOB).incident();

        assertThatThrownBy(() -> skipped.handle(id, new Note("Hello", Visibility.INTERNAL), ANN))
                .isInstanceOf(IncidentRejectedException.class)
                .hasMessageContaining("DEFINITION_UNKNOWN");
        fixture.clock.advance(Duration.ofDays(1));
        new TimerRunner(skipped).tick();
        assertThat(second.events(id))
                .hasSize((int) second.load(id).orElseThrow().version());

        second.handle(id, new Note("Hello", Visibility.INTERNAL), ANN);
        assertThat(new Audit(second).verify(id))
                .hasValueSatisfying(verdict -> assertThat(verdict.isWhole()).isTrue());
    }

    @Test
    void open_incidents_move_by_a_command_each_and_the_old_definition_can_go() {
        ServiceDesk first = node(PRESENT, NEXT);
        List<IncidentId> ids = List.of(
                first.report(DeskFixture.outage("A"), BOB).incident(),
                first.report(DeskFixture.outage("B"), BOB).incident());
        ServiceDesk second = node(NEXT, PRESENT);

        assertThat(second.migrate(ids, Map.of(), ANN)).hasSize(2).allMatch(BulkResult::isAccepted);

        ServiceDesk third = node(NEXT);
        ids.forEach(id -> third.handle(id, new Start(Owner.group("print")), ANN));
        assertThat(ids.stream().map(this::definition)).containsOnly(NEXT.hash());
    }

    /** An event as a later version of the library would have sealed it behind the last one. */
    private void writtenByALaterVersion(IncidentId id, String type, int form) {
        IncidentSummary known = fixture.store.summary(id).orElseThrow();
        StoredEvent head = fixture.store.head(id).orElseThrow();
        byte[] hash = Chain.next(head.hash(), type, form, head.body());
        long sequence = known.version() + 1;
        Instant at = head.recordedAt();
        fixture.store.append(new AppendBuilder()
                .addIncidents(new IncidentAppend(
                        id,
                        known.version(),
                        List.of(new StoredEvent(sequence, type, form, head.body(), hash, at, at, List.of())),
                        new IncidentSummaryBuilder()
                                .from(known)
                                .version(sequence)
                                .headHash(HexFormat.of().formatHex(hash))
                                .build()))
                .addMessages(new OutboxMessage(
                        id + "/" + sequence,
                        id,
                        sequence,
                        type,
                        Long.toString(sequence).getBytes(StandardCharsets.UTF_8),
                        at))
                .build());
    }

    @ParameterizedTest
    @CsvSource({
        "incident.teleported, 1, Type 'incident.teleported'",
        "incident.started, 99, Form 99 of 'incident.started'"
    })
    void a_node_that_meets_an_event_of_a_later_version_refuses_by_name_and_harms_nothing(
            String type, int form, String named) {
        IncidentId id = fixture.started();
        IncidentId other = fixture.started();
        new OutboxRunner(fixture.desk, sent -> {}).tick();
        writtenByALaterVersion(id, type, form);
        long version = fixture.store.summary(id).orElseThrow().version();
        CommandKey key = new CommandKey("mail");
        Note note = new Note("Hello", Visibility.INTERNAL);

        for (ThrowingCallable refused : List.<ThrowingCallable>of(
                () -> fixture.desk.load(id),
                () -> fixture.desk.handle(id, note, ANN, key),
                () -> fixture.desk.check(id, note, ANN),
                () -> new Housekeeping(fixture.desk).rebuild(Housekeeping.Mode.REPAIR))) {
            assertThatThrownBy(refused)
                    .isInstanceOf(IncidentException.class)
                    .hasMessageContaining("Event " + version + " of incident " + id + " cannot be read: " + named)
                    .hasMessageContaining("not known here");
        }
        fixture.clock.advance(Duration.ofDays(1));
        new TimerRunner(fixture.desk).tick();
        new OutboxRunner(fixture.desk, sent -> {}).tick();

        assertThat(fixture.desk.events(other)).as("others go on").hasSizeGreaterThan(2);
        assertThat(fixture.store.load(id).orElseThrow().version()).isEqualTo(version);
        assertThat(fixture.store.receipt(key.value(), fixture.clock.instant())).isEmpty();
        assertThat(fixture.store.outboxCounts())
                .as("the message waits for a node that can read it")
                .isEqualTo(new OutboxCounts(1, 0));
        assertThat(new Audit(fixture.desk).verify(id).orElseThrow().message()).contains(named);
    }
}
