package dev.incidentkit.metrics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The cells of one grouping of a plan: a row for each group, a cell for each metric. Not safe for use by several threads. */
final class Table {
    private final MetricPlan plan;
    private final Grouping grouping;
    private final boolean isWhole;
    private final @Nullable Dimension single;
    private final Map<GroupKey, Cell[]> rows = new HashMap<>();

    /** The rows of groups that one value names: their keys are made once and not for each incident. */
    private final Map<String, Cell[]> byValue = new HashMap<>();

    /** The row of all incidents, once there are any. */
    private Cell[] whole = {};

    Table(MetricPlan plan, Grouping grouping) {
        this.plan = plan;
        this.grouping = grouping;
        this.isWhole = grouping.isWhole();
        this.single = grouping.single();
    }

    /** Adds what was measured of one incident to the rows of its groups. */
    void add(Case one, Outcomes[] outcomes) {
        if (isWhole) {
            add(whole(), outcomes);
        } else if (single == null) {
            grouping.keys(one).forEach(key -> add(row(key), outcomes));
        } else {
            String only = single.only(one);
            if (only == null) {
                single.of(one).forEach(value -> add(byValue(value), outcomes));
            } else {
                add(byValue(only), outcomes);
            }
        }
    }

    private static void add(Cell[] row, Outcomes[] outcomes) {
        for (int i = 0; i < row.length; i++) {
            row[i].add(outcomes[i]);
        }
    }

    private Cell[] whole() {
        if (whole.length == 0) {
            whole = row(GroupKey.ALL);
        }
        return whole;
    }

    private Cell[] byValue(String value) {
        Cell[] row = byValue.get(value);
        if (row == null) {
            row = row(new GroupKey("", List.of(value)));
            byValue.put(value, row);
        }
        return row;
    }

    private Cell[] row(GroupKey key) {
        return rows.computeIfAbsent(
                key,
                added -> plan.metrics().stream()
                        .map(metric -> new Cell(metric, plan.exactUpTo()))
                        .toArray(Cell[]::new));
    }

    void merge(Table other) {
        other.rows.forEach((key, theirs) -> {
            Cell[] row = row(key);
            for (int i = 0; i < row.length; i++) {
                row[i].merge(theirs[i]);
            }
        });
    }

    /** The rows by group, the whole before its parts. */
    SortedMap<GroupKey, Cell[]> rows() {
        return new TreeMap<>(rows);
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(rows.size());
        for (Map.Entry<GroupKey, Cell[]> row : rows().entrySet()) {
            write(row.getKey(), out);
            for (Cell cell : row.getValue()) {
                cell.writeTo(out);
            }
        }
    }

    void read(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            GroupKey key = key(in);
            Cell[] row = new Cell[plan.metrics().size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = Cell.read(plan.metrics().get(i), plan.exactUpTo(), in);
            }
            rows.put(key, row);
        }
    }

    private static void write(GroupKey key, DataOutput out) throws IOException {
        out.writeUTF(key.period());
        out.writeInt(key.values().size());
        for (String value : key.values()) {
            out.writeUTF(value);
        }
    }

    private static GroupKey key(DataInput in) throws IOException {
        String period = in.readUTF();
        List<String> values = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            values.add(in.readUTF());
        }
        return new GroupKey(period, values);
    }
}
