package dev.incidentkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.store.ClaimedMessage;
import dev.incidentkit.store.ClaimedWakeUp;
import dev.incidentkit.store.EventFeed;
import dev.incidentkit.store.IncidentQuery;
import dev.incidentkit.store.IncidentQuery.Order;
import dev.incidentkit.store.IncidentQueryBuilder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * No statement reads a whole table. The property {@code incidentkit.plans.rows} says on how many incidents that is
 * looked at, 1,000,000 in the long form; {@code incidentkit.plans.on}, on which databases, else on all.
 */
class PlansTest {
    private static final int ROWS = Integer.getInteger("incidentkit.plans.rows", 20_000);

    /** Nothing asks for that. */
    private static final RecordingSource.Statement WITHOUT_INDEX =
            new RecordingSource.Statement("select * from ik_incident where definition = ?", List.of("none"));

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"H2_FILE", "POSTGRESQL", "MARIADB_ONE_BY_ONE"})
    void no_statement_reads_a_whole_table(TestDatabase database) throws SQLException {
        assumeThat(System.getProperty("incidentkit.plans.on", database.name()))
                .as("the databases asked for")
                .contains(database.name());
        database.clean();
        ManyIncidents.fill(database, database.source(), ROWS);
        RecordingSource recording = new RecordingSource();
        useEverything(JdbcIncidentStore.open(recording.around(database.source())));
        List<String> scans = new ArrayList<>();
        int looked = 0;
        try (Connection connection = explaining(database).getConnection()) {
            for (RecordingSource.Statement statement : recording.statements()) {
                for (RecordingSource.Statement each : single(statement)) {
                    looked++;
                    String plan = plan(connection, each);
                    if (isScan(database, plan)) {
                        scans.add(each.sql() + "\n" + plan);
                    }
                }
            }
            assertThat(isScan(database, plan(connection, WITHOUT_INDEX)))
                    .as("what reads a whole table is seen")
                    .isTrue();
        }
        System.out.println(database + ": " + looked + " plans at " + ROWS + " incidents");
        database.clean();

        assertThat(scans).isEmpty();
        assertThat(looked).isGreaterThan(40);
    }

    /** PostgreSQL explains statements with values only when the driver writes them into the text. */
    private static DataSource explaining(TestDatabase database) {
        return database == TestDatabase.POSTGRESQL
                ? TestDatabase.pool(database.url() + "&preferQueryMode=simple", 1)
                : database.source();
    }

    private static void useEverything(JdbcIncidentStore store) {
        IncidentId id = new IncidentId("INC-77");
        store.load(id);
        store.event(id, 1);
        store.receipt("key", Instant.EPOCH);
        store.holder("key");
        store.summary(id);
        queries().forEach(query -> store.find(query.limit(20).build()));
        for (Order order : Order.values()) {
            String next = store.find(IncidentQuery.all().order(order).limit(20).build())
                    .next();
            store.find(IncidentQuery.all().order(order).after(next).limit(20).build());
        }
        store.append(HostTransactionTest.everything("NEW-1", Instant.EPOCH));
        store.append(Samples.append("INC-78", 1, "two"));
        List<ClaimedWakeUp> wakeUps = store.claimWakeUps(Instant.ofEpochMilli(5_000), 10, Duration.ofMinutes(1));
        store.rearm(wakeUps.get(0), 1, Optional.empty());
        store.putOff(wakeUps.get(1), Instant.ofEpochMilli(6_000));
        store.failedWakeUps();
        store.earliestWakeUp();
        List<ClaimedMessage> messages = store.claimMessages(10, Duration.ofMinutes(1));
        store.delivered(messages.get(0));
        store.failed(messages.get(1), Duration.ofMinutes(1));
        store.parked(10);
        store.resume("INC-101");
        store.discard("INC-201");
        store.definition("f00d");
        store.read(EventFeed.BEGINNING, 10);
        store.read("0.100", 10);
        store.incidents(id, 10);
        store.archive(new IncidentId("INC-80"), 1, "s3://old");
        store.forgetExpiredKeys();
    }

    private static List<IncidentQueryBuilder> queries() {
        Instant early = Instant.ofEpochMilli(10_000);
        return List.of(
                IncidentQuery.all(),
                IncidentQuery.all().order(Order.WORK_QUEUE),
                IncidentQuery.all().order(Order.WORK_QUEUE).addPhases(Phase.NEW, Phase.ACTIVE),
                IncidentQuery.all().addStatuses("NEW"),
                IncidentQuery.all().addPriorities("P3").order(Order.WORK_QUEUE),
                IncidentQuery.all().ownerGroup("group7"),
                IncidentQuery.all().ownerPerson("person7"),
                IncidentQuery.all().number("N77"),
                IncidentQuery.all().service("s7"),
                IncidentQuery.all().category("network"),
                IncidentQuery.all().externalReference("JIRA-1"),
                IncidentQuery.all().addWords("w77"),
                IncidentQuery.all().putAttributes("region", AttributeValue.of("EU")),
                IncidentQuery.all().reportedBefore(early),
                IncidentQuery.all().resolvedBefore(early),
                IncidentQuery.all().endedBefore(early).order(Order.IDENTITY),
                IncidentQuery.all().breachBefore(early));
    }

    /** A string of several statements is looked at one by one. */
    private static List<RecordingSource.Statement> single(RecordingSource.Statement statement) {
        List<RecordingSource.Statement> single = new ArrayList<>();
        int used = 0;
        for (String each : statement.sql().split(";\\R", -1)) {
            int marks = (int) each.chars().filter(sign -> sign == '?').count();
            boolean explainable =
                    each.matches("(?is)^(select|update|delete|with|insert into \\w+ \\([^)]*\\) select).*");
            if (explainable) {
                single.add(
                        new RecordingSource.Statement(each, statement.values().subList(used, used + marks)));
            }
            used += marks;
        }
        return single;
    }

    private static String plan(Connection connection, RecordingSource.Statement statement) throws SQLException {
        try (PreparedStatement explain = connection.prepareStatement("explain " + statement.sql())) {
            Sql.bind(explain, statement.values());
            try (ResultSet rows = explain.executeQuery()) {
                List<String> lines = new ArrayList<>();
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    lines.add(Arrays.stream(StepwiseRunner.columns(rows, columns))
                            .map(String::valueOf)
                            .collect(Collectors.joining("\t")));
                }
                return String.join("\n", lines);
            }
        }
    }

    /** The tables of one row a tenant or none at all are read whole. */
    private static boolean isScan(TestDatabase database, String plan) {
        String large = "ik_(incident|term|event|message|command|personal)";
        return switch (database) {
            case POSTGRESQL, POSTGRESQL_PARTITIONED -> plan.matches("(?s).*Seq Scan on " + large + "\\b.*");
            case H2_MEMORY, H2_FILE -> plan.toLowerCase(Locale.ROOT).matches("(?s).*" + large + "\\.tablescan.*");
            case MARIADB, MARIADB_ONE_BY_ONE ->
                Arrays.stream(plan.split("\n", -1))
                        .map(line -> line.split("\t", -1))
                        .anyMatch(columns -> columns.length > 9
                                && columns[3].equals("ALL")
                                && columns[2].matches("i|t|e|m|o|ik_.*")
                                && !columns[8].equals("1")
                                && Long.parseLong(columns[8]) > ROWS / 2);
        };
    }
}
