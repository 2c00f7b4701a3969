package dev.incidentkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.store.Append;
import dev.incidentkit.store.AppendBuilder;
import dev.incidentkit.store.ArchivedException;
import dev.incidentkit.store.ClaimedWakeUp;
import dev.incidentkit.store.CommandKeyReusedException;
import dev.incidentkit.store.CommandReceipt;
import dev.incidentkit.store.KeyReservation;
import dev.incidentkit.store.LeaseLostException;
import dev.incidentkit.store.LegalHoldException;
import dev.incidentkit.store.OutboxCounts;
import dev.incidentkit.store.OutboxMessage;
import dev.incidentkit.store.ReadCondition;
import dev.incidentkit.store.Redaction;
import dev.incidentkit.store.ReservedKeyException;
import dev.incidentkit.store.StoreException;
import dev.incidentkit.store.StoredDefinition;
import dev.incidentkit.store.VersionConflictException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The store joins the transaction of its host. */
class HostTransactionTest {
    /** An append with everything that can come with one. */
    static Append everything(String incident, Instant now) {
        IncidentId id = new IncidentId(incident);
        return new AppendBuilder()
                .addIncidents(Samples.incident(
                        incident, 0, known -> known.nextWakeUp(now).title("VPN is down"), "one", "two"))
                .receipt(new CommandReceipt("key", "print", id, 2, 2, now, now.plus(Duration.ofDays(7))))
                .addReserve(new KeyReservation("disk-full", id))
                .addMessages(new OutboxMessage(incident + "/1", id, 1, "incident.reported", new byte[] {1}, now))
                .build();
    }

    private static DataSource prepared(TestDatabase database) {
        database.clean();
        TestDatabase.execute(
                database.source(),
                "create table if not exists test_host (id integer not null primary key)",
                "delete from test_host");
        return database.source();
    }

    private static int hostRows(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return Sql.first(connection, "select count(*) from test_host", row -> row.getInt(1))
                    .orElseThrow();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_conflict_is_reported_and_the_hosts_transaction_stays_usable(TestDatabase database) throws SQLException {
        DataSource source = prepared(database);
        JdbcIncidentStore store = JdbcIncidentStore.open(source);
        store.append(Samples.append("A", 0, "one", "two"));
        store.append(new AppendBuilder()
                .addReserve(new KeyReservation("disk-full", new IncidentId("A")))
                .build());
        Instant now = Instant.now();
        try (Connection host = source.getConnection()) {
            host.setAutoCommit(false);
            JdbcIncidentStore joined = JdbcIncidentStore.open(source, () -> host);
            Sql.update(host, "insert into test_host (id) values (?)", 1);

            assertThatThrownBy(() -> joined.append(Samples.append("A", 1, "stale")))
                    .isInstanceOfSatisfying(
                            VersionConflictException.class,
                            conflict -> assertThat(conflict.actual()).isEqualTo(2));
            assertThatThrownBy(() -> joined.append(everything("B", now))).isInstanceOf(ReservedKeyException.class);
            assertThat(joined.load(new IncidentId("B"))).isEmpty();
            Sql.update(host, "insert into test_host (id) values (?)", 2);
            joined.append(Samples.append("A", 2, "three"));
            host.commit();
            host.setAutoCommit(true);
        }

        assertThat(hostRows(source)).isEqualTo(2);
        assertThat(store.load(new IncidentId("A")).orElseThrow().version()).isEqualTo(3);
        assertThat(store.load(new IncidentId("B"))).isEmpty();
    }

    /** A host that reads before it writes: on MariaDB its transaction then goes on reading what was there at first. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_others_wrote_since_the_host_read_is_reported_for_what_it_is(TestDatabase database) throws SQLException {
        DataSource source = prepared(database);
        JdbcIncidentStore store = JdbcIncidentStore.open(source);
        IncidentId a = new IncidentId("A");
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        store.append(Samples.append("A", 0, "one"));
        try (Connection host = source.getConnection()) {
            host.setAutoCommit(false);
            JdbcIncidentStore joined = JdbcIncidentStore.open(source, () -> host);
            assertThat(joined.load(a).orElseThrow().version()).isEqualTo(1);
            store.append(Samples.append("A", 1, "two"));
            store.append(everything("B", now));

            assertThatThrownBy(() -> joined.append(Samples.append("A", 1, "stale")))
                    .isInstanceOfSatisfying(VersionConflictException.class, conflict -> {
                        assertThat(conflict.expected()).isEqualTo(1);
                        assertThat(conflict.actual()).isEqualTo(2);
                    });
            assertThatThrownBy(() -> joined.append(new AppendBuilder()
                            .addReserve(new KeyReservation("disk-full", a))
                            .build()))
                    .isInstanceOf(ReservedKeyException.class);
            assertThat(joined.append(everything("B", now)).earlier())
                    .as("the same command under the same key")
                    .isNotNull();
            StoredDefinition definition = new StoredDefinition("f00d", "itil", new byte[] {1});
            store.keepDefinition(definition);
            joined.keepDefinition(definition);
            Sql.update(host, "insert into test_host (id) values (?)", 1);
            host.commit();
            host.setAutoCommit(true);
        }

        assertThat(hostRows(source)).isEqualTo(1);
        assertThat(store.load(a).orElseThrow().version()).isEqualTo(2);
    }

    /** What stands in the way of an append, of every kind, and how the store says so. */
    private static Map<Append, Class<? extends StoreException>> refusals(JdbcIncidentStore store, Instant now) {
        IncidentId held = new IncidentId("HELD");
        store.append(everything("A", now));
        store.append(new AppendBuilder()
                .addIncidents(Samples.incident("HELD", 0, known -> known.legalHold(true), "one"))
                .build());
        store.append(Samples.append("OLD", 0, "one"));
        store.archive(new IncidentId("OLD"), 1, "s3://old");
        Map<Append, Class<? extends StoreException>> refusals = new LinkedHashMap<>();
        refusals.put(
                new AppendBuilder()
                        .receipt(new CommandReceipt("key", "other", held, 1, 1, now, now.plusSeconds(9)))
                        .build(),
                CommandKeyReusedException.class);
        refusals.put(
                new AppendBuilder().addRedactions(new Redaction(held, Set.of())).build(), LegalHoldException.class);
        refusals.put(Samples.append("OLD", 1, "two"), ArchivedException.class);
        refusals.put(
                new AppendBuilder()
                        .from(Samples.append("A", 2, "three"))
                        .lease(new ClaimedWakeUp(store.tenant(), new IncidentId("A"), now, 0, "no-token"))
                        .build(),
                LeaseLostException.class);
        refusals.put(
                new AppendBuilder()
                        .from(Samples.append("C", 0, "one"))
                        .addConditions(new ReadCondition(new IncidentId("A"), 7))
                        .build(),
                VersionConflictException.class);
        return refusals;
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void after_each_kind_of_refusal_the_hosts_transaction_goes_on(TestDatabase database) throws SQLException {
        DataSource source = prepared(database);
        JdbcIncidentStore store = JdbcIncidentStore.open(source);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Map<Append, Class<? extends StoreException>> refusals = refusals(store, now);
        int row = 0;
        try (Connection host = source.getConnection()) {
            host.setAutoCommit(false);
            JdbcIncidentStore joined = JdbcIncidentStore.open(source, () -> host);
            for (Map.Entry<Append, Class<? extends StoreException>> refusal : refusals.entrySet()) {
                assertThatThrownBy(() -> joined.append(refusal.getKey())).isInstanceOf(refusal.getValue());
                Sql.update(host, "insert into test_host (id) values (?)", ++row);
            }
            assertThat(joined.append(everything("B", now)).earlier())
                    .as("the same command under the same key")
                    .isNotNull();
            joined.append(Samples.append("A", 2, "three"));
            host.commit();
            host.setAutoCommit(true);
        }

        assertThat(hostRows(source)).isEqualTo(refusals.size());
        assertThat(store.load(new IncidentId("A")).orElseThrow().version()).isEqualTo(3);
        assertThat(store.load(new IncidentId("B"))).isEmpty();
        assertThat(store.load(new IncidentId("C"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_rollback_leaves_no_event_no_wake_up_no_message_and_no_key(TestDatabase database) throws SQLException {
        DataSource source = prepared(database);
        JdbcIncidentStore store = JdbcIncidentStore.open(source);
        Instant now = Instant.now();
        try (Connection host = source.getConnection()) {
            host.setAutoCommit(false);
            JdbcIncidentStore joined = JdbcIncidentStore.open(source, () -> host);
            joined.append(everything("A", now));
            assertThat(joined.load(new IncidentId("A"))).isPresent();
            host.rollback();
            host.setAutoCommit(true);
        }

        assertThat(store.load(new IncidentId("A"))).isEmpty();
        assertThat(store.summary(new IncidentId("A"))).isEmpty();
        assertThat(store.earliestWakeUp()).isEmpty();
        assertThat(store.outboxCounts()).isEqualTo(new OutboxCounts(0, 0));
        assertThat(store.receipt("key", now)).isEmpty();
        assertThat(store.holder("disk-full")).isEmpty();
        assertThat(store.append(everything("A", now)).written()).isTrue();
    }
}
