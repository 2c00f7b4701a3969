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
        String account = "test_" + role;
        TestDatabase.execute(
                database.source(), "create role " + account + " login", "grant ik_" + role + " to " + account);
        return TestDatabase.pool(database.url().replace("user=postgres", "user=" + account), 1);
    }

    private static void dropped(TestDatabase database) {
        for (String role :
                new String[] {"test_writer", "test_redactor", "test_keeper", "ik_keeper", "ik_redactor", "ik_writer"}) {
            TestDatabase.execute(database.source(), "drop owned by " + role, "drop role " + role);
        }
    }

    @ParameterizedTest
    @EnumSource(value = TestDatabase.class, names = "POSTGRESQL")
    void the_writer_only_inserts_events_the_redactor_redacts_and_the_keeper_archives(TestDatabase database)
            throws SQLException {
        database.clean();
        try (Connection owner = database.source().getConnection()) {
            Schema.run(owner, Schema.printRoles("postgresql"));
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
            assertThat(JdbcIncidentStore.open(writer).load(A).orElseThrow().version())
                    .isEqualTo(3);
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
