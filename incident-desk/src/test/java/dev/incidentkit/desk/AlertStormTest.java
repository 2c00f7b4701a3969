package dev.incidentkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.Alert;
import dev.incidentkit.core.incident.AlertTally;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.store.IncidentQuery;
import dev.incidentkit.store.IncidentStore;
import dev.incidentkit.store.IncidentSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Many alerts of few keys by many writers at once: one incident is open for each key, and every alert is counted. In full
 * 100,000 alerts; how many ran is printed.
 */
class AlertStormTest {
    private static final int KEYS = 50;
    private static final int WRITERS = 8;
    private static final int ALERTS = 1_000 * Integer.getInteger("incidentkit.tries.percent", 10);

    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final IncidentStore store = DeskStores.empty(clock);

    private AlertDesk node() {
        return new AlertDesk(
                ServiceDesk.builder(store, AlertDeskTest.definition())
                        .clock(clock)
                        .attempts(1_000)
                        .build(),
                MaintenancePort.none());
    }

    private Alert alert(int key) {
        return Alert.firing("watch", "check-" + key, "host", clock.instant(), "Check " + key + " fails");
    }

    /** The same number of each key, in an order of their own. */
    private List<Integer> keys(int alerts) {
        List<Integer> keys = new ArrayList<>();
        for (int i = 0; i < alerts; i++) {
            keys.add(i % KEYS);
        }
        Collections.shuffle(keys, new Random(7));
        return keys;
    }

    private Map<String, Long> storm(int alerts, int together, int nodes) throws Exception {
        List<Integer> keys = keys(alerts);
        List<AlertDesk> desks = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            desks.add(node());
        }
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        CountDownLatch begin = new CountDownLatch(1);
        List<Future<Integer>> failures = new ArrayList<>();
        long from = System.nanoTime();
        for (int writer = 0; writer < WRITERS; writer++) {
            AlertDesk desk = desks.get(writer % nodes);
            List<Integer> share = keys.subList(alerts * writer / WRITERS, alerts * (writer + 1) / WRITERS);
            failures.add(threads.submit(() -> {
                begin.await();
                return send(desk, share, together);
            }));
        }
        begin.countDown();
        int failed = 0;
        for (Future<Integer> each : failures) {
            failed += each.get();
        }
        threads.shutdown();
        System.out.printf(
                "%,d alerts of %d keys, %d together, %d writers on %d nodes on %s: %,d a second%n",
                alerts,
                KEYS,
                together,
                WRITERS,
                nodes,
                store.getClass().getSimpleName(),
                alerts * 1_000_000_000L / (System.nanoTime() - from));
        assertThat(failed).isZero();
        return counted();
    }

    private int send(AlertDesk desk, List<Integer> share, int together) {
        int failed = 0;
        for (int i = 0; i < share.size(); i += together) {
            List<Alert> batch = share.subList(i, Math.min(share.size(), i + together)).stream()
                    .map(this::alert)
                    .toList();
            failed += (int) desk.receive(batch, AlertDeskTest.WATCH).stream()
                    .filter(result -> result.effect() == AlertEffect.FAILED)
                    .count();
        }
        return failed;
    }

    private Map<String, Long> counted() {
        ServiceDesk desk = ServiceDesk.builder(store, AlertDeskTest.definition())
                .clock(clock)
                .build();
        Map<String, Long> counted = new HashMap<>();
        for (IncidentSummary summary :
                store.find(IncidentQuery.all().limit(500).build()).incidents()) {
            IncidentId id = summary.incident();
            Incident incident = desk.load(id).orElseThrow();
            assertThat(incident.phase().isOpen()).isTrue();
            assertThat(incident.handling().alerts()).hasSize(1);
            for (AlertTally tally : incident.handling().alerts().values()) {
                assertThat(counted).as("one incident is open for each key").doesNotContainKey(tally.key());
                counted.put(tally.key(), tally.occurrences());
            }
            assertThat(new Audit(desk).verify(id).orElseThrow().isWhole()).isTrue();
        }
        return counted;
    }

    private static void assertExact(Map<String, Long> counted, int alerts) {
        assertThat(counted).hasSize(KEYS);
        assertThat(counted.values()).containsOnly((long) alerts / KEYS);
    }

    @Test
    @Tag("C-71")
    @Tag("C-156")
    void a_storm_opens_one_incident_for_each_key_and_loses_no_alert() throws Exception {
        assertExact(storm(ALERTS, 100, 1), ALERTS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    @Tag("C-71")
    void a_storm_of_alerts_that_come_one_by_one_loses_none_on_one_node_or_more(int nodes) throws Exception {
        int alerts = ALERTS / 10;

        assertExact(storm(alerts, 1, nodes), alerts);
    }
}
