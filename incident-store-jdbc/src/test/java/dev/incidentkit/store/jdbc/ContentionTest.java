package dev.incidentkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.store.AppendBuilder;
import dev.incidentkit.store.IncidentStore;
import dev.incidentkit.store.KeyReservation;
import dev.incidentkit.store.ReservedKeyException;
import dev.incidentkit.store.StoredRecord;
import dev.incidentkit.store.VersionConflictException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many writers at once. Alerts here are the store's part of an intake: a reserved key and an event each. */
class ContentionTest {
    private static final int WRITERS = 8;
    private static final int KEYS = 50;
    private static final int ALERTS = 100_000;

    /** A hundredth of the alerts for each ten percent of the tries; all of them in full. */
    private static int alerts() {
        int percent = Integer.getInteger("incidentkit.tries.percent", 10);
        return percent >= 100 ? ALERTS : ALERTS * percent / 1_000;
    }

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"H2_MEMORY", "POSTGRESQL", "MARIADB"})
    void alerts_with_the_same_key_make_one_incident_with_exact_counts(TestDatabase database) throws Exception {
        database.clean();
        IncidentStore store = JdbcIncidentStore.open(database.source());
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        int each = alerts() / WRITERS;
        List<Future<Map<String, Integer>>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            int seed = writer;
            writers.add(threads.submit(() -> send(store, new Random(seed), each)));
        }
        Map<String, Integer> sent = new HashMap<>();
        for (Future<Map<String, Integer>> writer : writers) {
            writer.get().forEach((key, count) -> sent.merge(key, count, Integer::sum));
        }
        threads.shutdown();
        System.out.println(
                database + ": " + each * WRITERS + " alerts of " + WRITERS + " writers on " + KEYS + " keys");

        assertThat(store.incidents(null, 1_000)).hasSize(KEYS);
        sent.forEach((key, count) -> {
            IncidentId holder = store.holder(key).orElseThrow();
            assertThat(store.load(holder).orElseThrow().version()).as(key).isEqualTo(count.longValue());
        });
    }

    private static Map<String, Integer> send(IncidentStore store, Random random, int count) {
        Map<String, Integer> sent = new HashMap<>();
        for (int i = 0; i < count; i++) {
            String key = "key-" + random.nextInt(KEYS);
            boolean taken = false;
            while (!taken) { // where somebody else was first, look again
                taken = isTaken(store, key, "alert " + random.nextLong());
            }
            sent.merge(key, 1, Integer::sum);
        }
        return sent;
    }

    private static boolean isTaken(IncidentStore store, String key, String text) {
        try {
            IncidentId holder = store.holder(key).orElse(null);
            if (holder == null) {
                IncidentId id = new IncidentId(key + "/" + text.hashCode());
                store.append(new AppendBuilder()
                        .addIncidents(Samples.incident(id.value(), 0, UnaryOperator.identity(), text))
                        .addReserve(new KeyReservation(key, id))
                        .build());
            } else {
                long version = store.summary(holder).orElseThrow().version();
                store.append(Samples.append(holder.value(), version, text));
            }
            return true;
        } catch (ReservedKeyException | VersionConflictException e) {
            return false;
        }
    }

    /** What each node believes the time to be decides what it looks for, and never how long a claim lasts. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void nodes_whose_clocks_differ_by_ten_minutes_do_not_take_each_others_work(TestDatabase database) {
        database.clean();
        IncidentStore store = JdbcIncidentStore.open(database.source());
        Instant now = Instant.now();
        store.append(new AppendBuilder()
                .addIncidents(Samples.incident("A", 0, known -> known.nextWakeUp(now.minusSeconds(1)), "one"))
                .build());
        Duration lease = Duration.ofMinutes(1);

        assertThat(store.claimWakeUps(now.minus(Duration.ofMinutes(10)), 10, lease))
                .as("the clock that is behind does not see it yet")
                .isEmpty();
        assertThat(store.claimWakeUps(now, 10, lease)).hasSize(1);
        assertThat(store.claimWakeUps(now.plus(Duration.ofMinutes(10)), 10, lease))
                .as("the clock that is ahead respects the lease")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"H2_MEMORY", "POSTGRESQL", "MARIADB"})
    void a_record_of_ten_thousand_events_is_loaded_within_a_bound(TestDatabase database) {
        database.clean();
        IncidentStore store = JdbcIncidentStore.open(database.source());
        for (int part = 0; part < 10; part++) {
            String[] texts = new String[1_000];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = ("event " + part + "/" + i).repeat(30);
            }
            store.append(Samples.append("LONG", part * 1_000L, texts));
        }
        long begin = System.nanoTime();
        StoredRecord record = store.load(new IncidentId("LONG")).orElseThrow();
        long millis = (System.nanoTime() - begin) / 1_000_000;
        System.out.println(database + ": 10,000 events loaded in " + millis + " ms");

        assertThat(record.version()).isEqualTo(10_000);
        assertThat(millis).isLessThan(5_000);
    }
}
