package dev.incidentkit.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Where databases differ. Everything else is one SQL for all. */
interface Dialect {
    /** The name of the folder with the scripts. */
    String name();

    /** Pieces of SQL that differ. */
    Fragments sql();

    /**
     * Carries a script out, all or nothing: in a transaction of its own, or within the open transaction of the host, which
     * then stays usable where the script fails.
     *
     * @throws SQLException with {@link Failures#isRefusal} where a guard does not hold or a row exists already
     */
    void run(Connection connection, Script script, boolean joined) throws SQLException;

    /**
     * Marks free rows as claimed and gives what was read of them; rows that others hold are passed over.
     *
     * @return the columns of each claimed row, in no order
     */
    List<Object[]> claim(Connection connection, Claim claim) throws SQLException;

    /**
     * Pieces of SQL.
     *
     * @param clock the database's clock in epoch milliseconds
     * @param text a parameter in the place of a selected text
     * @param mark where a transaction stands in the feed
     * @param positions how events get their places in the feed
     * @param horizon a condition on what the feed may show already
     * @param current put behind a select, what makes it read the present also in a transaction that has read before
     * @param rowValues whether indexes serve comparisons of row values
     * @param next a next position in the feed where the tenant's row is there for certain, if an update can carry an insert;
     *     else {@link #UNCARRIED}
     * @param rows the most rows of one insert
     * @param arrays whether a column can be compared with the array of what a select gives
     */
    record Fragments(
            String clock,
            String text,
            String mark,
            Positions positions,
            String horizon,
            String current,
            boolean rowValues,
            String next,
            int rows,
            boolean arrays) {
        /** No statement carries another. */
        static final String UNCARRIED = "";

        boolean carries() {
            return !next.equals(UNCARRIED);
        }

        Fragments withClock(String other) {
            return new Fragments(other, text, mark, positions, horizon, current, rowValues, next, rows, arrays);
        }
    }

    /**
     * Rows to claim.
     *
     * @param table the table
     * @param keys the columns of its key, which come first among those that are read
     * @param columns what is read of each row, beginning with the key
     * @param where which rows are free, in which order, and how many at most
     * @param whereValues the values of that
     * @param set what is set
     * @param setValues the values of that
     */
    record Claim(
            String table,
            List<String> keys,
            List<String> columns,
            String where,
            List<Object> whereValues,
            String set,
            List<Object> setValues) {}
}
