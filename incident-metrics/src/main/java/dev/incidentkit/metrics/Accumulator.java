package dev.incidentkit.metrics;

import java.util.Arrays;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Collects numbers from 0 one by one, or many at once. Not safe for use by several threads. */
final class Accumulator {
    private final int exactUpTo;
    private long[] values = new long[8];
    private int kept;
    private long sum;
    private long min = Long.MAX_VALUE;
    private long max = -1;
    private @Nullable Buckets sketch;

    Accumulator(int exactUpTo) {
        if (exactUpTo < 0) {
            throw new IllegalArgumentException("Numbers are kept one by one up to a size from 0, but not " + exactUpTo);
        }
        this.exactUpTo = exactUpTo;
    }

    void add(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("Numbers are summarised from 0, but one is " + value);
        }
        sum = Math.addExact(sum, value);
        min = Math.min(min, value);
        max = Math.max(max, value);
        if (sketch != null) {
            sketch.add(value, 1);
        } else {
            keep(value);
        }
    }

    private void keep(long value) {
        if (kept == exactUpTo) {
            sketch().add(value, 1);
            return;
        }
        if (kept == values.length) {
            values = Arrays.copyOf(values, (int) Math.min(exactUpTo, kept * 2L));
        }
        values[kept++] = value;
    }

    /** The buckets, into which what was kept so far is put when it is made. */
    private Buckets sketch() {
        Buckets buckets = sketch;
        if (buckets == null) {
            buckets = new Buckets();
            for (int i = 0; i < kept; i++) {
                buckets.add(values[i], 1);
            }
            values = new long[0];
            kept = 0;
            sketch = buckets;
        }
        return buckets;
    }

    void addAll(Summary other) {
        if (other.exactUpTo() != exactUpTo) {
            throw new IllegalArgumentException("Numbers kept one by one up to " + exactUpTo
                    + " are not merged with some kept up to " + other.exactUpTo());
        }
        Histogram theirs = other.sketch();
        if (theirs == null) {
            other.values().ifPresent(all -> all.forEach(this::add));
            return;
        }
        sum = Math.addExact(sum, other.sum());
        min = Math.min(min, other.min());
        max = Math.max(max, other.max());
        sketch().addAll(theirs);
    }

    long count() {
        return sketch == null ? kept : sketch.total();
    }

    Summary summary() {
        return sketch == null
                ? Summary.exact(exactUpTo, Distribution.of(Arrays.copyOf(values, kept)))
                : Summary.sketched(exactUpTo, sum, min, max, sketch.histogram());
    }
}
