package dev.incidentkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.IncidentId;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/** The folders of scripts are locations of Flyway. */
class FlywayTest {
    private static void installs(FluentConfiguration flyway, DataSource source) {
        assertThat(flyway.load().migrate().migrationsExecuted).isEqualTo(1);
        assertThat(flyway.load().migrate().migrationsExecuted)
                .as("a second time")
                .isZero();

        Schema.install(source);
        JdbcIncidentStore store = JdbcIncidentStore.open(source);
        store.append(Samples.append("A", 0, "one"));
        assertThat(store.load(new IncidentId("A"))).isPresent();
    }

    @Test
    void flyway_installs_the_tables_on_h2() {
        DataSource source = TestDatabase.pool("jdbc:h2:mem:flyway;DB_CLOSE_DELAY=-1", 2);

        installs(Flyway.configure().dataSource(source).locations("classpath:dev/incidentkit/store/jdbc/h2"), source);
    }

    @Test
    void flyway_installs_the_tables_on_postgresql() {
        TestDatabase.execute(TestDatabase.POSTGRESQL.source(), "drop schema if exists ik_flyway cascade");
        DataSource source = TestDatabase.pool(TestDatabase.POSTGRESQL.url() + "&currentSchema=ik_flyway", 2);

        installs(
                Flyway.configure()
                        .dataSource(source)
                        .schemas("ik_flyway")
                        .locations("classpath:dev/incidentkit/store/jdbc/postgresql"),
                source);
    }

    @Test
    void flyway_installs_the_tables_on_mariadb() {
        TestDatabase.execute(
                TestDatabase.MARIADB.source(),
                "drop database if exists ik_flyway",
                "create database ik_flyway character set utf8mb4");
        DataSource source = TestDatabase.pool(TestDatabase.MARIADB.url().replaceFirst("/[^/?]+\\?", "/ik_flyway?"), 2);

        installs(
                Flyway.configure().dataSource(source).locations("classpath:dev/incidentkit/store/jdbc/mariadb"),
                source);
    }
}
