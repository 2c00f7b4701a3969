package dev.incidentkit.metrics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Measures incidents by a plan. What was measured and what was left out add up to all that was seen. Not safe for use by
 * several threads: fold apart and merge.
 */
public final class MetricFold implements IncidentFold<MetricFold> {
    private static final String KIND = "metric fold";

    private final MetricPlan plan;
    private final String hash;
    private final List<Map<GroupKey, Cell[]>> tables = new ArrayList<>();
    private final List<Map<String, Cell[]>> singles = new ArrayList<>();
    private final Cell[][] wholes;
    private final Measurer measurer;
    private final Outcomes[] outcomes;
    private long seen;

    private MetricFold(MetricPlan plan) {
        this.plan = plan;
        this.hash = plan.hash();
        this.outcomes = plan.metrics().stream().map(Outcomes::new).toArray(Outcomes[]::new);
        this.measurer = new Measurer(plan.metrics());
        this.wholes = new Cell[plan.groupings().size()][0];
        for (int i = 0; i < plan.groupings().size(); i++) {
            tables.add(new HashMap<>());
            singles.add(new HashMap<>());
        }
    }

    /**
     * A fold over no incidents.
     *
     * @param plan what to measure
     * @return the fold
     */
    public static MetricFold of(MetricPlan plan) {
        return new MetricFold(plan);
    }

    /** {@return what it measures} */
    public MetricPlan plan() {
        return plan;
    }

    /**
     * Measures one more incident.
     *
     * @param one the incident as the plan sees it
     * @throws IllegalStateException if a metric asks for clocks and the plan names none
     */
    @Override
    public void add(Case one) {
        measurer.measure(one, outcomes);
        seen++;
        for (int i = 0; i < tables.size(); i++) {
            Grouping grouping = plan.groupings().get(i);
            Dimension single = grouping.single();
            if (grouping.isWhole()) {
                add(whole(i));
            } else if (single == null) {
                grouping.keys(one).forEach(row(i));
            } else {
                for (String value : single.of(one.incident())) {
                    add(byValue(i, value));
                }
            }
        }
    }

    /** The row of all incidents, which is looked up once and not for each incident. */
    private Cell[] whole(int grouping) {
        Cell[] row = wholes[grouping];
        if (row.length == 0) {
            row = row(tables.get(grouping), GroupKey.ALL);
            wholes[grouping] = row;
        }
        return row;
    }

    private Consumer<GroupKey> row(int grouping) {
        return key -> add(row(tables.get(grouping), key));
    }

    /** The row of a group that one value names: the key is made once and not for each incident. */
    private Cell[] byValue(int grouping, String value) {
        Map<String, Cell[]> rows = singles.get(grouping);
        Cell[] row = rows.get(value);
        if (row == null) {
            row = row(tables.get(grouping), new GroupKey("", List.of(value)));
            rows.put(value, row);
        }
        return row;
    }

    private void add(Cell[] row) {
        for (int i = 0; i < row.length; i++) {
            row[i].add(outcomes[i]);
        }
    }

    private Cell[] row(Map<GroupKey, Cell[]> table, GroupKey key) {
        Cell[] row = table.get(key);
        if (row == null) {
            row = new Cell[outcomes.length];
            for (int i = 0; i < row.length; i++) {
                row[i] = new Cell(plan.metrics().get(i), plan.exactUpTo());
            }
            table.put(key, row);
        }
        return row;
    }

    @Override
    public void merge(MetricFold other) {
        if (!other.hash.equals(hash)) {
            throw new IllegalArgumentException("Results of plan " + other.hash + " do not merge with those of " + hash);
        }
        seen += other.seen;
        for (int i = 0; i < tables.size(); i++) {
            Map<GroupKey, Cell[]> mine = tables.get(i);
            other.tables.get(i).forEach((key, theirs) -> {
                Cell[] row = row(mine, key);
                for (int j = 0; j < row.length; j++) {
                    row[j].merge(theirs[j]);
                }
            });
        }
    }

    /** {@return how many incidents were seen} */
    public long seen() {
        return seen;
    }

    /**
     * The figures of one grouping.
     *
     * @param grouping which of the plan's groupings, from 0
     * @return the figures, by group, then in the order of the plan's metrics, the whole before its parts
     * @throws IndexOutOfBoundsException if the plan does not have so many
     */
    public List<Figure> figures(int grouping) {
        List<Figure> figures = new ArrayList<>();
        new TreeMap<>(tables.get(grouping)).forEach((key, row) -> {
            for (Cell cell : row) {
                figures.addAll(cell.figures(key));
            }
        });
        return figures;
    }

    /**
     * The figures of one metric.
     *
     * @param grouping which of the plan's groupings, from 0
     * @param metric one of its metrics
     * @return the figures by group, the whole before its parts
     */
    public List<Figure> figures(int grouping, Metric metric) {
        int index = index(metric);
        List<Figure> figures = new ArrayList<>();
        new TreeMap<>(tables.get(grouping)).forEach((key, row) -> figures.addAll(row[index].figures(key)));
        return figures;
    }

    /**
     * The numbers that a metric measured, summarised, for figures beside those that are always given.
     *
     * @param grouping which of the plan's groupings, from 0
     * @param metric one of its metrics, which measures numbers
     * @return the summary of each group
     */
    public Map<GroupKey, Summary> summaries(int grouping, Metric metric) {
        int index = index(metric);
        Map<GroupKey, Summary> summaries = new TreeMap<>();
        tables.get(grouping).forEach((key, row) -> summaries.put(key, row[index].summary()));
        return summaries;
    }

    private int index(Metric metric) {
        int index = plan.metrics().indexOf(metric);
        if (index < 0) {
            throw new IllegalArgumentException("The plan has no metric " + metric);
        }
        return index;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        Heads.write(KIND, hash, out);
        out.writeLong(seen);
        for (Map<GroupKey, Cell[]> table : tables) {
            out.writeInt(table.size());
            for (Map.Entry<GroupKey, Cell[]> row : new TreeMap<>(table).entrySet()) {
                write(row.getKey(), out);
                for (Cell cell : row.getValue()) {
                    cell.writeTo(out);
                }
            }
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

    /**
     * Reads a partial result.
     *
     * @param plan the plan that it was measured by
     * @param in where it was written to
     * @return the fold
     * @throws IOException if that fails, or it is a result of another plan
     */
    public static MetricFold read(MetricPlan plan, DataInput in) throws IOException {
        MetricFold fold = new MetricFold(plan);
        Heads.read(KIND, fold.hash, in);
        fold.seen = in.readLong();
        for (Map<GroupKey, Cell[]> table : fold.tables) {
            for (int left = in.readInt(); left > 0; left--) {
                GroupKey key = key(in);
                Cell[] row = new Cell[plan.metrics().size()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = Cell.read(plan.metrics().get(i), plan.exactUpTo(), in);
                }
                table.put(key, row);
            }
        }
        return fold;
    }

    /**
     * Reads a partial result.
     *
     * @param plan the plan that it was measured by
     * @param bytes what {@link #toBytes()} gave
     * @return the fold
     * @throws IOException if it is a result of another plan, or none
     */
    public static MetricFold of(MetricPlan plan, byte[] bytes) throws IOException {
        return read(plan, Heads.of(bytes));
    }
}
