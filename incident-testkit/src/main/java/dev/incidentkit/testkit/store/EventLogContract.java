package dev.incidentkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.store.AppendBuilder;
import dev.incidentkit.store.IncidentAppend;
import dev.incidentkit.store.PersonalValue;
import dev.incidentkit.store.ReadCondition;
import dev.incidentkit.store.Redaction;
import dev.incidentkit.store.StoredEvent;
import dev.incidentkit.store.VersionConflictException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Loading and appending: what every store does. */
public interface EventLogContract extends StoreContractSupport {
    /** More conflicts than one writer can meet in any test. */
    int MOST_CONFLICTS = 1_000;

    /** What was appended is loaded, byte for byte and in order. */
    @Test
    default void what_was_appended_is_loaded_byte_for_byte_and_in_order() {
        IncidentId id = id("INC-1");
        write(events(id, 0, "one", "two"));
        write(events(id, 2, "three"));

        assertThat(store().load(id)).hasValueSatisfying(record -> {
            assertThat(record.version()).isEqualTo(3);
            assertThat(record.events()).containsExactly(event(1, "one"), event(2, "two"), event(3, "three"));
            assertThat(record.headHash()).isEqualTo(event(3, "three").hash());
        });
        assertThat(store().load(id("INC-2"))).isEmpty();
    }

    /** The last line of a record is read alone, with its personal data, and there is none of what does not exist. */
    @Test
    default void the_last_event_of_a_record_is_read_alone() {
        IncidentId id = id("INC-1");
        write(events(id, 0, "one", "two"));
        assertThat(store().head(id)).contains(event(2, "two"));
        write(events(id, 2, "three"));

        assertThat(store().head(id)).contains(event(3, "three"));
        assertThat(store().head(id("INC-2"))).isEmpty();
    }

    /** Each line of a record is read alone, as it is read with the others, and there is none before or behind them. */
    @Test
    default void each_event_of_a_record_is_read_alone() {
        IncidentId id = id("INC-1");
        byte[] salt = new byte[16];
        salt[5] = (byte) 0xFE;
        StoredEvent several = event(2, "two")
                .withPersonal(List.of(
                        new PersonalValue("text", salt, "'; \uD83D\uDD25"),
                        new PersonalValue("reporter.name", new byte[16], "Bob"),
                        new PersonalValue("attributes.x.personal", salt, "y")));
        StoredEvent none = event(3, "three").withPersonal(List.of());
        write(new IncidentAppend(id, 0, List.of(event(1, "one"), several, none), summary(id, 3)));
        write(events(id("INC-2"), 0, "other"));

        assertThat(store().event(id, 1)).contains(event(1, "one"));
        assertThat(store().event(id, 2)).contains(several);
        assertThat(store().event(id, 3)).contains(none);
        assertThat(store().event(id("INC-2"), 1)).contains(event(1, "other"));
        for (long sequence : List.of(Long.MIN_VALUE, -1L, 0L, 4L, (1L << 32) + 1, Long.MAX_VALUE)) {
            assertThat(store().event(id, sequence)).as("event %d", sequence).isEmpty();
        }
        assertThat(store().event(id("INC-3"), 1)).isEmpty();
    }

    /** Instants come back to the millisecond. */
    @Test
    default void instants_come_back_to_the_millisecond() {
        write(events(id("INC-1"), 0, "one"));

        assertThat(store().load(id("INC-1")).orElseThrow().events()).first().satisfies(event -> {
            assertThat(event.effectiveAt()).isEqualTo(REPORTED_AT.plusMillis(1));
            assertThat(event.recordedAt()).isEqualTo(REPORTED_AT.plusMillis(2));
        });
    }

    /** A stale writer is refused with both versions, and nothing of it is written. */
    @Test
    default void a_stale_writer_is_refused_with_both_versions() {
        IncidentId id = id("INC-1");
        write(events(id, 0, "one", "two"));

        assertThatThrownBy(() -> write(events(id, 1, "stale")))
                .isInstanceOfSatisfying(VersionConflictException.class, conflict -> {
                    assertThat(conflict.incident()).isEqualTo(id);
                    assertThat(conflict.expected()).isEqualTo(1);
                    assertThat(conflict.actual()).isEqualTo(2);
                });
        assertThat(store().load(id).orElseThrow().version()).isEqualTo(2);
    }

    /** An incident that exists cannot begin again, and one that does not exist cannot go on. */
    @Test
    default void an_incident_begins_once() {
        write(events(id("INC-1"), 0, "one"));

        assertThatThrownBy(() -> write(events(id("INC-1"), 0, "again"))).isInstanceOf(VersionConflictException.class);
        assertThatThrownBy(() -> write(events(id("INC-2"), 1, "two"))).isInstanceOf(VersionConflictException.class);
    }

    /** Several incidents are written together, or none. */
    @Test
    default void several_incidents_are_written_together_or_not_at_all() {
        write(events(id("INC-1"), 0, "one"));

        assertThatThrownBy(() -> store().append(new AppendBuilder()
                        .addIncidents(events(id("INC-2"), 0, "other"), events(id("INC-1"), 0, "stale"))
                        .build()))
                .isInstanceOf(VersionConflictException.class);
        assertThat(store().load(id("INC-2"))).isEmpty();

        store().append(new AppendBuilder()
                .addIncidents(events(id("INC-2"), 0, "other"), events(id("INC-1"), 1, "two"))
                .build());
        assertThat(store().load(id("INC-2")).orElseThrow().version()).isEqualTo(1);
        assertThat(store().load(id("INC-1")).orElseThrow().version()).isEqualTo(2);
    }

    /** An incident that was read and has changed since stops the append. */
    @Test
    default void a_condition_that_does_not_hold_stops_everything() {
        write(events(id("READ"), 0, "one"));

        assertThatThrownBy(() -> store().append(new AppendBuilder()
                        .addIncidents(events(id("INC-1"), 0, "one"))
                        .addConditions(new ReadCondition(id("READ"), 2))
                        .build()))
                .isInstanceOfSatisfying(
                        VersionConflictException.class,
                        conflict -> assertThat(conflict.actual()).isEqualTo(1));
        assertThat(store().load(id("INC-1"))).isEmpty();

        store().append(new AppendBuilder()
                .addIncidents(events(id("INC-1"), 0, "one"))
                .addConditions(new ReadCondition(id("READ"), 1), new ReadCondition(id("ABSENT"), 0))
                .build());
        assertThat(store().load(id("INC-1"))).isPresent();
    }

    /** Redaction deletes personal data, some or all, and leaves the bytes as they are. */
    @Test
    default void redaction_deletes_personal_data_and_leaves_the_bytes() {
        IncidentId id = id("INC-1");
        write(events(id, 0, "one"));
        StoredEvent before = store().load(id).orElseThrow().events().get(0);
        assertThat(before.personal()).extracting(PersonalValue::text).containsExactly("secret of one");

        store().append(new AppendBuilder()
                .addRedactions(new Redaction(id, Set.of("elsewhere")))
                .build());
        assertThat(store().load(id).orElseThrow().events().get(0).personal()).hasSize(1);
        store().append(new AppendBuilder()
                .addIncidents(events(id, 1, "redacted"))
                .addRedactions(new Redaction(id, Set.of()))
                .build());

        assertThat(store().load(id).orElseThrow().events())
                .allSatisfy(event -> assertThat(event.personal()).isEmpty());
        assertThat(store().load(id).orElseThrow().events().get(0).body()).isEqualTo(before.body());
    }

    /** Large bodies and hostile texts come back as they are. */
    @Test
    default void large_bodies_and_hostile_texts_come_back_as_they_are() {
        String hostile = "'; drop table incident; -- \u0000\u2028 \uD83D\uDD25 %s ${jndi} \\ \" ";
        String large = hostile.repeat(10_000);
        IncidentId id = id("INC'; -- %s \uD83D\uDD25");
        write(events(id, 0, hostile, large));

        assertThat(store().load(id).orElseThrow().events())
                .extracting(event -> new String(event.body(), StandardCharsets.UTF_8))
                .containsExactly(hostile, large);
    }

    /** Many writers on one incident leave a gapless record in which each event was written once. */
    @Test
    default void many_writers_on_one_incident_leave_a_gapless_record() {
        IncidentId id = id("HOT");
        int writers = 4;
        int each = 25;
        together(IntStream.range(0, writers)
                .<Callable<Boolean>>mapToObj(writer -> () -> writeOnTop(id, writer, each))
                .toList());

        List<StoredEvent> events = store().load(id).orElseThrow().events();
        assertThat(events)
                .extracting(StoredEvent::sequence)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, writers * each)
                        .mapToObj(Long::valueOf)
                        .toList());
        assertThat(events)
                .extracting(event -> new String(event.body(), StandardCharsets.UTF_8))
                .doesNotHaveDuplicates();
    }

    private boolean writeOnTop(IncidentId id, int writer, int times) {
        for (int i = 0; i < times; i++) {
            writeOnTop(id, writer + "/" + i);
        }
        return true;
    }

    /** What is read may be behind for a moment, and not for ever. */
    private void writeOnTop(IncidentId id, String text) {
        for (int conflict = 0; conflict < MOST_CONFLICTS; conflict++) {
            long version = store().load(id).map(record -> record.version()).orElse(0L);
            try {
                write(events(id, version, text));
                return;
            } catch (VersionConflictException e) {
                // Somebody else was first: read again.
                assertThat(e.actual()).isGreaterThan(version);
            }
        }
        fail("Who reads incident %s again after each conflict meets %d of them in a row", id, MOST_CONFLICTS);
    }

    /** Of writers who each read what the other writes, one is stopped. */
    @Test
    default void two_writers_who_read_what_the_other_writes_do_not_both_succeed() {
        for (int round = 0; round < 20; round++) {
            IncidentId a = id("A" + round);
            IncidentId b = id("B" + round);
            write(events(a, 0, "one"));
            write(events(b, 0, "one"));
            List<Boolean> written = together(List.of(() -> writesUnder(a, b), () -> writesUnder(b, a)));

            assertThat(written).as("round %d", round).containsOnlyOnce(true);
        }
    }

    private boolean writesUnder(IncidentId written, IncidentId read) {
        try {
            store().append(new AppendBuilder()
                    .addIncidents(events(written, 1, "two"))
                    .addConditions(new ReadCondition(read, 1))
                    .build());
            return true;
        } catch (VersionConflictException e) {
            return false;
        }
    }

    /** Identities differ in case and in spaces at their ends. */
    @Test
    default void identities_differ_in_case_and_in_spaces_at_their_ends() {
        write(events(id("inc"), 0, "one"));
        write(events(id("INC"), 0, "one", "two"));
        write(events(id("inc "), 0, "one", "two", "three"));

        assertThat(store().load(id("inc")).orElseThrow().version()).isEqualTo(1);
        assertThat(store().load(id("INC")).orElseThrow().version()).isEqualTo(2);
        assertThat(store().load(id("inc ")).orElseThrow().version()).isEqualTo(3);
    }

    /** Several pieces of personal data come back in their order, salts and hostile texts included. */
    @Test
    default void personal_data_comes_back_in_order() {
        byte[] salt = new byte[16];
        salt[3] = (byte) 0xFF;
        StoredEvent event = event(1, "one")
                .withPersonal(List.of(
                        new PersonalValue("text", salt, "\u0000'; \uD83D\uDD25"),
                        new PersonalValue("reporter.name", new byte[16], "Bob"),
                        new PersonalValue("attributes.x.personal", salt, "y".repeat(32_000))));
        write(new IncidentAppend(
                id("A"), 0, List.of(event, event(2, "two").withPersonal(List.of())), summary(id("A"), 2)));

        assertThat(store().load(id("A")).orElseThrow().events().get(0)).isEqualTo(event);
        store().append(new AppendBuilder()
                .addRedactions(new Redaction(id("A"), Set.of("reporter.name")))
                .build());
        assertThat(store().load(id("A")).orElseThrow().events().get(0).personal())
                .extracting(PersonalValue::path)
                .containsExactly("text", "attributes.x.personal");
    }

    /** An append of many incidents is written whole or not at all. */
    @Test
    default void an_append_of_many_incidents_is_written_whole_or_not_at_all() {
        AppendBuilder many = new AppendBuilder();
        for (int i = 0; i < 120; i++) {
            many.addIncidents(events(id("INC-" + i), 0, "one", "two"));
        }
        write(events(id("INC-119"), 0, "in the way"));
        assertThatThrownBy(() -> store().append(many.build())).isInstanceOf(VersionConflictException.class);
        assertThat(store().load(id("INC-0"))).isEmpty();

        AppendBuilder others = new AppendBuilder();
        for (int i = 0; i < 120; i++) {
            others.addIncidents(events(id("OTHER-" + i), 0, "one", "two"));
        }
        store().append(others.build());
        assertThat(store().load(id("OTHER-119")).orElseThrow().version()).isEqualTo(2);
    }

    /** A long record is loaded whole. */
    @Test
    default void a_long_record_is_loaded_whole() {
        String[] texts = IntStream.range(0, 1_000).mapToObj(i -> "event " + i).toArray(String[]::new);
        write(events(id("LONG"), 0, texts));
        write(events(id("LONG"), 1_000, texts));

        assertThat(store().load(id("LONG")).orElseThrow().events())
                .extracting(StoredEvent::sequence)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 2_000).mapToObj(Long::valueOf).toList());
    }
}
