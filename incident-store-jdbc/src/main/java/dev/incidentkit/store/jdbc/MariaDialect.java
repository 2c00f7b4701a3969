package dev.incidentkit.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * MariaDB and MySQL. With {@code allowMultiQueries=true} in its address a script is one string of statements: one round
 * trip. Otherwise statements go one by one. A guard that does not hold overflows a number, which ends all of it.
 *
 * <p>The feed is counted in the row of the tenant as the last step before the commit, so that positions are given in
 * the order of commits.
 */
final class MariaDialect implements Dialect {
    /** A locking read sees what was committed last, also where REPEATABLE READ, the default, shows what was there at first. */
    private static final String LOCKING = " lock in share mode";

    private static final String OVERFLOW = "select 9223372036854775807 + ";

    private final String name;
    private final boolean multi;

    private final Fragments sql = new Fragments(
            "(timestampdiff(microsecond, '1970-01-01', utc_timestamp(3)) div 1000)",
            "?",
            "0",
            Positions.REMEMBERED,
            "1 = 1",
            LOCKING,
            false,
            Fragments.UNCARRIED,
            200,
            false);

    MariaDialect(String name, boolean multi) {
        this.name = name;
        this.multi = multi;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Fragments sql() {
        return sql;
    }

    @Override
    public void run(Connection connection, Script script, boolean joined) throws SQLException {
        if (!multi) {
            StepwiseRunner.run(connection, script, joined);
            return;
        }
        String text = script.steps().stream().map(MariaDialect::render).collect(Collectors.joining(";\n"));
        List<@Nullable Object> values = new ArrayList<>();
        script.steps().forEach(step -> values.addAll(step.values()));
        if (joined) {
            Connections.withinSavepoint(connection, text, values);
            return;
        }
        try {
            execute(
                    connection,
                    "set transaction isolation level read committed;\nstart transaction;\n" + text + ";\ncommit",
                    values);
        } catch (SQLException e) {
            Connections.execute(connection, "rollback", e);
            throw e;
        }
    }

    private static void execute(Connection connection, String text, List<@Nullable Object> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            Sql.bind(statement, values);
            statement.execute();
            Connections.drain(statement);
        }
    }

    private static String render(Step step) {
        return switch (step.kind()) {
            case PLAIN -> step.sql();
            case GUARD -> step.sql() + ";\n" + OVERFLOW + "(row_count() <> 1)";
            case LOCK -> step.sql().replaceFirst("^select 1 from", OVERFLOW + "(count(*) <> 1) from") + LOCKING;
        };
    }

    @Override
    public List<Object[]> claim(Connection connection, Claim claim) throws SQLException {
        return StepwiseRunner.claim(connection, claim);
    }
}
