package dev.incidentkit.metrics;

import java.util.Arrays;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Collects numbers from 0 one by one, or many at once. Numbers are put down one after the other; where they are too many to
 * be kept, they go to their buckets by the batch, which takes a fraction of the time that going there with each would. Not
 * safe for use by several threads.
 */
final class Accumulator {
    private static final int BATCH = 512;

    private final int exactUpTo;

    /** All numbers while they are kept one by one; later those that are not in a bucket yet. */
    private long[] values;

    private int kept;
    private long sum;

    /** The extremes of the numbers that are in buckets. */
    private long min = Long.MAX_VALUE;

    private long max = -1;
    private @Nullable Buckets sketch;

    Accumulator(int exactUpTo) {
        if (exactUpTo < 0) {
            throw new IllegalArgumentException("Numbers are kept one by one up to a size from 0, but not " + exactUpTo);
        }
        this.exactUpTo = exactUpTo;
        this.values = new long[Math.min(8, exactUpTo)];
    }

    void add(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("Numbers are summarised from 0, but one is " + value);
        }
        sum = Math.addExact(sum, value);
        if (kept == values.length) {
            makeRoom();
        }
        values[kept++] = value;
    }

    private void makeRoom() {
        if (sketch == null && kept < exactUpTo) {
            values = Arrays.copyOf(values, (int) Math.min(exactUpTo, kept * 2L));
        } else {
            sketch();
            values = values.length == BATCH ? values : new long[BATCH];
        }
    }

    /** The buckets, with all numbers so far in them. */
    private Buckets sketch() {
        Buckets buckets = sketch == null ? new Buckets() : sketch;
        for (int i = 0; i < kept; i++) {
            min = Math.min(min, values[i]);
            max = Math.max(max, values[i]);
        }
        buckets.addAll(values, kept);
        kept = 0;
        sketch = buckets;
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
        sketch().addAll(theirs);
        min = Math.min(min, other.min());
        max = Math.max(max, other.max());
    }

    Summary summary() {
        if (sketch == null) {
            return Summary.exact(exactUpTo, Distribution.of(Arrays.copyOf(values, kept)));
        }
        Histogram histogram = sketch().histogram();
        return Summary.sketched(exactUpTo, sum, min, max, histogram);
    }
}
