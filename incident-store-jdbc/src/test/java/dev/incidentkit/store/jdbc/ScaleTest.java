package dev.incidentkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.store.AppendBuilder;
import dev.incidentkit.store.ClaimedWakeUp;
import dev.incidentkit.store.IncidentQuery;
import dev.incidentkit.store.IncidentQuery.Order;
import dev.incidentkit.store.IncidentQueryBuilder;
import dev.incidentkit.store.IncidentSummary;
import dev.incidentkit.store.IncidentSummaryBuilder;
import dev.incidentkit.store.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What claims, pages and imports cost as tables grow. The short form sees that it all runs on small tables;
 * {@code -Dincidentkit.scale.rows=1000000} measures, and then the bounds are asserted.
 */
class ScaleTest {
    private static final int ROWS = Integer.getInteger("incidentkit.scale.rows", 4_000);
    private static final boolean LONG = ROWS >= 1_000_000;
    private static final int FEW = LONG ? 10_000 : 1_000;
    private static final int DUE = LONG ? 5_000 : 500;
    private static final int BATCH = 100;
    private static final int PAGES = LONG ? 400 : 20;

    @ParameterizedTest
    @EnumSource(value = TestDatabase.class, names = "POSTGRESQL")
    void a_claim_and_a_page_cost_the_same_whatever_the_size(TestDatabase database) throws SQLException {
        database.clean();
        double few = claims(database, FEW);
        double many = claims(database, ROWS);
        System.out.printf(
                "%s: a wake-up among %d costs %.0f us, among %d %.0f us: %.2f times%n",
                database, FEW, few, ROWS, many, many / few);
        double pages = pages(database);
        database.clean();

        if (LONG) {
            assertThat(many / few).as("claims").isLessThanOrEqualTo(1.5);
            assertThat(pages).as("pages").isLessThanOrEqualTo(1.5);
        }
    }

    /** Microseconds a claimed wake-up with {@link #DUE} of them due: claimed and armed anew. Median of batches. */
    private static double claims(TestDatabase database, int rows) {
        database.clean();
        ManyIncidents.fill(database, database.source(), rows);
        TestDatabase.execute(
                database.source(),
                "update ik_incident set wake_at = 9000000000000 + reported_at, wake_from = 9000000000000 + reported_at"
                        + " where reported_at > " + DUE * 1_000);
        ManyIncidents.analyze(database, database.source());
        JdbcIncidentStore store = JdbcIncidentStore.open(database.source());
        Instant due = Instant.ofEpochMilli(DUE * 1_000L);
        List<Double> costs = new ArrayList<>();
        int claimed = 0;
        while (true) {
            long begin = System.nanoTime();
            List<ClaimedWakeUp> batch = store.claimWakeUps(due, BATCH, Duration.ofMinutes(10));
            costs.add((System.nanoTime() - begin) / 1e3 / Math.max(1, batch.size()));
            claimed += batch.size();
            if (batch.size() < BATCH) {
                break;
            }
        }
        assertThat(claimed).isEqualTo(DUE);
        return percentile(costs.subList(0, DUE / BATCH), 0.5);
    }

    /** The greatest ratio of the 99th percentiles of a page and of the same statement by hand, in turns. */
    private static double pages(TestDatabase database) throws SQLException {
        double worst = 0;
        for (IncidentQueryBuilder query : queries()) {
            RecordingSource recording = new RecordingSource();
            JdbcIncidentStore.open(recording.around(database.source())).find(query.build());
            RecordingSource.Statement statement =
                    recording.statements().get(recording.statements().size() - 1);
            JdbcIncidentStore store = JdbcIncidentStore.open(database.source());
            List<Double> ours = new ArrayList<>();
            List<Double> raw = new ArrayList<>();
            IncidentQuery built = query.build();
            for (int i = -PAGES / 4; i < PAGES; i++) {
                long begin = System.nanoTime();
                Page page = store.find(built);
                long between = System.nanoTime();
                int rows = byHand(database.source(), statement);
                if (i >= 0) {
                    ours.add((between - begin) / 1e3);
                    raw.add((System.nanoTime() - between) / 1e3);
                }
                assertThat(rows).isGreaterThanOrEqualTo(page.incidents().size());
            }
            double ratio = percentile(ours, 0.99) / percentile(raw, 0.99);
            worst = Math.max(worst, ratio);
            System.out.printf(
                    "%s: a page of %s at %d incidents: p99 %.0f us, by hand %.0f us: %.2f times; medians %.0f and %.0f%n",
                    database,
                    built.order() + " " + built.phases() + built.words(),
                    ROWS,
                    percentile(ours, 0.99),
                    percentile(raw, 0.99),
                    ratio,
                    percentile(ours, 0.5),
                    percentile(raw, 0.5));
        }
        return worst;
    }

    private static List<IncidentQueryBuilder> queries() {
        return List.of(
                IncidentQuery.all().order(Order.WORK_QUEUE).limit(50),
                IncidentQuery.all()
                        .addPhases(Phase.NEW, Phase.ACTIVE)
                        .order(Order.WORK_QUEUE)
                        .limit(50),
                IncidentQuery.all().order(Order.NEWEST).limit(50),
                IncidentQuery.all().ownerGroup("group7").limit(50),
                IncidentQuery.all().addWords("w77").limit(50));
    }

    private static int byHand(DataSource source, RecordingSource.Statement query) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(query.sql())) {
            Sql.bind(statement, query.values());
            try (ResultSet rows = statement.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                int count = 0;
                while (rows.next()) {
                    StepwiseRunner.columns(rows, columns);
                    count++;
                }
                return count;
            }
        }
    }

    private static double percentile(List<Double> values, double share) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
    }

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"H2_MEMORY", "POSTGRESQL", "MARIADB"})
    void an_import_is_not_much_slower_than_batches_by_hand(TestDatabase database) throws SQLException {
        database.clean();
        int parts = LONG ? 300 : 4;
        JdbcIncidentStore store = JdbcIncidentStore.open(database.source());
        double[] ratios = new double[parts];
        long ours = 0;
        for (int part = -1; part < parts; part++) {
            AppendBuilder some = new AppendBuilder();
            AppendBuilder others = new AppendBuilder();
            for (int i = 0; i < BATCH; i++) {
                some.addIncidents(Samples.incident("L" + part + "-" + i, 0, titled(), "one", "two", "three"));
                others.addIncidents(Samples.incident("H" + part + "-" + i, 0, titled(), "one", "two", "three"));
            }
            long begin = System.nanoTime();
            store.append(some.build());
            long between = System.nanoTime();
            RawBatches.write(database.source(), others.build());
            long end = System.nanoTime();
            if (part >= 0) {
                ours += between - begin;
                ratios[part] = (double) (end - between) / (between - begin);
            }
        }
        Arrays.sort(ratios);
        System.out.printf(
                "%s: %.0f incidents/s imported, %.2f of batches by hand (median of %d turns of %d)%n",
                database, parts * BATCH * 1e9 / ours, ratios[parts / 2], parts, BATCH);

        IncidentSummary imported = store.summary(new IncidentId("L0-7")).orElseThrow();
        IncidentSummary byHand = store.summary(new IncidentId("H0-7")).orElseThrow();
        assertThat(imported.version()).isEqualTo(byHand.version()).isEqualTo(3);
        database.clean();
        if (LONG) {
            assertThat(ratios[parts / 2]).isGreaterThanOrEqualTo(0.5);
        }
    }

    private static UnaryOperator<IncidentSummaryBuilder> titled() {
        return summary -> summary.title("mail is slow");
    }
}
