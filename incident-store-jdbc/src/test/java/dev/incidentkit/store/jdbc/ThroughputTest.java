package dev.incidentkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.store.Append;
import dev.incidentkit.store.AppendBuilder;
import dev.incidentkit.store.CommandReceipt;
import dev.incidentkit.store.IncidentAppend;
import dev.incidentkit.store.IncidentSummaryBuilder;
import dev.incidentkit.store.OutboxMessage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Commands a second beside JDBC that is written by hand for the same rows. All ways take turns on the same tables, a
 * slice of time each, so that what else the machine does meets them alike; told are medians of ratios within a turn. The
 * short form sees that all write the same rows; {@code -Dincidentkit.throughput=long} measures, on the databases that
 * {@code incidentkit.throughput.on} names, else on all; {@code -Dincidentkit.throughput.sync=off} leaves the wait for
 * PostgreSQL's disk out, which is most of a command's time and the same for all.
 */
class ThroughputTest {
    private static final boolean LONG = "long".equals(System.getProperty("incidentkit.throughput"));
    private static final String SYNC = System.getProperty("incidentkit.throughput.sync", "on");
    private static final int INCIDENTS = LONG ? 20_000 : 500;
    private static final int ROUNDS = LONG ? 7 : 1;
    private static final long SLICE_NANOS = LONG ? 1_500_000_000L : 50_000_000L;
    private static final List<String> WAYS = List.of("library", "by hand", "step by step");
    private static final String TEXT = "x".repeat(400);

    private final SoftAssertions fast = new SoftAssertions();

    @TempDir
    Path directory;

    private record Tables(TestDatabase database, DataSource source, List<ThroughputWay> ways, long[] versions) {}

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"H2_MEMORY", "H2_FILE", "POSTGRESQL", "MARIADB"})
    void commands_are_not_much_slower_than_by_hand(TestDatabase database) throws Exception {
        assumeThat(System.getProperty("incidentkit.throughput.on", database.name()))
                .as("the databases asked for")
                .contains(database.name());
        if (database == TestDatabase.POSTGRESQL) {
            try (DurablePostgres server = server().start()) {
                DataSource source = TestDatabase.pool(server.url(), 10);
                Schema.install(source);
                measure(database, source);
            }
        } else {
            measure(database, database.source());
            database.clean();
        }
    }

    /** {@return a server that syncs each commit, or does not wait for it where only the work is to be compared} */
    private DurablePostgres server() {
        return new DurablePostgres(directory).with("synchronous_commit", SYNC);
    }

    private void measure(TestDatabase database, DataSource source) throws Exception {
        writesTheSameRows(filled(database, source));
        for (int threads : new int[] {1, 8}) {
            for (boolean hot : new boolean[] {false, true}) {
                compare(filled(database, source), threads, hot);
            }
        }
        fast.assertAll();
    }

    /** Tables as they were for the comparison before: what that one wrote neither slows this one nor fills the heap. */
    private static Tables filled(TestDatabase database, DataSource source) {
        TestDatabase.clean(source);
        ManyIncidents.fill(database, source, INCIDENTS);
        long[] versions = new long[INCIDENTS + 1];
        Arrays.fill(versions, 1);
        List<ThroughputWay> ways = List.of(
                ThroughputWay.library(source),
                database == TestDatabase.POSTGRESQL || database == TestDatabase.MARIADB
                        ? ThroughputWay.oneString(source, database)
                        : ThroughputWay.stepByStep(source, database),
                ThroughputWay.stepByStep(source, database));
        return new Tables(database, source, ways, versions);
    }

    /** Each way adds as many rows to each table. */
    private static void writesTheSameRows(Tables set) throws SQLException {
        List<List<Long>> added = new ArrayList<>();
        for (int way = 0; way < WAYS.size(); way++) {
            List<Long> before = counts(set.source());
            assertThat(set.ways().get(way).write(append(way + 1, 1))).isTrue();
            assertThat(set.ways().get(way).write(append(way + 1, 1, "stale")))
                    .as("a stale writer")
                    .isFalse();
            List<Long> after = counts(set.source());
            added.add(
                    List.of(after.get(0) - before.get(0), after.get(1) - before.get(1), after.get(2) - before.get(2)));
            set.versions()[way + 1] = 3;
        }
        assertThat(added).containsOnly(List.of(2L, 1L, 1L));
        assertThat(JdbcIncidentStore.open(set.source())
                        .summary(new IncidentId("INC-1"))
                        .orElseThrow()
                        .version())
                .isEqualTo(3);
    }

    private static List<Long> counts(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            List<Long> counts = new ArrayList<>();
            for (String table : List.of("ik_event", "ik_message", "ik_command")) {
                counts.add(Sql.first(connection, "select count(*) from " + table, row -> row.getLong(1))
                        .orElseThrow());
            }
            return counts;
        }
    }

    private void compare(Tables set, int threads, boolean hot) throws Exception {
        double[][] rates = new double[WAYS.size()][ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            for (int turn = 0; turn < WAYS.size(); turn++) {
                int way = (turn + round + WAYS.size()) % WAYS.size();
                double rate = slice(set, set.ways().get(way), threads, hot);
                if (round >= 0) {
                    rates[way][round] = rate;
                }
            }
        }
        double byHand = median(ratios(rates[0], rates[1]));
        double stepwise = median(ratios(rates[0], rates[2]));
        System.out.printf(
                "%s, %d threads, %s: %.0f commands/s, by hand %.0f, step by step %.0f; %.2f of by hand, %.2f times step by"
                        + " step (medians of %d turns)%n",
                set.database(),
                threads,
                hot ? "one incident" : INCIDENTS + " incidents",
                median(rates[0]),
                median(rates[1]),
                median(rates[2]),
                byHand,
                stepwise,
                ROUNDS);
        if (LONG && set.database() == TestDatabase.POSTGRESQL && !hot) {
            fast.check(() ->
                    assertThat(byHand).as("of by hand, %d threads", threads).isGreaterThanOrEqualTo(0.85));
            fast.check(() -> assertThat(stepwise)
                    .as("times step by step, %d threads", threads)
                    .isGreaterThanOrEqualTo(1.7));
        }
    }

    private static double[] ratios(double[] some, double[] others) {
        double[] ratios = new double[some.length];
        for (int i = 0; i < some.length; i++) {
            ratios[i] = some[i] / others[i];
        }
        return ratios;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double slice(Tables set, ThroughputWay way, int threads, boolean hot)
            throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        long begin = System.nanoTime();
        List<Future<Integer>> counts = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            int number = thread;
            counts.add(pool.submit(() -> hot
                    ? onOne(set, way, begin + SLICE_NANOS)
                    : onMany(set, way, begin + SLICE_NANOS, new int[] {number, threads})));
        }
        int sum = 0;
        for (Future<Integer> count : counts) {
            sum += count.get();
        }
        pool.shutdown();
        return sum * 1e9 / (System.nanoTime() - begin);
    }

    /** Each thread has incidents of its own. */
    private static int onMany(Tables set, ThroughputWay way, long until, int[] share) throws SQLException {
        SplittableRandom random = new SplittableRandom();
        int count = 0;
        while (System.nanoTime() < until) {
            int incident = 2 + share[1] * random.nextInt((INCIDENTS - 2) / share[1]) + share[0];
            if (incident <= INCIDENTS && way.write(append(incident, set.versions()[incident]))) {
                set.versions()[incident] += 2;
                count++;
            }
        }
        return count;
    }

    /** All write to the first incident; who was too late reads the version again. */
    private static int onOne(Tables set, ThroughputWay way, long until) throws SQLException {
        int count = 0;
        while (System.nanoTime() < until) {
            long version;
            try (Connection connection = set.source().getConnection()) {
                version = Sql.first(
                                connection,
                                "select version from ik_incident where tenant = 'default' and incident = 'INC-1'",
                                row -> row.getLong(1))
                        .orElseThrow();
            }
            count += way.write(append(1, version)) ? 1 : 0;
        }
        return count;
    }

    private static Append append(int incident, long version) {
        return append(incident, version, "");
    }

    /** As the desk tells it, which knows what an incident was found by before. */
    private static IncidentAppend kept(IncidentAppend append) {
        return new IncidentAppend(append.incident(), append.expectedVersion(), append.events(), append.summary(), true);
    }

    private static Append append(int incident, long version, String keyed) {
        String id = "INC-" + incident;
        IncidentId identity = new IncidentId(id);
        UnaryOperator<IncidentSummaryBuilder> known = summary -> summary.title("title")
                .nextWakeUp(Instant.ofEpochMilli(4_000_000_000_000L + incident))
                .ownerGroup("group" + incident % 300);
        return new AppendBuilder()
                .addIncidents(kept(Samples.incident(id, version, known, TEXT + 1, TEXT + 2)))
                .addMessages(new OutboxMessage(
                        id + "/" + (version + 1), identity, version + 1, "incident.noted", new byte[3], Samples.AT))
                .receipt(new CommandReceipt(
                        keyed + id + ":" + version,
                        "fingerprint",
                        identity,
                        version + 2,
                        2,
                        Samples.AT,
                        Instant.ofEpochMilli(4_000_000_000_000L)))
                .build();
    }
}
