package dev.incidentkit.metrics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Whole numbers, kept one by one, with their exact figures. Merging is associative and commutative, and
 * {@link #EMPTY} changes nothing. Immutable. It takes 8 bytes for each number.
 */
public final class Distribution {
    /** No numbers. */
    public static final Distribution EMPTY = new Distribution(new long[0]);

    private final long[] sorted;

    private Distribution(long[] sorted) {
        this.sorted = sorted;
    }

    /**
     * Numbers in any order.
     *
     * @param values the numbers
     * @return their distribution
     */
    public static Distribution of(long... values) {
        long[] copy = values.clone();
        Arrays.sort(copy);
        return new Distribution(copy);
    }

    /**
     * These numbers and others.
     *
     * @param other the others
     * @return the distribution of all of them
     */
    public Distribution merge(Distribution other) {
        if (sorted.length == 0) {
            return other;
        }
        if (other.sorted.length == 0) {
            return this;
        }
        long[] all = new long[sorted.length + other.sorted.length];
        int mine = 0;
        int theirs = 0;
        for (int i = 0; i < all.length; i++) {
            boolean takeMine =
                    theirs == other.sorted.length || (mine < sorted.length && sorted[mine] <= other.sorted[theirs]);
            all[i] = takeMine ? sorted[mine++] : other.sorted[theirs++];
        }
        return new Distribution(all);
    }

    /**
     * These numbers in a coarser unit, of which what is left over is cut.
     *
     * @param unit how many of these make one of that, 1 or more
     * @return the distribution of whole units
     * @throws IllegalArgumentException if the unit is less than 1
     */
    public Distribution wholeUnits(long unit) {
        if (unit < 1) {
            throw new IllegalArgumentException("A coarser unit is 1 of these or more, but not " + unit);
        }
        return new Distribution(Arrays.stream(sorted).map(value -> value / unit).toArray());
    }

    /** {@return how many numbers there are} */
    public int count() {
        return sorted.length;
    }

    /**
     * The sum of all numbers.
     *
     * @return the sum, 0 where there are none
     * @throws ArithmeticException if it does not fit 64 bits
     */
    public long sum() {
        long sum = 0;
        for (long value : sorted) {
            sum = Math.addExact(sum, value);
        }
        return sum;
    }

    /**
     * The mean, which is the sum divided by the count.
     *
     * @param decimals to how many decimals it is rounded, half up; at least 0
     * @return the mean
     * @throws IllegalStateException if there are no numbers
     */
    public BigDecimal mean(int decimals) {
        requireSome("mean");
        return BigDecimal.valueOf(sum()).divide(BigDecimal.valueOf(sorted.length), decimals, RoundingMode.HALF_UP);
    }

    /**
     * The median: the number in the middle, or the mean of both where the count is even.
     *
     * @return the median, exact
     * @throws IllegalStateException if there are no numbers
     */
    public BigDecimal median() {
        requireSome("median");
        int middle = sorted.length / 2;
        if (sorted.length % 2 == 1) {
            return BigDecimal.valueOf(sorted[middle]);
        }
        BigDecimal both = BigDecimal.valueOf(sorted[middle - 1]).add(BigDecimal.valueOf(sorted[middle]));
        return both.divide(BigDecimal.valueOf(2), MathContext.UNLIMITED);
    }

    /**
     * A percentile by nearest rank: the smallest number that at least so many percent do not exceed, which is
     * {@code sorted[ceil(count * percent / 100) - 1]}.
     *
     * @param percent 1 to 100
     * @return one of the numbers
     * @throws IllegalStateException if there are no numbers
     * @throws IllegalArgumentException if the percentage is out of bounds
     */
    public long percentile(int percent) {
        requireSome("percentile");
        requirePercent(percent);
        long rank = ((long) sorted.length * percent + 99) / 100;
        return sorted[(int) rank - 1];
    }

    /**
     * A percentile by linear interpolation between neighbours at {@code (count - 1) * percent / 100}, which is type 7 of
     * Hyndman and Fan (1996) and the default of R and NumPy.
     *
     * @param percent 1 to 100
     * @return the interpolated value, exact
     * @throws IllegalStateException if there are no numbers
     * @throws IllegalArgumentException if the percentage is out of bounds
     */
    public BigDecimal interpolatedPercentile(int percent) {
        requireSome("percentile");
        requirePercent(percent);
        long hundredths = (long) (sorted.length - 1) * percent;
        int below = (int) (hundredths / 100);
        long rest = hundredths % 100;
        if (rest == 0) {
            return BigDecimal.valueOf(sorted[below]);
        }
        BigDecimal gap = BigDecimal.valueOf(sorted[below + 1]).subtract(BigDecimal.valueOf(sorted[below]));
        return BigDecimal.valueOf(sorted[below])
                .add(gap.multiply(BigDecimal.valueOf(rest)).movePointLeft(2));
    }

    /**
     * The smallest number.
     *
     * @return the smallest
     * @throws IllegalStateException if there are no numbers
     */
    public long min() {
        requireSome("minimum");
        return sorted[0];
    }

    /**
     * The largest number.
     *
     * @return the largest
     * @throws IllegalStateException if there are no numbers
     */
    public long max() {
        requireSome("maximum");
        return sorted[sorted.length - 1];
    }

    void forEach(LongConsumer consumer) {
        for (long value : sorted) {
            consumer.accept(value);
        }
    }

    /** Writes the numbers, each as its distance from the one before: small numbers take few bytes. */
    void writeTo(DataOutput out) throws IOException {
        out.writeInt(sorted.length);
        long before = 0;
        for (long value : sorted) {
            long rest = value - before;
            while ((rest & ~0x7FL) != 0) {
                out.writeByte((int) ((rest & 0x7F) | 0x80));
                rest >>>= 7;
            }
            out.writeByte((int) rest);
            before = value;
        }
    }

    static Distribution read(DataInput in) throws IOException {
        int count = in.readInt();
        if (count < 0) {
            throw new IOException("A distribution has 0 numbers or more, but this says " + count);
        }
        DistributionBuilder values = new DistributionBuilder();
        long before = 0;
        for (int i = 0; i < count; i++) {
            long rest = 0;
            int shift = 0;
            byte next = in.readByte();
            while (next < 0) {
                rest |= (next & 0x7FL) << shift;
                shift += 7;
                next = in.readByte();
            }
            before += rest | ((long) next << shift);
            values.add(before);
        }
        return values.build();
    }

    private void requireSome(String figure) {
        if (sorted.length == 0) {
            throw new IllegalStateException("Of no numbers there is no " + figure + ": the count is " + sorted.length);
        }
    }

    private static void requirePercent(int percent) {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("A percentage is 1 to 100, but is " + percent);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Distribution that && Arrays.equals(that.sorted, sorted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }

    @Override
    public String toString() {
        return sorted.length == 0
                ? "Distribution[n=0]"
                : "Distribution[n=" + sorted.length + ", median=" + median() + ", max=" + max() + "]";
    }
}
