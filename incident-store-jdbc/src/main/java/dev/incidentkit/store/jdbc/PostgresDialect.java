package dev.incidentkit.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL. A script is one string of statements, which the driver sends as one pipelined implicit transaction: one
 * round trip. A guard that does not hold divides by zero, which ends all of it.
 *
 * <p>The clock is that of the statement, which indexes can be searched with.
 *
 * <p>The feed is ordered by the transaction's identity, then by a sequence, and shown below the oldest transaction that
 * still runs: what commits late comes late, and is never skipped.
 */
final class PostgresDialect implements Dialect {
    /** The driver asks for an answer after some 250 statements, which would end the implicit transaction there. */
    private static final int MOST_STEPS = 100;

    private static final String BASE = "(select feed_base from ik_schema)";

    private final Fragments sql = new Fragments(
            "cast(extract(epoch from statement_timestamp()) * 1000 as bigint)",
            "?",
            BASE + " + cast(cast(pg_current_xact_id() as text) as bigint)",
            Positions.SEQUENCE,
            "feed_mark < " + BASE + " + cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)",
            "",
            true,
            "nextval('ik_feed')",
            200,
            true);

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public Fragments sql() {
        return sql;
    }

    @Override
    public void run(Connection connection, Script script, boolean joined) throws SQLException {
        String text = script.steps().stream().map(PostgresDialect::render).collect(Collectors.joining(";\n"));
        List<@Nullable Object> values = new ArrayList<>();
        script.steps().forEach(step -> values.addAll(step.values()));
        if (joined) {
            Connections.withinSavepoint(connection, text, values);
        } else if (script.steps().size() <= MOST_STEPS) {
            execute(connection, text, values);
        } else {
            connection.setAutoCommit(false);
            try {
                execute(connection, text, values);
                connection.commit();
            } catch (SQLException e) {
                Connections.rollback(connection, e);
                throw e;
            } finally {
                Connections.autoCommit(connection);
            }
        }
    }

    private static void execute(Connection connection, String text, List<@Nullable Object> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            Sql.bind(statement, values);
            statement.execute();
        }
    }

    private static String render(Step step) {
        return switch (step.kind()) {
            case PLAIN -> step.sql();
            case GUARD -> guard(step);
            case LOCK -> "with guarded as materialized (" + step.sql() + " for share) select 1 / count(*) from guarded";
        };
    }

    private static String guard(Step step) {
        return step.carried().isEmpty()
                ? "with guarded as (" + step.sql() + " returning 1) select 1 / count(*) from guarded"
                : "with guarded as (" + step.sql() + " returning tenant, incident, feed_mark), carried as ("
                        + step.carried() + ") select 1 / count(*) from guarded";
    }

    @Override
    public List<Object[]> claim(Connection connection, Claim claim) throws SQLException {
        String key = String.join(", ", claim.keys());
        String own = claim.keys().stream()
                .map(column -> "t." + column + " = free." + column)
                .collect(Collectors.joining(" and "));
        String read = claim.columns().stream().map(column -> "t." + column).collect(Collectors.joining(", "));
        List<Object> values = new ArrayList<>(claim.whereValues());
        values.addAll(claim.setValues());
        return Sql.list(
                connection,
                "with free as materialized (select " + key + " from " + claim.table() + " where " + claim.where()
                        + " for update skip locked) update " + claim.table() + " t set " + claim.set()
                        + " from free where " + own + " returning " + read,
                row -> StepwiseRunner.columns(row, claim.columns().size()),
                values.toArray());
    }
}
