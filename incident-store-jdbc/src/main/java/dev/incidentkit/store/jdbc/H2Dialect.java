package dev.incidentkit.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** H2, in the process of its host: a round trip is a method call, so that statements go one by one. */
final class H2Dialect implements Dialect {
    /** One statement that is prepared once costs less than long ones, whose texts are read anew. */
    private static final int ROWS = 1;

    private final Fragments sql = new Fragments(
            "cast(extract(epoch from current_timestamp) * 1000 as bigint)",
            "cast(? as varchar)",
            "0",
            Positions.COUNTED,
            "1 = 1",
            "",
            true,
            Fragments.UNCARRIED,
            ROWS,
            false);

    @Override
    public String name() {
        return "h2";
    }

    @Override
    public Fragments sql() {
        return sql;
    }

    @Override
    public void run(Connection connection, Script script, boolean joined) throws SQLException {
        StepwiseRunner.run(connection, script, joined);
    }

    @Override
    public List<Object[]> claim(Connection connection, Claim claim) throws SQLException {
        return StepwiseRunner.claim(connection, claim);
    }
}
