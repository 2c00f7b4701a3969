package dev.incidentkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.store.AppendBuilder;
import dev.incidentkit.store.AppendResult;
import dev.incidentkit.store.CommandKeyReusedException;
import dev.incidentkit.store.CommandReceipt;
import dev.incidentkit.store.IncidentStore;
import dev.incidentkit.store.KeyReservation;
import dev.incidentkit.store.PersonalValue;
import dev.incidentkit.store.ReadCondition;
import dev.incidentkit.store.Redaction;
import dev.incidentkit.store.ReservedKeyException;
import dev.incidentkit.store.StoredEvent;
import dev.incidentkit.store.VersionConflictException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Loading and appending: what every store does. */
public interface EventLogContract extends StoreContractSupport {
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

    /** The same command under the same key is answered by its receipt, and writes nothing. */
    @Test
    default void the_same_key_again_answers_the_receipt_and_writes_nothing() {
        CommandReceipt receipt = receipt("key", "print", id("INC-1"));
        AppendResult first = store().append(new AppendBuilder()
                .addIncidents(events(id("INC-1"), 0, "one"))
                .receipt(receipt)
                .build());
        AppendResult again = store().append(new AppendBuilder()
                .addIncidents(events(id("INC-2"), 0, "one"))
                .receipt(receipt("key", "print", id("INC-2")))
                .build());

        assertThat(first.written()).isTrue();
        assertThat(again.written()).isFalse();
        assertThat(again.earlier()).isEqualTo(receipt);
        assertThat(store().receipt("key")).contains(receipt);
        assertThat(store().load(id("INC-2"))).isEmpty();
    }

    /** A receipt of a command that yielded no event is kept too. */
    @Test
    default void a_receipt_without_events_is_kept() {
        CommandReceipt receipt = receipt("key", "print", id("INC-1"));

        assertThat(store().append(new AppendBuilder().receipt(receipt).build()).written())
                .isTrue();
        assertThat(store().receipt("key")).contains(receipt);
    }

    /** Another command under the same key is refused, and writes nothing. */
    @Test
    default void another_command_under_the_same_key_is_refused() {
        store().append(new AppendBuilder()
                .receipt(receipt("key", "print", id("INC-1")))
                .build());

        assertThatThrownBy(() -> store().append(new AppendBuilder()
                        .addIncidents(events(id("INC-2"), 0, "one"))
                        .receipt(receipt("key", "other", id("INC-2")))
                        .build()))
                .isInstanceOf(CommandKeyReusedException.class)
                .hasMessageContaining("key");
        assertThat(store().load(id("INC-2"))).isEmpty();
    }

    /** A refused append leaves its key free. */
    @Test
    default void a_refused_append_leaves_its_key_free() {
        write(events(id("INC-1"), 0, "one"));
        assertThatThrownBy(() -> store().append(new AppendBuilder()
                        .addIncidents(events(id("INC-1"), 0, "stale"))
                        .receipt(receipt("key", "print", id("INC-1")))
                        .build()))
                .isInstanceOf(VersionConflictException.class);

        assertThat(store().receipt("key")).isEmpty();
    }

    /** A key is forgotten when its time is over, by the store's clock. */
    @Test
    default void a_key_is_forgotten_when_its_time_is_over() {
        store().append(new AppendBuilder()
                .receipt(receipt("key", "print", id("INC-1")))
                .build());
        fixture().advance(Duration.ofDays(7).minusMillis(1));
        assertThat(store().receipt("key")).isPresent();
        fixture().advance(Duration.ofMillis(1));

        assertThat(store().receipt("key")).isEmpty();
        assertThat(store().append(new AppendBuilder()
                                .receipt(receipt("key", "other", id("INC-2")))
                                .build())
                        .written())
                .isTrue();
    }

    /** A reserved key belongs to one incident until it is released. */
    @Test
    default void a_reserved_key_belongs_to_one_incident_until_it_is_released() {
        KeyReservation one = new KeyReservation("disk-full", id("INC-1"));
        KeyReservation other = new KeyReservation("disk-full", id("INC-2"));
        store().append(new AppendBuilder()
                .addIncidents(events(id("INC-1"), 0, "one"))
                .addReserve(one)
                .build());

        assertThatThrownBy(() -> store().append(new AppendBuilder()
                        .addIncidents(events(id("INC-2"), 0, "one"))
                        .addReserve(other)
                        .build()))
                .isInstanceOfSatisfying(
                        ReservedKeyException.class,
                        refused -> assertThat(refused.holder()).isEqualTo(id("INC-1")));
        assertThat(store().load(id("INC-2"))).isEmpty();
        assertThat(store().holder("disk-full")).contains(id("INC-1"));

        store().append(new AppendBuilder().addRelease(one).build());
        assertThat(store().holder("disk-full")).isEmpty();
        store().append(new AppendBuilder().addReserve(other).build());
        assertThat(store().holder("disk-full")).contains(id("INC-2"));
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
        IncidentId id = id("INC'; --\u2028\uD83D\uDD25");
        write(events(id, 0, hostile, large));

        assertThat(store().load(id).orElseThrow().events())
                .extracting(event -> new String(event.body(), StandardCharsets.UTF_8))
                .containsExactly(hostile, large);
    }

    /** What one tenant writes, another does not see. */
    @Test
    default void tenants_do_not_see_each_other() {
        IncidentStore other = store().forTenant(new TenantId("other"));
        write(events(id("INC-1"), 0, "one"));
        store().append(new AppendBuilder()
                .receipt(receipt("key", "print", id("INC-1")))
                .addReserve(new KeyReservation("disk-full", id("INC-1")))
                .build());

        assertThat(other.tenant()).isEqualTo(new TenantId("other"));
        assertThat(other.load(id("INC-1"))).isEmpty();
        assertThat(other.receipt("key")).isEmpty();
        assertThat(other.holder("disk-full")).isEmpty();
        assertThat(store().load(id("INC-1"))).isPresent();
    }

    /** Many writers on one incident leave a gapless record in which each event was written once. */
    @Test
    default void many_writers_on_one_incident_leave_a_gapless_record() {
        IncidentId id = id("HOT");
        int writers = 4;
        int each = 25;
        together(IntStream.range(0, writers)
                .<Callable<Boolean>>mapToObj(writer -> () -> {
                    for (int i = 0; i < each; i++) {
                        writeOnTop(id, writer + "/" + i);
                    }
                    return true;
                })
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

    private void writeOnTop(IncidentId id, String text) {
        while (true) {
            long version = store().load(id).map(record -> record.version()).orElse(0L);
            try {
                write(events(id, version, text));
                return;
            } catch (VersionConflictException e) {
                // Somebody else was first: read again.
                assertThat(e.actual()).isGreaterThan(version);
            }
        }
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

    /**
     * Runs work on threads that begin together.
     *
     * @param work the work
     * @param <T> what it returns
     * @return what each returned
     */
    default <T> List<T> together(List<Callable<T>> work) {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            CountDownLatch begin = new CountDownLatch(1);
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> each : work) {
                running.add(threads.submit(() -> {
                    begin.await();
                    return each.call();
                }));
            }
            begin.countDown();
            return running.stream().map(EventLogContract::result).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T result(Future<T> running) {
        try {
            return running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The test was interrupted", e);
        } catch (ExecutionException e) {
            throw new AssertionError("A thread failed: " + e.getCause(), e.getCause());
        }
    }
}
