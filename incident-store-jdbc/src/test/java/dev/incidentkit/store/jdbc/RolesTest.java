package dev.incidentkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.store.AppendBuilder;
import dev.incidentkit.store.Redaction;
import dev.incidentkit.store.StoreException;
import dev.incidentkit.store.VersionConflictException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Accounts with the roles of the scripts can do what they are for, and nothing more. */
class RolesTest {
    private static final IncidentId A = new IncidentId("A");
    private static final List<String> ROLES = List.of("writer", "redactor", "keeper");

    /** An account that was given a role, as a host does it. */
    private static HikariDataSource account(TestDatabase database, String role) {
        String account = "test_" + role;
        if (database.isPostgres()) {
            TestDatabase.execute(
                    database.source(), "create role " + account + " login", "grant ik_" + role + " to " + account);
        } else {
            TestDatabase.execute(
                    database.source(),
                    "create user " + account + "@'%' identified by ''",
                    "grant ik_" + role + " to " + account + "@'%'",
                    "set default role ik_" + role + " for " + account + "@'%'");
        }
        return (HikariDataSource) TestDatabase.pool(database.url().replaceFirst("user=[a-z]+", "user=" + account), 2);
    }

    private static void dropped(TestDatabase database) {
        for (String role : ROLES) {
            if (database.isPostgres()) {
                TestDatabase.execute(database.source(), "drop role test_" + role);
            } else {
                TestDatabase.execute(database.source(), "drop user test_" + role + "@'%'");
            }
        }
        for (String role : List.of("keeper", "redactor", "writer")) {
            if (database.isPostgres()) {
                TestDatabase.execute(database.source(), "drop owned by ik_" + role);
            }
            TestDatabase.execute(database.source(), "drop role ik_" + role);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"POSTGRESQL", "MARIADB"})
    void the_writer_only_inserts_events_the_redactor_redacts_and_the_keeper_archives(TestDatabase database)
            throws SQLException {
        database.clean();
        try (Connection owner = database.source().getConnection()) {
            Schema.run(owner, Schema.printRoles(database.isPostgres() ? "postgresql" : "mariadb"));
        }
        try (HikariDataSource writer = account(database, "writer");
                HikariDataSource redactor = account(database, "redactor");
                HikariDataSource keeper = account(database, "keeper")) {
            writerOnlyInserts(writer);
            redactorRedacts(writer, redactor);
            keeperArchives(writer, redactor, keeper);
        } finally {
            dropped(database);
        }
    }

    private static void writerOnlyInserts(DataSource writer) throws SQLException {
        JdbcIncidentStore store = JdbcIncidentStore.open(writer);
        store.append(HostTransactionTest.everything("A", Samples.AT));
        store.append(Samples.append("A", 2, "three"));
        assertThat(store.claimWakeUps(Samples.AT, 10, Duration.ofMinutes(1))).isEmpty();
        store.claimMessages(10, Duration.ofMinutes(1)).forEach(store::delivered);
        assertThat(store.outboxCounts().waiting()).isZero();

        conflictsAreTold(writer);

        refused(writer, "update ik_event set body = hash");
        refused(writer, "update ik_event set recorded_at = 0 where incident = 'A'");
        refused(writer, "delete from ik_event");
        refused(writer, "delete from ik_personal");
        refused(writer, "update ik_personal set path = 'x'");
        refused(writer, "drop table ik_event");
    }

    /** Within a transaction of the host's a conflict is looked into by reads that lock. */
    private static void conflictsAreTold(DataSource writer) throws SQLException {
        try (Connection host = writer.getConnection()) {
            host.setAutoCommit(false);
            JdbcIncidentStore joined = JdbcIncidentStore.open(writer, () -> host);
            assertThatThrownBy(() -> joined.append(Samples.append("A", 1, "stale")))
                    .isInstanceOf(VersionConflictException.class);
            assertThat(joined.append(HostTransactionTest.everything("A", Samples.AT))
                            .earlier())
                    .isNotNull();
            host.rollback();
            host.setAutoCommit(true);
        }
    }

    private static void redactorRedacts(DataSource writer, DataSource redactor) throws SQLException {
        refused(redactor, "delete from ik_event");
        refused(redactor, "update ik_event set body = hash");
        assertThatThrownBy(() -> redact(writer)).isInstanceOf(StoreException.class);
        redact(redactor);
    }

    private static void keeperArchives(DataSource writer, DataSource redactor, DataSource keeper) throws SQLException {
        refused(keeper, "update ik_event set body = hash");
        for (DataSource others : List.of(writer, redactor)) {
            assertThatThrownBy(() -> JdbcIncidentStore.open(others).archive(A, 3, "s3://old"))
                    .isInstanceOf(StoreException.class);
        }
        assertThat(JdbcIncidentStore.open(writer).load(A).orElseThrow().version())
                .isEqualTo(3);
        JdbcIncidentStore.open(keeper).archive(A, 3, "s3://old");
        assertThat(JdbcIncidentStore.open(keeper).forgetExpiredKeys()).isZero();
    }

    private static void redact(DataSource account) {
        JdbcIncidentStore.open(account)
                .append(new AppendBuilder()
                        .addRedactions(new Redaction(A, Set.of()))
                        .build());
    }

    private static void refused(DataSource account, String statement) throws SQLException {
        try (Connection connection = account.getConnection()) {
            assertThatThrownBy(() -> Sql.update(connection, statement))
                    .as(statement)
                    .isInstanceOf(SQLException.class)
                    .hasMessageMatching("(?is).*(denied|permission|must be owner).*");
        }
    }
}
