package dev.incidentkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.store.AppendBuilder;
import dev.incidentkit.store.AppendResult;
import dev.incidentkit.store.CommandKeyReusedException;
import dev.incidentkit.store.CommandReceipt;
import dev.incidentkit.store.KeyReservation;
import dev.incidentkit.store.ReservedKeyException;
import dev.incidentkit.store.VersionConflictException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Keys of commands with their receipts, and reserved keys: what every store keeps. */
public interface KeyContract extends StoreContractSupport {
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
        assertThat(store().receipt("key", fixture().now())).contains(receipt);
        assertThat(store().load(id("INC-2"))).isEmpty();
    }

    /** A receipt of a command that yielded no event is kept too. */
    @Test
    default void a_receipt_without_events_is_kept() {
        CommandReceipt receipt = receipt("key", "print", id("INC-1"));

        assertThat(store().append(new AppendBuilder().receipt(receipt).build()).written())
                .isTrue();
        assertThat(store().receipt("key", fixture().now())).contains(receipt);
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

        assertThat(store().receipt("key", fixture().now())).isEmpty();
    }

    /** A key is forgotten when its time is over, by the clock of those who ask. */
    @Test
    default void a_key_is_forgotten_when_its_time_is_over() {
        store().append(new AppendBuilder()
                .receipt(receipt("key", "print", id("INC-1")))
                .build());
        fixture().advance(Duration.ofDays(7).minusMillis(1));
        assertThat(store().receipt("key", fixture().now())).isPresent();
        fixture().advance(Duration.ofMillis(1));

        assertThat(store().receipt("key", fixture().now())).isEmpty();
        assertThat(store().append(new AppendBuilder()
                                .receipt(receipt("key", "other", id("INC-2")))
                                .build())
                        .written())
                .isTrue();
    }

    /** A reserved key belongs to one incident, and who else wants it writes nothing. */
    @Test
    default void a_reserved_key_belongs_to_one_incident() {
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
    }

    /** A released key can be reserved for another incident. */
    @Test
    default void a_released_key_can_be_reserved_for_another_incident() {
        KeyReservation one = new KeyReservation("disk-full", id("INC-1"));
        store().append(new AppendBuilder().addReserve(one).build());
        assertThat(store().holder("disk-full")).contains(id("INC-1"));

        store().append(new AppendBuilder().addRelease(one).build());
        assertThat(store().holder("disk-full")).isEmpty();
        store().append(new AppendBuilder()
                .addReserve(new KeyReservation("disk-full", id("INC-2")))
                .build());
        assertThat(store().holder("disk-full")).contains(id("INC-2"));
    }

    /** Of writers who want the same key at once for incidents of their own, one gets it. */
    @Test
    default void of_writers_who_want_the_same_key_one_gets_it() {
        for (int round = 0; round < 10; round++) {
            String key = "disk-full-" + round;
            List<Callable<Boolean>> writers = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                IncidentId id = id(key + "-" + writer);
                writers.add(() -> reserves(key, id));
            }

            assertThat(together(writers)).as("round %d", round).containsOnlyOnce(true);
            assertThat(store().load(store().holder(key).orElseThrow())).isPresent();
        }
    }

    private boolean reserves(String key, IncidentId id) {
        try {
            store().append(new AppendBuilder()
                    .addIncidents(events(id, 0, "one"))
                    .addReserve(new KeyReservation(key, id))
                    .build());
            return true;
        } catch (ReservedKeyException e) {
            assertThat(store().load(id)).isEmpty();
            return false;
        }
    }

    /** Of the same command on several nodes at once, one is carried out and the others get its receipt. */
    @Test
    default void the_same_command_at_once_is_carried_out_once() {
        for (int round = 0; round < 10; round++) {
            String key = "mail-" + round;
            List<Callable<Boolean>> senders = new ArrayList<>();
            for (int sender = 0; sender < 3; sender++) {
                IncidentId id = id(key + "-" + sender);
                senders.add(() -> store().append(new AppendBuilder()
                                .addIncidents(events(id, 0, "one"))
                                .receipt(receipt(key, "print", id))
                                .build())
                        .written());
            }

            assertThat(together(senders)).as("round %d", round).containsOnlyOnce(true);
        }
    }

    /** A key that is held already is kept; one that is released in the same append can be taken by another. */
    @Test
    default void a_key_moves_from_one_incident_to_another_in_one_append() {
        KeyReservation one = new KeyReservation("Disk ", id("INC-1"));
        KeyReservation other = new KeyReservation("Disk ", id("INC-2"));
        store().append(new AppendBuilder().addReserve(one).build());
        store().append(new AppendBuilder().addReserve(one).build());
        store().append(new AppendBuilder()
                .addRelease(new KeyReservation("Disk ", id("INC-3")))
                .build());
        assertThat(store().holder("Disk ")).contains(id("INC-1"));
        assertThat(store().holder("disk ")).isEmpty();
        assertThat(store().holder("Disk")).isEmpty();

        store().append(new AppendBuilder().addRelease(one).addReserve(other).build());
        assertThat(store().holder("Disk ")).contains(id("INC-2"));
    }
}
