package dev.incidentkit.store.jdbc;

import dev.incidentkit.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The tables of the store, as numbered scripts for each database. They are printed, or installed on request, never by
 * surprise. The folder {@code classpath:dev/incidentkit/store/jdbc/postgresql} (or {@code h2}, {@code mariadb},
 * {@code mysql}) is also a location of Flyway.
 */
public final class Schema {
    /** The version of the tables that this library reads and writes. */
    public static final int VERSION = 1;

    private static final List<String> SCRIPTS = List.of("V1__incidentkit.sql");

    private Schema() {}

    /**
     * The scripts that make the tables.
     *
     * @param database {@code h2}, {@code postgresql}, {@code mariadb} or {@code mysql}
     * @return SQL
     * @throws IllegalArgumentException if there are no scripts for such a database
     */
    public static String print(String database) {
        StringBuilder text = new StringBuilder();
        for (String script : SCRIPTS) {
            text.append(resource(database + "/" + script));
        }
        return text.toString();
    }

    /**
     * The script that makes three roles: a writer that can only insert events, a redactor that can delete personal data, a
     * keeper that can archive.
     *
     * @param database {@code postgresql} or {@code mariadb}
     * @return SQL
     * @throws IllegalArgumentException if there is no such script for the database
     */
    public static String printRoles(String database) {
        return resource("roles/" + database + ".sql");
    }

    /**
     * Makes the tables where there are none. Where they are there in this version, nothing happens.
     *
     * @param source gives connections of an account that may make tables
     * @throws StoreException if the tables are there in another version, or cannot be made
     */
    public static void install(DataSource source) {
        if (version(source).isPresent()) {
            verify(source);
            return;
        }
        String database = Dialects.of(source).name();
        try (Connection connection = source.getConnection()) {
            run(connection, print(database));
        } catch (SQLException e) {
            throw Db.failure("install the tables", e);
        }
    }

    /** Runs the statements of a script, each of which ends with a semicolon at the end of a line. */
    static void run(Connection connection, String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : script.split(";\\R", -1)) {
                if (each.lines().anyMatch(line -> !line.isBlank() && !line.startsWith("--"))) {
                    statement.execute(each);
                }
            }
        }
    }

    /**
     * Sees that the tables are those that this library reads and writes.
     *
     * @param source gives connections
     * @throws StoreException if they are missing, older or newer
     */
    public static void verify(DataSource source) {
        int found = version(source)
                .orElseThrow(() -> new StoreException("There are no tables of the store: the schema must have version "
                        + VERSION + ", but ik_schema is missing; install it with Schema.install or Flyway"));
        if (found != VERSION) {
            throw new StoreException("The schema must have version " + VERSION + ", but has " + found + ": "
                    + (found > VERSION
                            ? "this node is older than the schema and refuses to write; upgrade it"
                            : "the scripts after V" + found + " have not run"));
        }
    }

    private static Optional<Integer> version(DataSource source) {
        Dialect dialect = Dialects.of(source);
        try (Connection connection = source.getConnection()) {
            return Sql.first(connection, "select version from ik_schema", row -> row.getInt(1));
        } catch (SQLException e) {
            if (isMissingTable(e)) {
                return Optional.empty();
            }
            throw Db.failure("tell the version of its schema on " + dialect.name(), e);
        }
    }

    private static boolean isMissingTable(SQLException e) {
        return "42P01".equals(e.getSQLState())
                || "42S02".equals(e.getSQLState())
                || "42S03".equals(e.getSQLState())
                || "42S04".equals(e.getSQLState());
    }

    /**
     * To be called once after a dump was restored into another PostgreSQL server, whose transactions are numbered anew,
     * before anybody writes: new events then follow the old ones in the feed. On other databases nothing needs be done.
     *
     * @param source gives connections
     * @throws StoreException if the database failed
     */
    public static void afterRestore(DataSource source) {
        if (!Dialects.of(source).name().equals("postgresql")) {
            return;
        }
        try (Connection connection = source.getConnection()) {
            Sql.update(
                    connection,
                    "update ik_schema set feed_base = greatest(feed_base, (select coalesce(max(feed_mark), 0) from ik_event))"
                            + " + 1");
        } catch (SQLException e) {
            throw Db.failure("go on with the feed after a restore", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Schema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no script '" + name + "'");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The script '" + name + "' cannot be read", e);
        }
    }
}
