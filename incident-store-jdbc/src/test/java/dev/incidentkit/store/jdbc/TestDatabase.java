package dev.incidentkit.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * The databases that the tests run on. Servers are started once for all tests, from artifacts; the system properties
 * {@code incidentkit.test.postgresql} and {@code incidentkit.test.mariadb} give addresses of running ones instead, whose
 * tables are emptied.
 */
public enum TestDatabase {
    H2_MEMORY,
    H2_FILE,
    POSTGRESQL,
    MARIADB,
    MARIADB_ONE_BY_ONE;

    private static final List<String> TABLES = List.of(
            "ik_term",
            "ik_event",
            "ik_personal",
            "ik_message",
            "ik_command",
            "ik_reserved",
            "ik_definition",
            "ik_incident",
            "ik_tenant");

    /** Opened when it is first asked for. */
    private static final class Opened {
        static final DataSource[] SOURCES = new DataSource[TestDatabase.values().length];
    }

    /** {@return connections to it, with the tables installed} */
    public synchronized DataSource source() {
        DataSource known = Opened.SOURCES[ordinal()];
        if (known == null) {
            known = pool(url(), 12);
            prepare(known);
            Opened.SOURCES[ordinal()] = known;
        }
        return known;
    }

    String url() {
        return switch (this) {
            case H2_MEMORY -> "jdbc:h2:mem:contract;DB_CLOSE_DELAY=-1";
            case H2_FILE -> "jdbc:h2:file:" + temporary() + "/contract";
            case POSTGRESQL -> given("incidentkit.test.postgresql", Servers.POSTGRESQL);
            case MARIADB -> maria("&allowMultiQueries=true");
            case MARIADB_ONE_BY_ONE -> maria("");
        };
    }

    private static String maria(String more) {
        return given("incidentkit.test.mariadb", Servers.MARIADB) + more;
    }

    private static String given(String property, Servers server) {
        String running = System.getProperty(property);
        return running == null ? server.url() : running;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("incidentkit-h2");
        } catch (IOException e) {
            throw new UncheckedIOException("There is no room for a database", e);
        }
    }

    static DataSource pool(String url, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    private static void prepare(DataSource source) {
        Schema.install(source);
        execute(source, "create table if not exists test_clock (at_millis bigint not null)");
    }

    /** Takes everything out of the tables. */
    public void clean() {
        clean(source());
    }

    static void clean(DataSource source) {
        execute(source, TABLES.stream().map(table -> "delete from " + table).toArray(String[]::new));
    }

    static void execute(DataSource source, String... statements) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The test's own statement failed: " + String.join("; ", statements), e);
        }
    }
}
