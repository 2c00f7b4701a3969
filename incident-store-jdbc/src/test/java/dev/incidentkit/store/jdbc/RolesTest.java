package dev.incidentkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.store.AppendBuilder;
import dev.incidentkit.store.Redaction;
import dev.incidentkit.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Accounts with the roles of the scripts can do what they are for, and nothing more. */
class RolesTest {
    private static final IncidentId A = new IncidentId("A");

    private static DataSource account(TestDatabase database, String role) {
        boolean postgres = database == TestDatabase.POSTGRESQL;
        String account = "test_" + role;
        if (postgres) {
            TestDatabase.execute(
                    database.source(),
                    "create role " + account + " login password 'secret'",
                    "grant ik_" + role + " to " + account,
                    "grant select on test_clock to " + account);
            return TestDatabase.pool(database.url().replace("user=postgres", "user=" + account) + "&password=secret", 1);
        }
        TestDatabase.execute(
                database.source(),
                "create user " + account + "@'%' identified by 'secret'",
                "create user " + account + "@localhost identified by 'secret'",
                "grant ik_" + role + " to " + account + "@'%'",
                "grant ik_" + role + " to " + account + "@localhost",
                "set default role ik_" + role + " for " + account + "@'%'",
                "set default role ik_" + role + " for " + account + "@localhost");
        return TestDatabase.pool(
                database.url().replace("user=root&password=", "user=" + account + "&password=secret"), 1);
    }

    private static void dropped(TestDatabase database) {
        boolean postgres = database == TestDatabase.POSTGRESQL;
        for (String role : new String[] {"writer", "redactor", "keeper"}) {
            if (postgres) {
                TestDatabase.execute(
                        database.source(),
                        "drop owned by test_" + role,
                        "drop role test_" + role);
            } else {
                TestDatabase.execute(
                        database.source(),
                        "drop user if exists test_" + role + "@'%'",
                        "drop user if exists test_" + role + "@localhost");
            }
        }
        for (String role : new String[] {"ik_keeper", "ik_redactor", "ik_writer"}) {
            if (postgres) {
                TestDatabase.execute(database.source(), "drop owned by " + role);
            }
            TestDatabase.execute(database.source(), "drop role " + role);
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
            Schema.run(owner, Schema.printRoles(database == TestDatabase.POSTGRESQL ? "postgresql" : "mariadb"));
        }
        try {
            DataSource writer = account(database, "writer");
            DataSource redactor = account(database, "redactor");
            DataSource keeper = account(database, "keeper");

            JdbcIncidentStore.open(writer).append(HostTransactionTest.everything("A", Samples.AT));
            JdbcIncidentStore.open(writer).append(Samples.append("A", 2, "three"));
            refused(writer, "update ik_event set body = hash");
            refused(writer, "delete from ik_event");
            refused(writer, "delete from ik_personal");
            refused(redactor, "delete from ik_event");
            refused(keeper, "update ik_event set body = hash");
            assertThatThrownBy(() -> redact(writer)).isInstanceOf(StoreException.class);
            redact(redactor);
            assertThatThrownBy(() -> JdbcIncidentStore.open(writer).archive(A, 3, "s3://old"))
                    .isInstanceOf(StoreException.class);
            assertThat(JdbcIncidentStore.open(writer).load(A).orElseThrow().version()).isEqualTo(3);
            JdbcIncidentStore.open(keeper).archive(A, 3, "s3://old");
            ((AutoCloseable) writer).close();
            ((AutoCloseable) redactor).close();
            ((AutoCloseable) keeper).close();
        } catch (SQLException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("A pool did not close", e);
        } finally {
            dropped(database);
        }
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
                    .hasMessageMatching("(?is).*(denied|permission).*");
        }
    }
}
