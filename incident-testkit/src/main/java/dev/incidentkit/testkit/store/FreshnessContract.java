package dev.incidentkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.store.AppendBuilder;
import dev.incidentkit.store.ArchivedException;
import dev.incidentkit.store.Capability;
import dev.incidentkit.store.IncidentStore;
import dev.incidentkit.store.IncidentSummaryBuilder;
import dev.incidentkit.store.KeyReservation;
import dev.incidentkit.store.Redaction;
import dev.incidentkit.store.VersionConflictException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was read once is read as it is now, whatever has changed it: a store that keeps what it read must know. */
public interface FreshnessContract extends StoreContractSupport {
    private void readBefore(String name) {
        assertThat(store().load(id(name))).as("the record must be there").isPresent();
        assertThat(store().head(id(name))).as("the last event must be there").isPresent();
    }

    /** An append shows in what was read before. */
    @Test
    default void an_append_shows_in_what_was_read_before() {
        write(events(id("INC-1"), 0, "one"));
        readBefore("INC-1");
        write(events(id("INC-1"), 1, "two"));

        assertThat(loaded(store(), id("INC-1")).events())
                .as("the events of INC-1")
                .containsExactly(event(1, "one"), event(2, "two"));
        assertThat(store().head(id("INC-1"))).as("the last event of INC-1").contains(event(2, "two"));
    }

    /** That there was nothing is no reason not to look again. */
    @Test
    default void what_was_not_there_before_is_found() {
        assertThat(store().load(id("INC-1")))
                .as("the record of INC-1 must not be there")
                .isEmpty();
        assertThat(store().head(id("INC-1")))
                .as("the last event of INC-1 must not be there")
                .isEmpty();
        assertThat(store().holder("disk-full"))
                .as("a holder of the key 'disk-full' must not be there")
                .isEmpty();
        assertThat(store().receipt("key", fixture().now()))
                .as("the receipt of the command under its key must not be there")
                .isEmpty();
        store().append(new AppendBuilder()
                .addIncidents(events(id("INC-1"), 0, "one"))
                .receipt(receipt("key", "print", id("INC-1")))
                .addReserve(new KeyReservation("disk-full", id("INC-1")))
                .build());

        readBefore("INC-1");
        assertThat(store().holder("disk-full"))
                .as("who holds the key 'disk-full'")
                .contains(id("INC-1"));
        assertThat(store().receipt("key", fixture().now()))
                .as("the receipt of the command under its key must be there")
                .isPresent();
    }

    /** A redaction without an event shows in what was read before. */
    @Test
    default void a_redaction_shows_in_what_was_read_before() {
        write(events(id("INC-1"), 0, "one", "two"));
        readBefore("INC-1");
        store().append(new AppendBuilder()
                .addRedactions(new Redaction(id("INC-1"), Set.of("text")))
                .build());

        assertThat(loaded(store(), id("INC-1")).events())
                .as("the events of INC-1")
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.personal())
                        .as("there must be no personal data after the redaction")
                        .isEmpty());
        assertThat(lastEvent(store(), id("INC-1")).personal())
                .as("there must be none of the personal data of the last event of INC-1")
                .isEmpty();
    }

    /** What was refused shows nowhere. */
    @Test
    default void what_was_refused_shows_nowhere() {
        write(events(id("INC-1"), 0, "one"));
        write(events(id("READ"), 0, "one"));
        readBefore("INC-1");
        assertThatThrownBy(
                        () -> store().append(new AppendBuilder()
                                .addIncidents(events(id("INC-1"), 1, "two"), events(id("READ"), 0, "stale"))
                                .addRedactions(new Redaction(id("INC-1"), Set.of()))
                                .addReserve(new KeyReservation("disk-full", id("INC-1")))
                                .build()),
                        "an append under another version than that of the record must be refused")
                .isInstanceOf(VersionConflictException.class);

        assertThat(loaded(store(), id("INC-1")).events())
                .as("the events of INC-1")
                .containsExactly(event(1, "one"));
        assertThat(store().head(id("INC-1"))).as("the last event of INC-1").contains(event(1, "one"));
        assertThat(store().holder("disk-full"))
                .as("a holder of the key 'disk-full' must not be there")
                .isEmpty();
    }

    /** Keys change hands and run out after they were read. */
    @Test
    default void keys_are_read_as_they_are_now() {
        KeyReservation one = new KeyReservation("disk-full", id("INC-1"));
        store().append(new AppendBuilder()
                .receipt(receipt("key", "print", id("INC-1")))
                .addReserve(one)
                .build());
        assertThat(store().holder("disk-full"))
                .as("who holds the key 'disk-full'")
                .contains(id("INC-1"));
        assertThat(store().receipt("key", fixture().now()))
                .as("the receipt of the command under its key must be there")
                .isPresent();
        store().append(new AppendBuilder()
                .addRelease(one)
                .addReserve(new KeyReservation("disk-full", id("INC-2")))
                .build());
        fixture().advance(Duration.ofDays(7));

        assertThat(store().holder("disk-full"))
                .as("who holds the key 'disk-full'")
                .contains(id("INC-2"));
        assertThat(store().receipt("key", fixture().now()))
                .as("the receipt of the command under its key must not be there")
                .isEmpty();
    }

    /** What another node wrote is read, and what it archived or redacted too. */
    @Test
    default void what_another_node_wrote_is_read() {
        IncidentStore node = fixture().anotherNode();
        write(events(id("INC-1"), 0, "one"));
        readBefore("INC-1");
        assertThat(node.load(id("INC-1")))
                .as("the record of INC-1 as another node reads it must be there")
                .isPresent();
        node.append(of(events(id("INC-1"), 1, "two")));

        assertThat(loaded(store(), id("INC-1")).version())
                .as("the version of the record of INC-1")
                .isEqualTo(2);
        assertThat(store().head(id("INC-1"))).as("the last event of INC-1").contains(event(2, "two"));
        write(events(id("INC-1"), 2, "three"));
        assertThat(node.head(id("INC-1")))
                .as("the last event of INC-1 as another node reads it")
                .contains(event(3, "three"));
        node.append(new AppendBuilder()
                .addRedactions(new Redaction(id("INC-1"), Set.of()))
                .build());
        assertThat(loaded(store(), id("INC-1")).events())
                .as("the events of INC-1")
                .allSatisfy(event -> assertThat(event.personal())
                        .as("there must be no personal data after the redaction")
                        .isEmpty());
    }

    /** An archive shows in what was read before, on every node. */
    @Test
    default void an_archive_shows_in_what_was_read_before() {
        with(Capability.MAINTENANCE, () -> {
            IncidentStore node = fixture().anotherNode();
            write(events(id("INC-1"), 0, "one"));
            readBefore("INC-1");
            assertThat(node.load(id("INC-1")))
                    .as("the record of INC-1 as another node reads it must be there")
                    .isPresent();
            store().archive(id("INC-1"), 1, "s3://old");

            assertThatThrownBy(() -> store().load(id("INC-1")), "an archived incident must say where it is")
                    .isInstanceOf(ArchivedException.class);
            assertThatThrownBy(() -> store().head(id("INC-1")), "an archived incident must say where it is")
                    .isInstanceOf(ArchivedException.class);
            assertThatThrownBy(() -> node.load(id("INC-1")), "an archived incident must say where it is")
                    .isInstanceOf(ArchivedException.class);
        });
    }

    /** What is known beside the record is what the last append or repair said. */
    @Test
    default void what_is_known_is_read_as_it_is_now() {
        with(EnumSet.of(Capability.QUERIES, Capability.MAINTENANCE), () -> {
            write(events(id("INC-1"), 0, "one"));
            assertThat(store().summary(id("INC-1")))
                    .as("what is known of INC-1")
                    .contains(summary(id("INC-1"), 1));
            write(events(id("INC-1"), 1, "two"));
            assertThat(store().summary(id("INC-1")))
                    .as("what is known of INC-1")
                    .contains(summary(id("INC-1"), 2));
            store().repair(new IncidentSummaryBuilder()
                    .from(summary(id("INC-1"), 2))
                    .status("MENDED")
                    .build());
            assertThat(knownOf(store(), id("INC-1")).status())
                    .as("the status that is known of INC-1")
                    .isEqualTo("MENDED");
            store().archive(id("INC-1"), 2, "s3://old");
            assertThat(store().summary(id("INC-1")))
                    .as("anything that is known of INC-1 must not be there")
                    .isEmpty();
        });
    }
}
