package dev.incidentkit.metrics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures incidents by a plan. What was measured and what was left out add up to all that was seen. Not safe for use by
 * several threads: fold apart and merge.
 */
public final class MetricFold implements IncidentFold<MetricFold> {
    private static final String KIND = "metric fold";

    private final MetricPlan plan;
    private final String hash;
    private final Table[] tables;
    private final Measurer measurer;
    private final Outcomes[] outcomes;
    private long seen;

    private MetricFold(MetricPlan plan) {
        this.plan = plan;
        this.hash = plan.hash();
        this.outcomes = plan.metrics().stream().map(Outcomes::new).toArray(Outcomes[]::new);
        this.measurer = new Measurer(plan.metrics());
        this.tables = plan.groupings().stream()
                .map(grouping -> new Table(plan, grouping))
                .toArray(Table[]::new);
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
        for (Table table : tables) {
            table.add(one, outcomes);
        }
    }

    @Override
    public void merge(MetricFold other) {
        if (!other.hash.equals(hash)) {
            throw new IllegalArgumentException("Results of plan " + other.hash + " do not merge with those of " + hash);
        }
        seen += other.seen;
        for (int i = 0; i < tables.length; i++) {
            tables[i].merge(other.tables[i]);
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
        tables[grouping].rows().forEach((key, row) -> {
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
        tables[grouping].rows().forEach((key, row) -> figures.addAll(row[index].figures(key)));
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
        tables[grouping].rows().forEach((key, row) -> summaries.put(key, row[index].summary()));
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
        for (Table table : tables) {
            table.writeTo(out);
        }
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
        for (Table table : fold.tables) {
            table.read(in);
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
