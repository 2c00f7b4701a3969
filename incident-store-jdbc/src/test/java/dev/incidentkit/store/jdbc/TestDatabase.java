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
    MARIADB_ONE_BY_ONE,

    /** PostgreSQL with the large tables partitioned by tenant, in a schema of its own. */
    POSTGRESQL_PARTITIONED;

    private static final String PARTITIONED = "ik_partitioned";
    private static final int PARTITIONS = 4;

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
            if (this == POSTGRESQL_PARTITIONED) {
                execute(POSTGRESQL.source(), "create schema if not exists " + PARTITIONED);
            }
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
            case POSTGRESQL_PARTITIONED -> POSTGRESQL.url() + "&currentSchema=" + PARTITIONED;
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

    /** {@return whether it is PostgreSQL, however its tables are laid out} */
    boolean isPostgres() {
        return this == POSTGRESQL || this == POSTGRESQL_PARTITIONED;
    }

    private void prepare(DataSource source) {
        if (this == POSTGRESQL_PARTITIONED) {
            execute(source, "drop schema " + PARTITIONED + " cascade", "create schema " + PARTITIONED);
            partition(source);
        }
        Schema.install(source);
        execute(source, "create table if not exists test_clock (at_millis bigint not null)");
    }

    /** The printed script with one change: the large tables are partitioned by a hash of the tenant, as the page says. */
    private static void partition(DataSource source) {
        String script = Schema.print("postgresql");
        for (String table : List.of("ik_incident", "ik_term", "ik_event", "ik_personal", "ik_message")) {
            StringBuilder parts = new StringBuilder("$1) partition by hash (tenant);\n");
            for (int part = 0; part < PARTITIONS; part++) {
                parts.append(String.format(
                        "create table %s_%d partition of %s for values with (modulus %d, remainder %d);%n",
                        table, part, table, PARTITIONS, part));
            }
            script = script.replaceFirst("(?s)(create table " + table + " \\(.*?)\n\\);\n", parts.toString());
        }
        try (Connection connection = source.getConnection()) {
            Schema.run(connection, script);
        } catch (SQLException e) {
            throw new IllegalStateException("The tables were not partitioned", e);
        }
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
