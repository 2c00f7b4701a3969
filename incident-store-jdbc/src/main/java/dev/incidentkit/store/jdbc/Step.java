package dev.incidentkit.store.jdbc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement of a script. */
record Step(Kind kind, String sql, List<@Nullable Object> values) {
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
