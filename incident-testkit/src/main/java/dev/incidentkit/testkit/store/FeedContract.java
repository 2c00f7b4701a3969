package dev.incidentkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.store.AppendBuilder;
import dev.incidentkit.store.Capability;
import dev.incidentkit.store.EventFeed;
import dev.incidentkit.store.FeedEvent;
import dev.incidentkit.store.StoreException;
import dev.incidentkit.store.StoredDefinition;
import dev.incidentkit.store.VersionConflictException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The feed of all events, and definitions. */
public interface FeedContract extends StoreContractSupport {
    /** More entries than any test of the feed writes. */
    int MOST = 1_000;

    /** How often a reader of all that was written may find nothing more before the test says that something is missing. */
    int MOST_IN_VAIN = 1_000;

    private List<String> readAll(int limit) {
        List<String> seen = new ArrayList<>();
        String after = EventFeed.BEGINNING;
        while (true) {
            List<FeedEvent> events = store().read(after, limit);
            assertThat(events).hasSizeLessThanOrEqualTo(limit);
            if (events.isEmpty()) {
                return seen;
            }
            for (FeedEvent event : events) {
                seen.add(event.incident().value()
                        + event.stored().map(stored -> "/" + stored.sequence()).orElse(" archived"));
                after = event.position();
            }
            assertThat(seen)
                    .as("what a reader sees that goes on from each position")
                    .hasSizeLessThanOrEqualTo(MOST);
        }
    }

    /** Every event comes once, and those of one incident in their order. */
    @Test
    default void every_event_comes_once_and_in_the_order_of_its_incident() {
        with(Capability.FEED, () -> {
            write(events(id("A"), 0, "one", "two"));
            write(events(id("B"), 0, "one"));
            write(events(id("A"), 2, "three"));

            assertThat(readAll(2)).containsExactlyInAnyOrder("A/1", "A/2", "B/1", "A/3");
            assertThat(readAll(2)).containsSubsequence("A/1", "A/2", "A/3");
            assertThat(readAll(100)).isEqualTo(readAll(1));
        });
    }

    /** A reader that waits sees what is written later, and nothing twice. */
    @Test
    default void a_reader_goes_on_where_it_was() {
        with(Capability.FEED, () -> {
            write(events(id("A"), 0, "one"));
            List<FeedEvent> before = store().read(EventFeed.BEGINNING, 10);
            assertThat(before).hasSize(1);
            assertThat(before.get(0).event()).isEqualTo(event(1, "one"));
            String position = before.get(0).position();
            assertThat(store().read(position, 10)).isEmpty();
            write(events(id("B"), 0, "one"));

            assertThat(store().read(position, 10))
                    .extracting(event -> event.incident().value())
                    .containsExactly("B");
        });
    }

    /** The feed is of one tenant, and what failed is not in it. */
    @Test
    default void the_feed_holds_what_was_written_for_its_tenant() {
        with(Capability.FEED, () -> {
            write(events(id("A"), 0, "one"));
            store().forTenant(new TenantId("other")).append(of(events(id("X"), 0, "one")));
            assertThatThrownBy(() -> store().append(new AppendBuilder()
                            .addIncidents(events(id("B"), 0, "one"), events(id("A"), 0, "stale"))
                            .build()))
                    .isInstanceOf(VersionConflictException.class);

            assertThat(readAll(10)).containsExactly("A/1");
        });
    }

    /** In place of the events of an archived incident comes one entry that says where it is. */
    @Test
    default void the_feed_says_where_an_archived_incident_is() {
        with(EnumSet.of(Capability.FEED, Capability.MAINTENANCE), () -> {
            write(events(id("A"), 0, "one", "two"));
            write(events(id("B"), 0, "one"));
            String position = store().read(EventFeed.BEGINNING, 1).get(0).position();
            store().archive(id("A"), 2, "s3://old");

            assertThat(store().read(position, 10))
                    .extracting(FeedEvent::archivedTo)
                    .containsExactly(null, "s3://old");
            assertThat(readAll(10)).containsExactly("B/1", "A archived");
        });
    }

    /** A position that is none is refused. */
    @Test
    default void a_position_that_is_none_is_refused() {
        with(Capability.FEED, () -> {
            assertThat(store().read(EventFeed.BEGINNING, 1)).isEmpty();

            assertThatThrownBy(() -> store().read("nonsense", 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("nonsense");
        });
    }

    /** Beside writers, a reader misses nothing and reads nothing twice. */
    @Test
    default void a_reader_beside_writers_misses_nothing_and_reads_nothing_twice() {
        with(Capability.FEED, () -> {
            int writers = 3;
            int each = 30;
            assertThat(store().read(EventFeed.BEGINNING, 1)).isEmpty();
            CountDownLatch writing = new CountDownLatch(writers);
            List<Callable<List<String>>> work = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                String name = "W" + writer;
                work.add(() -> writeMany(name, each, writing));
            }
            work.add(() -> readBeside(writing, writers * each));
            List<String> seen = together(work).get(writers);

            assertThat(seen).hasSize(writers * each).doesNotHaveDuplicates();
            assertThat(readAll(1_000)).isEqualTo(seen);
        });
    }

    private List<String> writeMany(String name, int times, CountDownLatch writing) {
        try {
            for (int i = 0; i < times; i++) {
                write(events(id(name + "-" + i), 0, "one"));
            }
            return List.of();
        } finally {
            writing.countDown();
        }
    }

    /**
     * Reads until all is seen. However slow the writers are, it waits for them; once they have ended, what they wrote may
     * be behind for a moment, and not for ever.
     */
    private List<String> readBeside(CountDownLatch writing, int count) {
        List<String> seen = new ArrayList<>();
        String after = EventFeed.BEGINNING;
        int inVain = 0;
        while (seen.size() < count
                && inVain < MOST_IN_VAIN
                && !Thread.currentThread().isInterrupted()) {
            boolean written = writing.getCount() == 0;
            List<FeedEvent> read = store().read(after, 7);
            for (FeedEvent event : read) {
                seen.add(event.incident().value() + "/"
                        + event.stored().orElseThrow().sequence());
                after = event.position();
            }
            inVain += written && read.isEmpty() ? 1 : 0;
        }
        return seen;
    }

    /** A definition is kept under its hash, once. */
    @Test
    default void a_definition_is_kept_under_its_hash() {
        with(Capability.DEFINITIONS, () -> {
            StoredDefinition definition =
                    new StoredDefinition("f00d", "itil", "content".getBytes(StandardCharsets.UTF_8));
            store().keepDefinition(definition);
            store().keepDefinition(definition);

            assertThat(store().definition("f00d")).contains(definition);
            assertThat(store().definition("beef")).isEmpty();
            assertThatThrownBy(() -> store().keepDefinition(
                                    new StoredDefinition("f00d", "itil", "other".getBytes(StandardCharsets.UTF_8))))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("f00d");
        });
    }
}
