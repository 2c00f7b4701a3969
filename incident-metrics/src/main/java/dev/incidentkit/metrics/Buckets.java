package dev.incidentkit.metrics;

import java.util.Arrays;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * Counts of numbers from 0 while they are collected, in the buckets of a histogram of three significant digits. The bucket
 * of a number is that of HdrHistogram, and a histogram of that library is what it becomes; but a number is counted by two
 * shifts and an addition, without the library's own count, extremes and offset, which are kept beside already. Not safe for
 * use by several threads.
 */
final class Buckets {
    /** The least power of two of at least twice as many buckets as three digits tell apart. */
    private static final int HALF_BITS = 10;

    private static final int HALF = 1 << HALF_BITS;
    private static final long FINE = 2L * HALF - 1;
    private static final int FINE_ZEROS = Long.numberOfLeadingZeros(FINE);

    private long[] counts = new long[2 * HALF];

    /** Each doubling of the numbers, past the finest, has one half of buckets more, each twice as wide. */
    private static int index(long value) {
        int doublings = FINE_ZEROS - Long.numberOfLeadingZeros(value | FINE);
        return (doublings << HALF_BITS) + (int) (value >>> doublings);
    }

    private static long least(int index) {
        int doublings = Math.max(0, (index >> HALF_BITS) - 1);
        return (long) (index - (doublings << HALF_BITS)) << doublings;
    }

    /** Counts the first of some numbers. */
    void addAll(long[] values, int count) {
        long largest = 0;
        for (int i = 0; i < count; i++) {
            largest |= values[i];
        }
        makeRoom(index(largest));
        long[] of = counts;
        for (int i = 0; i < count; i++) {
            of[index(values[i])]++;
        }
    }

    void addAll(Histogram histogram) {
        makeRoom(index(histogram.getMaxValue()));
        for (HistogramIterationValue bucket : histogram.recordedValues()) {
            counts[index(bucket.getValueIteratedTo())] += bucket.getCountAtValueIteratedTo();
        }
    }

    private void makeRoom(int index) {
        if (index >= counts.length) {
            counts = Arrays.copyOf(counts, (index / HALF + 1) * HALF);
        }
    }

    Histogram histogram() {
        Histogram histogram = new Histogram(Summary.DIGITS);
        histogram.setAutoResize(true);
        for (int i = counts.length - 1; i >= 0; i--) {
            if (counts[i] > 0) {
                histogram.recordValueWithCount(least(i), counts[i]);
            }
        }
        return histogram;
    }
}
