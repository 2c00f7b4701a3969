package dev.incidentkit.metrics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Numbers from 0, summarised. Count, sum, mean, smallest and largest are always exact. Percentiles are exact up to a stated
 * size; past it they come from a histogram of three significant digits (HdrHistogram), and are then at most 0.1 % above
 * the number at the nearest rank, and never below it. Which of both holds depends on nothing but the numbers and the
 * size, so merging is associative and commutative and keeps the error. Immutable.
 */
public final class Summary {
    /** Up to so many numbers are kept one by one where nothing else is said: beyond, a histogram takes no more memory. */
    public static final int EXACT_UP_TO = 32_768;

    static final int DIGITS = 3;
    private static final BigDecimal ERROR = BigDecimal.ONE.movePointLeft(DIGITS);
    private static final int EXACT = 0;
    private static final int SKETCH = 1;

    private final int exactUpTo;
    private final long count;
    private final long sum;
    private final long min;
    private final long max;
    private final @Nullable Distribution values;
    private final @Nullable Histogram sketch;

    private Summary(int exactUpTo, Distribution values) {
        this.exactUpTo = exactUpTo;
        this.count = values.count();
        this.sum = values.sum();
        this.min = values.count() == 0 ? 0 : values.min();
        this.max = values.count() == 0 ? 0 : values.max();
        this.values = values;
        this.sketch = null;
    }

    private Summary(int exactUpTo, long sum, long min, long max, Histogram sketch) {
        this.exactUpTo = exactUpTo;
        this.count = sketch.getTotalCount();
        this.sum = sum;
        this.min = min;
        this.max = max;
        this.values = null;
        this.sketch = sketch;
    }

    static Summary exact(int exactUpTo, Distribution values) {
        return new Summary(exactUpTo, values);
    }

    /** The histogram is not copied. */
    static Summary sketched(int exactUpTo, long sum, long min, long max, Histogram sketch) {
        return new Summary(exactUpTo, sum, min, max, sketch);
    }

    /**
     * Summarises numbers.
     *
     * @param exactUpTo up to how many are kept one by one
     * @param values the numbers, each 0 or more
     * @return the summary
     */
    public static Summary of(int exactUpTo, long... values) {
        Accumulator all = new Accumulator(exactUpTo);
        for (long value : values) {
            all.add(value);
        }
        return all.summary();
    }

    /**
     * These numbers and others.
     *
     * @param other the others
     * @return the summary of all of them
     * @throws IllegalArgumentException if the others are kept one by one up to another size
     */
    public Summary merge(Summary other) {
        Accumulator all = new Accumulator(exactUpTo);
        all.addAll(this);
        all.addAll(other);
        return all.summary();
    }

    /** {@return up to how many numbers are kept one by one} */
    public int exactUpTo() {
        return exactUpTo;
    }

    /** {@return how many numbers there are} */
    public long count() {
        return count;
    }

    /** {@return their sum, 0 where there are none} */
    public long sum() {
        return sum;
    }

    /**
     * The smallest number.
     *
     * @return the smallest
     * @throws IllegalStateException if there are no numbers
     */
    public long min() {
        requireSome("minimum");
        return min;
    }

    /**
     * The largest number.
     *
     * @return the largest
     * @throws IllegalStateException if there are no numbers
     */
    public long max() {
        requireSome("maximum");
        return max;
    }

    /**
     * The mean.
     *
     * @param decimals to how many decimals it is rounded, half up
     * @return the mean
     * @throws IllegalStateException if there are no numbers
     */
    public BigDecimal mean(int decimals) {
        requireSome("mean");
        return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(count), decimals, RoundingMode.HALF_UP);
    }

    /**
     * The median: while exact, the mean of both middle numbers where the count is even; else the number at the nearest
     * rank of 50 %.
     *
     * @return the median
     * @throws IllegalStateException if there are no numbers
     */
    public BigDecimal median() {
        requireSome("median");
        return values == null ? BigDecimal.valueOf(percentile(50)) : values.median();
    }

    /**
     * A percentile by nearest rank.
     *
     * @param percent 1 to 100
     * @return the percentile, within {@link #relativeError()}
     * @throws IllegalStateException if there are no numbers
     * @throws IllegalArgumentException if the percentage is out of bounds
     */
    public long percentile(int percent) {
        requireSome("percentile");
        if (values != null) {
            return values.percentile(percent);
        }
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("A percentage is 1 to 100, but is " + percent);
        }
        return Math.min(max, Objects.requireNonNull(sketch).getValueAtPercentile(percent));
    }

    /** {@return by which part of its value a percentile may be too high: 0 while exact, else 0.001} */
    public BigDecimal relativeError() {
        return values == null ? ERROR : BigDecimal.ZERO;
    }

    /** {@return the numbers one by one, while they are kept} */
    public Optional<Distribution> values() {
        return Optional.ofNullable(values);
    }

    @Nullable
    Histogram sketch() {
        return sketch;
    }

    private void requireSome(String figure) {
        if (count == 0) {
            throw new IllegalStateException("Of no numbers there is no " + figure + ": the count is " + count);
        }
    }

    /**
     * Writes the summary.
     *
     * @param out where to
     * @throws IOException if that fails
     */
    public void writeTo(DataOutput out) throws IOException {
        out.writeInt(exactUpTo);
        if (values != null) {
            out.writeByte(EXACT);
            values.writeTo(out);
            return;
        }
        out.writeByte(SKETCH);
        out.writeLong(sum);
        out.writeLong(min);
        out.writeLong(max);
        Histogram histogram = Objects.requireNonNull(sketch);
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoByteBuffer(buffer);
        out.writeInt(length);
        out.write(buffer.array(), 0, length);
    }

    /**
     * Reads a summary.
     *
     * @param in where it was written to
     * @return the summary
     * @throws IOException if that fails, or it is none
     */
    public static Summary read(DataInput in) throws IOException {
        int exactUpTo = in.readInt();
        int form = in.readByte();
        if (form == EXACT) {
            return new Summary(exactUpTo, Distribution.read(in));
        }
        if (form != SKETCH) {
            throw new IOException("A summary has form " + EXACT + " or " + SKETCH + ", but this has " + form);
        }
        long sum = in.readLong();
        long min = in.readLong();
        long max = in.readLong();
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new Summary(exactUpTo, sum, min, max, Histogram.decodeFromByteBuffer(ByteBuffer.wrap(bytes), 0));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Summary that
                && that.exactUpTo == exactUpTo
                && that.count == count
                && that.sum == sum
                && that.min == min
                && that.max == max
                && Objects.equals(that.values, values)
                && Objects.equals(that.sketch, sketch);
    }

    @Override
    public int hashCode() {
        return Objects.hash(exactUpTo, count, sum, min, max);
    }

    @Override
    public String toString() {
        return count == 0
                ? "Summary[n=0]"
                : "Summary[n=" + count + ", median=" + median() + ", max=" + max + ", error=" + relativeError() + "]";
    }
}
