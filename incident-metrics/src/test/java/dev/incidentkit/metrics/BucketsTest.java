package dev.incidentkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** Buckets become the histogram that the library would have made of the same numbers, bit by bit. */
class BucketsTest {
    private static Histogram direct(long... values) {
        Histogram histogram = new Histogram(Summary.DIGITS);
        histogram.setAutoResize(true);
        Arrays.stream(values).forEach(histogram::recordValue);
        return histogram;
    }

    private static byte[] bytes(Histogram histogram) {
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        return Arrays.copyOf(buffer.array(), histogram.encodeIntoByteBuffer(buffer));
    }

    private static Histogram counted(long... values) {
        Buckets buckets = new Buckets();
        buckets.addAll(values, values.length);
        return buckets.histogram();
    }

    private static void agree(long... values) {
        assertThat(counted(values)).isEqualTo(direct(values));
        assertThat(bytes(counted(values))).isEqualTo(bytes(direct(values)));
    }

    @Property
    void any_numbers_make_the_same_histogram(
            @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 0, max = Long.MAX_VALUE / 4) Long> values) {
        agree(values.stream().mapToLong(Long::longValue).toArray());
    }

    @Test
    void numbers_around_every_bound_make_the_same_histogram() {
        for (int shift = 0; shift < 61; shift++) {
            long bound = 1L << shift;
            agree(bound - 1, bound, bound + 1, bound + bound / 2);
        }
    }

    @Test
    void a_histogram_that_is_added_counts_as_its_numbers_do() {
        Buckets buckets = new Buckets();
        buckets.addAll(new long[] {3, 70_000}, 2);
        buckets.addAll(direct(3, 5_000, 9_000_000_000L, 9_000_000_000L));
        assertThat(buckets.histogram()).isEqualTo(direct(3, 70_000, 3, 5_000, 9_000_000_000L, 9_000_000_000L));
    }
}
