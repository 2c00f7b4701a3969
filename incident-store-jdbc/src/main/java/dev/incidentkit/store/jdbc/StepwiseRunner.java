package dev.incidentkit.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Carries scripts out statement by statement, on any database. */
final class StepwiseRunner {
    private StepwiseRunner() {}

    static void run(Connection connection, Script script, boolean joined) throws SQLException {
        if (joined) {
            within(connection, script);
            return;
        }
        connection.setAutoCommit(false);
        try {
            steps(connection, script);
            connection.commit();
        } catch (SQLException e) {
            Connections.rollback(connection, e);
            throw e;
        } finally {
            Connections.autoCommit(connection);
        }
    }

    private static void within(Connection connection, Script script) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            steps(connection, script);
        } catch (SQLException e) {
            try {
                connection.rollback(before);
            } catch (SQLException lost) {
                e.addSuppressed(lost);
            }
            throw e;
        }
        connection.releaseSavepoint(before);
    }

    /** Within the open transaction. Rows that follow one another with the same text are given to one statement. */
    static void steps(Connection connection, Script script) throws SQLException {
        List<Step> steps = script.steps();
        for (int next = 0; next < steps.size(); ) {
            String sql = text(steps.get(next));
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (; next < steps.size() && text(steps.get(next)).equals(sql); next++) {
                    Sql.bind(statement, steps.get(next).values());
                    if (!holds(statement, steps.get(next).kind())) {
                        throw Failures.guard(sql, null);
                    }
                }
            }
        }
    }

    private static String text(Step step) {
        return step.kind() == Step.Kind.LOCK ? step.sql() + " for update" : step.sql();
    }

    private static boolean holds(PreparedStatement statement, Step.Kind kind) throws SQLException {
        return switch (kind) {
            case PLAIN -> {
                statement.executeUpdate();
                yield true;
            }
            case GUARD -> statement.executeUpdate() == 1;
            case LOCK -> {
                try (ResultSet found = statement.executeQuery()) {
                    yield found.next();
                }
            }
        };
    }

    /** Claims by reading with a lock, then marking: two statements in one transaction. */
    static List<Object[]> claim(Connection connection, Dialect.Claim claim) throws SQLException {
        boolean own = connection.getAutoCommit();
        if (own) {
            connection.setAutoCommit(false);
        }
        try {
            List<Object[]> rows = locked(connection, claim);
            mark(connection, claim, rows);
            if (own) {
                connection.commit();
            }
            return rows;
        } catch (SQLException e) {
            if (own) {
                Connections.rollback(connection, e);
            }
            throw e;
        } finally {
            if (own) {
                Connections.autoCommit(connection);
            }
        }
    }

    private static List<Object[]> locked(Connection connection, Dialect.Claim claim) throws SQLException {
        return Sql.list(
                connection,
                "select " + String.join(", ", claim.columns()) + " from " + claim.table() + " where " + claim.where()
                        + " for update skip locked",
                row -> columns(row, claim.columns().size()),
                claim.whereValues().toArray());
    }

    private static void mark(Connection connection, Dialect.Claim claim, List<Object[]> rows) throws SQLException {
        String key = claim.keys().stream().map(column -> column + " = ?").collect(Collectors.joining(" and "));
        String sql = "update " + claim.table() + " set " + claim.set() + " where " + key;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                List<Object> values = new ArrayList<>(claim.setValues());
                for (int i = 0; i < claim.keys().size(); i++) {
                    values.add(row[i]);
                }
                Sql.bind(statement, values);
                statement.addBatch();
            }
            if (!rows.isEmpty()) {
                statement.executeBatch();
            }
        }
    }

    static Object[] columns(ResultSet row, int count) throws SQLException {
        Object[] columns = new Object[count];
        for (int i = 0; i < count; i++) {
            columns[i] = row.getObject(i + 1);
        }
        return columns;
    }
}
