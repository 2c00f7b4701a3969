package dev.incidentkit.metrics;

import java.util.Arrays;

/** Collects numbers one by one. Not safe for use by several threads: collect apart and merge. */
public final class DistributionBuilder {
    private long[] values = new long[16];
    private int count;

    /** Creates a builder without numbers. */
    public DistributionBuilder() {}

    /**
     * Adds a number.
     *
     * @param value the number
     */
    public void add(long value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = value;
    }

    /** {@return the distribution of the numbers so far} */
    public Distribution build() {
        return count == 0 ? Distribution.EMPTY : Distribution.of(Arrays.copyOf(values, count));
    }
}
