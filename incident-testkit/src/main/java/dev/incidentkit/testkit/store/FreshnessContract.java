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
        assertThat(store().load(id(name))).isPresent();
        assertThat(store().head(id(name))).isPresent();
        assertThat(store().event(id(name), 1)).isPresent();
    }

    /** An append shows in what was read before. */
    @Test
    default void an_append_shows_in_what_was_read_before() {
        write(events(id("INC-1"), 0, "one"));
        readBefore("INC-1");
        assertThat(store().event(id("INC-1"), 2)).isEmpty();
        write(events(id("INC-1"), 1, "two"));

        assertThat(store().load(id("INC-1")).orElseThrow().events()).containsExactly(event(1, "one"), event(2, "two"));
        assertThat(store().head(id("INC-1"))).contains(event(2, "two"));
        assertThat(store().event(id("INC-1"), 2)).contains(event(2, "two"));
    }

    /** That there was nothing is no reason not to look again. */
    @Test
    default void what_was_not_there_before_is_found() {
        assertThat(store().load(id("INC-1"))).isEmpty();
        assertThat(store().head(id("INC-1"))).isEmpty();
        assertThat(store().holder("disk-full")).isEmpty();
        assertThat(store().receipt("key", fixture().now())).isEmpty();
        store().append(new AppendBuilder()
                .addIncidents(events(id("INC-1"), 0, "one"))
                .receipt(receipt("key", "print", id("INC-1")))
                .addReserve(new KeyReservation("disk-full", id("INC-1")))
                .build());

        readBefore("INC-1");
        assertThat(store().holder("disk-full")).contains(id("INC-1"));
        assertThat(store().receipt("key", fixture().now())).isPresent();
    }

    /** A redaction without an event shows in what was read before. */
    @Test
    default void a_redaction_shows_in_what_was_read_before() {
        write(events(id("INC-1"), 0, "one", "two"));
        readBefore("INC-1");
        store().append(new AppendBuilder()
                .addRedactions(new Redaction(id("INC-1"), Set.of("text")))
                .build());

        assertThat(store().load(id("INC-1")).orElseThrow().events())
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.personal()).isEmpty());
        assertThat(store().head(id("INC-1")).orElseThrow().personal()).isEmpty();
        assertThat(store().event(id("INC-1"), 1).orElseThrow().personal()).isEmpty();
    }

    /** What was refused shows nowhere. */
    @Test
    default void what_was_refused_shows_nowhere() {
        write(events(id("INC-1"), 0, "one"));
        write(events(id("READ"), 0, "one"));
        readBefore("INC-1");
        assertThatThrownBy(() -> store().append(new AppendBuilder()
                        .addIncidents(events(id("INC-1"), 1, "two"), events(id("READ"), 0, "stale"))
                        .addRedactions(new Redaction(id("INC-1"), Set.of()))
                        .addReserve(new KeyReservation("disk-full", id("INC-1")))
                        .build()))
                .isInstanceOf(VersionConflictException.class);

        assertThat(store().load(id("INC-1")).orElseThrow().events()).containsExactly(event(1, "one"));
        assertThat(store().head(id("INC-1"))).contains(event(1, "one"));
        assertThat(store().holder("disk-full")).isEmpty();
    }

    /** Keys change hands and run out after they were read. */
    @Test
    default void keys_are_read_as_they_are_now() {
        KeyReservation one = new KeyReservation("disk-full", id("INC-1"));
        store().append(new AppendBuilder()
                .receipt(receipt("key", "print", id("INC-1")))
                .addReserve(one)
                .build());
        assertThat(store().holder("disk-full")).contains(id("INC-1"));
        assertThat(store().receipt("key", fixture().now())).isPresent();
        store().append(new AppendBuilder()
                .addRelease(one)
                .addReserve(new KeyReservation("disk-full", id("INC-2")))
                .build());
        fixture().advance(Duration.ofDays(7));

        assertThat(store().holder("disk-full")).contains(id("INC-2"));
        assertThat(store().receipt("key", fixture().now())).isEmpty();
    }

    /** What another node wrote is read, and what it archived or redacted too. */
    @Test
    default void what_another_node_wrote_is_read() {
        IncidentStore node = fixture().anotherNode();
        write(events(id("INC-1"), 0, "one"));
        readBefore("INC-1");
        assertThat(node.load(id("INC-1"))).isPresent();
        node.append(of(events(id("INC-1"), 1, "two")));

        assertThat(store().load(id("INC-1")).orElseThrow().version()).isEqualTo(2);
        assertThat(store().head(id("INC-1"))).contains(event(2, "two"));
        write(events(id("INC-1"), 2, "three"));
        assertThat(node.head(id("INC-1"))).contains(event(3, "three"));
        readBefore("INC-1");
        node.append(new AppendBuilder()
                .addRedactions(new Redaction(id("INC-1"), Set.of()))
                .build());
        assertThat(store().load(id("INC-1")).orElseThrow().events())
                .allSatisfy(event -> assertThat(event.personal()).isEmpty());
        assertThat(store().event(id("INC-1"), 1).orElseThrow().personal()).isEmpty();
    }

    /** An archive shows in what was read before, on every node. */
    @Test
    default void an_archive_shows_in_what_was_read_before() {
        with(Capability.MAINTENANCE, () -> {
            IncidentStore node = fixture().anotherNode();
            write(events(id("INC-1"), 0, "one"));
            readBefore("INC-1");
            assertThat(node.load(id("INC-1"))).isPresent();
            store().archive(id("INC-1"), 1, "s3://old");

            assertThatThrownBy(() -> store().load(id("INC-1"))).isInstanceOf(ArchivedException.class);
            assertThatThrownBy(() -> store().head(id("INC-1"))).isInstanceOf(ArchivedException.class);
            assertThatThrownBy(() -> store().event(id("INC-1"), 1)).isInstanceOf(ArchivedException.class);
            assertThatThrownBy(() -> node.load(id("INC-1"))).isInstanceOf(ArchivedException.class);
        });
    }

    /** What is known beside the record is what the last append or repair said. */
    @Test
    default void what_is_known_is_read_as_it_is_now() {
        with(EnumSet.of(Capability.QUERIES, Capability.MAINTENANCE), () -> {
            write(events(id("INC-1"), 0, "one"));
            assertThat(store().summary(id("INC-1"))).contains(summary(id("INC-1"), 1));
            write(events(id("INC-1"), 1, "two"));
            assertThat(store().summary(id("INC-1"))).contains(summary(id("INC-1"), 2));
            store().repair(new IncidentSummaryBuilder()
                    .from(summary(id("INC-1"), 2))
                    .status("MENDED")
                    .build());
            assertThat(store().summary(id("INC-1")).orElseThrow().status()).isEqualTo("MENDED");
            store().archive(id("INC-1"), 2, "s3://old");
            assertThat(store().summary(id("INC-1"))).isEmpty();
        });
    }
}
