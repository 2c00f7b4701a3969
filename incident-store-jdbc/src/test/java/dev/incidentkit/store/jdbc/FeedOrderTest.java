package dev.incidentkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.store.EventFeed;
import dev.incidentkit.store.FeedEvent;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A transaction that commits late is never skipped by a reader that has read on. */
class FeedOrderTest {
    private static final class Reader {
        private final EventFeed feed;
        private final List<String> seen = new ArrayList<>();
        private String position = EventFeed.BEGINNING;

        Reader(EventFeed feed) {
            this.feed = feed;
        }

        List<String> read() {
            for (FeedEvent event : feed.read(position, 100)) {
                seen.add(event.incident().value() + "/"
                        + event.stored().orElseThrow().sequence());
                position = event.position();
            }
            return seen;
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_commits_late_is_not_skipped(TestDatabase database) throws Exception {
        database.clean();
        DataSource source = database.source();
        JdbcIncidentStore store = JdbcIncidentStore.open(source);
        // the tenant's own row is written once, with its first append
        store.append(Samples.append("T0", 0, "one"));
        Reader reader = new Reader(store);
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try (Connection late = source.getConnection()) {
            late.setAutoCommit(false);
            JdbcIncidentStore joined = JdbcIncidentStore.open(source, () -> late);
            joined.append(Samples.append("T1", 0, "one"));

            CountDownLatch begun = new CountDownLatch(1);
            Future<?> other = threads.submit(() -> {
                begun.countDown();
                return store.append(Samples.append("T2", 0, "one"));
            });
            begun.await();
            if (database.isPostgres()) {
                // it commits beside the open one; on the others it waits for it
                other.get();
            }
            assertThat(reader.read()).doesNotContain("T1/1");
            late.commit();
            late.setAutoCommit(true);
            other.get();
        } finally {
            threads.shutdownNow();
        }

        assertThat(reader.read()).containsExactlyInAnyOrder("T0/1", "T1/1", "T2/1");
    }

    /** The host's transaction is older than that of the event before its own: the order of the incident wins. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void events_of_one_incident_keep_their_order_whatever_transaction_began_first(TestDatabase database)
            throws Exception {
        database.clean();
        DataSource source = database.source();
        TestDatabase.execute(source, "create table if not exists test_host (id integer not null primary key)");
        TestDatabase.execute(source, "delete from test_host");
        JdbcIncidentStore store = JdbcIncidentStore.open(source);
        try (Connection older = source.getConnection()) {
            older.setAutoCommit(false);
            Sql.update(older, "insert into test_host (id) values (?)", 1);
            store.append(Samples.append("A", 0, "one"));
            JdbcIncidentStore.open(source, () -> older).append(Samples.append("A", 1, "two"));
            older.commit();
            older.setAutoCommit(true);
        }

        assertThat(new Reader(store).read()).containsExactly("A/1", "A/2");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void after_a_restore_new_events_follow_the_old_ones(TestDatabase database) {
        database.clean();
        JdbcIncidentStore store = JdbcIncidentStore.open(database.source());
        store.append(Samples.append("A", 0, "one"));
        if (database.isPostgres()) {
            // as if the dump came from a server that had counted far more transactions
            TestDatabase.execute(database.source(), "update ik_event set feed_mark = feed_mark + 1000000000");
        }
        Schema.afterRestore(database.source());
        store.append(Samples.append("A", 1, "two"));
        store.append(Samples.append("B", 0, "one"));

        assertThat(new Reader(store).read()).containsExactly("A/1", "A/2", "B/1");
    }
}
