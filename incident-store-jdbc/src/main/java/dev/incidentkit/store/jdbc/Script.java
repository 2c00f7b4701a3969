package dev.incidentkit.store.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements that are carried out together, all or none. */
final class Script {
    private final List<Step> steps = new ArrayList<>();
    private final int mostRows;

    Script(Dialect.Fragments sql) {
        this.mostRows = sql.rows();
    }

    List<Step> steps() {
        return Collections.unmodifiableList(steps);
    }

    Script plain(String sql, @Nullable Object... values) {
        return add(Step.Kind.PLAIN, sql, Arrays.asList(values));
    }

    Script guard(Step guard) {
        steps.add(guard);
        return this;
    }

    Script lock(String sql, @Nullable Object... values) {
        return add(Step.Kind.LOCK, sql, Arrays.asList(values));
    }

    Script add(Step.Kind kind, String sql, List<@Nullable Object> values) {
        steps.add(new Step(kind, sql, values));
        return this;
    }

    /** One insert of several rows: each row is the same piece of SQL with its own values. */
    Script rows(String insert, String row, List<List<@Nullable Object>> rows) {
        for (int from = 0; from < rows.size(); from += mostRows) {
            List<List<@Nullable Object>> part = rows.subList(from, Math.min(rows.size(), from + mostRows));
            List<@Nullable Object> values = new ArrayList<>();
            part.forEach(values::addAll);
            plain(insert + " values " + String.join(", ", Collections.nCopies(part.size(), row)), values.toArray());
        }
        return this;
    }
}
