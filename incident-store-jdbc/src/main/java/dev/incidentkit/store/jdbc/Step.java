package dev.incidentkit.store.jdbc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a script.
 *
 * @param kind what is expected of it
 * @param sql its text
 * @param values its values, and behind them those of what it carries
 * @param carried an insert that reads the updated row as {@code guarded} and goes with the update as one statement, which
 *     saves a database that can do so an insert and a read of that row; empty where there is none
 */
record Step(Kind kind, String sql, List<@Nullable Object> values, String carried) {
    Step(Kind kind, String sql, List<@Nullable Object> values) {
        this(kind, sql, values, "");
    }

    /** What is expected of a statement. */
    enum Kind {
        /** Nothing: it may touch any number of rows. */
        PLAIN,
        /** An update that must touch exactly one row, or nothing of the script is done. */
        GUARD,
        /** A {@code select 1 from} that must find exactly one row and locks it, or nothing of the script is done. */
        LOCK
    }
}
