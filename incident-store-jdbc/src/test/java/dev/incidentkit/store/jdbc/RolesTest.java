package dev.incidentkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.store.AppendBuilder;
import dev.incidentkit.store.Redaction;
import dev.incidentkit.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Accounts with the roles of the scripts can do what they are for, and nothing more. */
class RolesTest {
    private static final IncidentId A = new IncidentId("A");

    /** A database and how accounts come and go there. */
    private enum Place {
        POSTGRESQL {
            @Override
            String owner() {
                return TestDatabase.POSTGRESQL.url();
            }

            @Override
            String account(DataSource owner, String role) {
                TestDatabase.execute(
                        owner, "create role test_" + role + " login", "grant ik_" + role + " to test_" + role);
                return owner().replace("user=postgres", "user=test_" + role);
            }

            @Override
            void drop(DataSource owner) {
                for (String role : ALL) {
                    TestDatabase.execute(owner, "drop owned by " + role, "drop role " + role);
                }
            }
        },

        MARIADB {
            @Override
            String owner() {
                return Servers.MARIADB_WITH_GRANTS.url();
            }

            @Override
            String account(DataSource owner, String role) {
                for (String host : HOSTS) {
                    String account = "'test_" + role + "'@'" + host + "'";
                    TestDatabase.execute(
                            owner,
                            "create user " + account + " identified by 'secret'",
                            "grant ik_" + role + " to " + account,
                            "set default role ik_" + role + " for " + account);
                }
                return owner().replace("user=owner", "user=test_" + role);
            }

            @Override
            void drop(DataSource owner) {
                for (String role : ALL) {
                    for (String host : role.startsWith("test") ? HOSTS : List.of("")) {
                        String name = host.isEmpty() ? role : "'" + role + "'@'" + host + "'";
                        TestDatabase.execute(owner, "drop " + (host.isEmpty() ? "role " : "user ") + name);
                    }
                }
            }
        };

        private static final List<String> ALL =
                List.of("test_writer", "test_redactor", "test_keeper", "ik_keeper", "ik_redactor", "ik_writer");
        private static final List<String> HOSTS = List.of("localhost", "127.0.0.1");

        abstract String owner();

        abstract String account(DataSource owner, String role);

        abstract void drop(DataSource owner);
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void the_writer_only_inserts_events_the_redactor_redacts_and_the_keeper_archives(Place place) throws SQLException {
        try (HikariDataSource owner = (HikariDataSource) TestDatabase.pool(place.owner(), 2)) {
            Schema.install(owner);
            TestDatabase.clean(owner);
            try (Connection connection = owner.getConnection()) {
                Schema.run(connection, Schema.printRoles(place.name().toLowerCase(Locale.ROOT)));
            }
            try (HikariDataSource writer = (HikariDataSource) TestDatabase.pool(place.account(owner, "writer"), 1);
                    HikariDataSource redactor =
                            (HikariDataSource) TestDatabase.pool(place.account(owner, "redactor"), 1);
                    HikariDataSource keeper = (HikariDataSource) TestDatabase.pool(place.account(owner, "keeper"), 1)) {
                rolesDoTheirs(writer, redactor, keeper);
            } finally {
                place.drop(owner);
            }
        }
    }

    private static void rolesDoTheirs(DataSource writer, DataSource redactor, DataSource keeper) throws SQLException {
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
