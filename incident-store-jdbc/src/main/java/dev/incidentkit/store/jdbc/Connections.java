package dev.incidentkit.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done with connections beside statements. */
final class Connections {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcIncidentStore.class);

    private Connections() {}

    static void rollback(Connection connection, SQLException reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    /** Gives a connection back as it came; a broken one is the pool's to throw away. */
    static void autoCommit(Connection connection) {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            LOG.debug("A connection did not return to autocommit", e);
        }
    }

    static void execute(Connection connection, String sql, SQLException reason) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    /** One string of statements within the open transaction of a host: where it fails, only it is undone. */
    static void withinSavepoint(Connection connection, String text, List<@Nullable Object> values) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("savepoint ik_append;\n" + text + ";\nrelease savepoint ik_append")) {
            Sql.bind(statement, values);
            statement.execute();
            drain(statement);
        } catch (SQLException e) {
            execute(connection, "rollback to savepoint ik_append", e);
            throw e;
        }
    }

    /** Looks at every result, so that the error of a late statement is met. */
    static void drain(PreparedStatement statement) throws SQLException {
        boolean more;
        do {
            more = statement.getMoreResults() || statement.getUpdateCount() != -1;
        } while (more);
    }
}
