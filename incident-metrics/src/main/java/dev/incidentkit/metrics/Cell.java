package dev.incidentkit.metrics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one metric measured of one group of incidents, while it is measured. */
final class Cell {
    private static final int DECIMALS = 6;

    private final Metric metric;
    private final int exactUpTo;
    private final Counts<String> excluded = new Counts<>();
    private final Counts<String> notes = new Counts<>();
    private final long[] tallies;
    private final boolean hasParts;
    private final Accumulator whole;
    private final TreeMap<String, Accumulator> parts = new TreeMap<>();
    private long n;

    Cell(Metric metric, int exactUpTo) {
        this.metric = metric;
        this.exactUpTo = exactUpTo;
        this.hasParts = metric.parts() != null;
        this.whole = new Accumulator(exactUpTo);
        this.tallies = new long
                [metric.tallies() == null ? 0 : metric.tallies().labels().size()];
    }

    void add(Outcomes outcomes) {
        if (outcomes.hasRemarks()) {
            outcomes.excluded.countInto(excluded);
            outcomes.notes.countInto(notes);
        }
        if (outcomes.size == 1 && !hasParts) {
            addOne(outcomes.values[0]);
        } else {
            addAny(outcomes);
        }
    }

    private void addOne(long value) {
        n++;
        if (tallies.length > 0) {
            tallies[(int) value]++;
        } else {
            whole.add(value);
        }
    }

    private void addAny(Outcomes outcomes) {
        if (tallies.length > 0) {
            for (int i = 0; i < outcomes.size; i++) {
                tallies[(int) outcomes.values[i]]++;
            }
            n += outcomes.size;
        } else if (!hasParts) {
            for (int i = 0; i < outcomes.size; i++) {
                whole.add(outcomes.values[i]);
            }
            n += outcomes.size;
        } else if (outcomes.excluded.isEmpty()) {
            addParts(outcomes);
        }
    }

    private void addParts(Outcomes outcomes) {
        long sum = 0;
        for (int i = 0; i < outcomes.size; i++) {
            part(outcomes.parts[i]).add(outcomes.values[i]);
            sum += outcomes.values[i];
        }
        whole.add(sum);
        n++;
    }

    private Accumulator part(String name) {
        return parts.computeIfAbsent(name, key -> new Accumulator(exactUpTo));
    }

    void merge(Cell other) {
        excluded.merge(other.excluded);
        notes.merge(other.notes);
        for (int i = 0; i < tallies.length; i++) {
            tallies[i] += other.tallies[i];
        }
        whole.addAll(other.whole.summary());
        other.parts.forEach((name, theirs) -> part(name).addAll(theirs.summary()));
        n += other.n;
    }

    Summary summary() {
        return whole.summary();
    }

    List<Figure> figures(GroupKey group) {
        List<Figure> figures = new ArrayList<>();
        Tallies kinds = metric.tallies();
        figures.add(
                kinds == null
                        ? numbers(group, "", whole.summary(), excluded.asMap())
                        : figure(new Place(group, ""), n, excluded.asMap(), counted(kinds), BigDecimal.ZERO));
        parts.forEach((part, numbers) -> figures.add(part(group, part, numbers.summary())));
        return figures;
    }

    /** Which figure it is. */
    private record Place(GroupKey group, String part) {}

    private Figure part(GroupKey group, String part, Summary numbers) {
        TreeMap<String, Long> left = new TreeMap<>(excluded.asMap());
        if (n > numbers.count()) {
            left.merge("no " + part, n - numbers.count(), Long::sum);
        }
        return numbers(group, part, numbers, left);
    }

    private Figure numbers(GroupKey group, String part, Summary numbers, SortedMap<String, Long> left) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        if (numbers.count() > 0) {
            values.put("sum", BigDecimal.valueOf(numbers.sum()));
            values.put("mean", numbers.mean(DECIMALS));
            values.put("median", numbers.median());
            values.put("p90", BigDecimal.valueOf(numbers.percentile(90)));
            values.put("p95", BigDecimal.valueOf(numbers.percentile(95)));
            values.put("min", BigDecimal.valueOf(numbers.min()));
            values.put("max", BigDecimal.valueOf(numbers.max()));
        }
        return figure(new Place(group, part), numbers.count(), left, values, numbers.relativeError());
    }

    private Map<String, BigDecimal> counted(Tallies kinds) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        long hits = 0;
        long base = 0;
        for (int i = 0; i < tallies.length; i++) {
            String label = kinds.labels().get(i);
            values.put(label, BigDecimal.valueOf(tallies[i]));
            hits += kinds.hits().contains(label) ? tallies[i] : 0;
            base += kinds.base().contains(label) ? tallies[i] : 0;
        }
        if (kinds.hasShare() && base > 0) {
            values.put(
                    "share", BigDecimal.valueOf(hits).divide(BigDecimal.valueOf(base), DECIMALS, RoundingMode.HALF_UP));
        }
        return values;
    }

    private Figure figure(
            Place place,
            long measured,
            SortedMap<String, Long> left,
            Map<String, BigDecimal> values,
            BigDecimal error) {
        long out = left.values().stream().mapToLong(Long::longValue).sum();
        return new Figure(
                metric.name(),
                metric.formula(),
                place.group(),
                place.part(),
                metric.unit(),
                measured + out,
                measured,
                left,
                notes.asMap(),
                values,
                error);
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeLong(n);
        write(excluded, out);
        write(notes, out);
        for (long tally : tallies) {
            out.writeLong(tally);
        }
        whole.summary().writeTo(out);
        out.writeInt(parts.size());
        for (Map.Entry<String, Accumulator> part : parts.entrySet()) {
            out.writeUTF(part.getKey());
            part.getValue().summary().writeTo(out);
        }
    }

    static void write(Counts<String> counts, DataOutput out) throws IOException {
        out.writeInt(counts.asMap().size());
        for (Map.Entry<String, Long> count : counts.asMap().entrySet()) {
            out.writeUTF(count.getKey());
            out.writeLong(count.getValue());
        }
    }

    static void read(Counts<String> counts, DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            counts.add(in.readUTF(), in.readLong());
        }
    }

    static Cell read(Metric metric, int exactUpTo, DataInput in) throws IOException {
        Cell cell = new Cell(metric, exactUpTo);
        cell.n = in.readLong();
        read(cell.excluded, in);
        read(cell.notes, in);
        for (int i = 0; i < cell.tallies.length; i++) {
            cell.tallies[i] = in.readLong();
        }
        cell.whole.addAll(Summary.read(in));
        for (int left = in.readInt(); left > 0; left--) {
            cell.part(in.readUTF()).addAll(Summary.read(in));
        }
        return cell;
    }
}
