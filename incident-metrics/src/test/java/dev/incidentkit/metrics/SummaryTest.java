package dev.incidentkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static final long YEARS = 40L * 365 * 24 * 3_600_000;
    private static final int FEW = 20;

    private static long[] longs(List<Long> drawn) {
        return drawn.stream().mapToLong(Long::longValue).toArray();
    }

    @Property
    void percentiles_are_exact_up_to_the_size_and_within_the_stated_error_past_it(
            @ForAll @Size(min = 1, max = 60) List<@LongRange(min = 0, max = YEARS) Long> drawn,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        Summary summary = Summary.of(FEW, longs(drawn));
        long exact = Distribution.of(longs(drawn)).percentile(percent);
        long given = summary.percentile(percent);

        assertThat(summary.count()).isEqualTo(drawn.size());
        assertThat(summary.sum()).isEqualTo(Distribution.of(longs(drawn)).sum());
        assertThat(summary.min()).isEqualTo(Distribution.of(longs(drawn)).min());
        assertThat(summary.max()).isEqualTo(Distribution.of(longs(drawn)).max());
        assertThat(summary.mean(3)).isEqualTo(Distribution.of(longs(drawn)).mean(3));
        if (drawn.size() <= FEW) {
            assertThat(summary.relativeError()).isZero();
            assertThat(given).isEqualTo(exact);
            assertThat(summary.median()).isEqualTo(Distribution.of(longs(drawn)).median());
        } else {
            assertThat(summary.relativeError()).isEqualByComparingTo("0.001");
            assertThat(given).isGreaterThanOrEqualTo(exact);
            assertThat(BigDecimal.valueOf(given - exact))
                    .isLessThanOrEqualTo(summary.relativeError().multiply(BigDecimal.valueOf(exact)));
        }
    }

    @Property
    void merging_is_associative_and_commutative_on_both_sides_of_the_size(
            @ForAll @Size(max = 30) List<@LongRange(min = 0, max = YEARS) Long> a,
            @ForAll @Size(max = 30) List<@LongRange(min = 0, max = YEARS) Long> b,
            @ForAll @Size(max = 30) List<@LongRange(min = 0, max = YEARS) Long> c) {
        Summary one = Summary.of(FEW, longs(a));
        Summary two = Summary.of(FEW, longs(b));
        Summary three = Summary.of(FEW, longs(c));

        assertThat(one.merge(two)).isEqualTo(two.merge(one));
        assertThat(one.merge(two).merge(three)).isEqualTo(one.merge(two.merge(three)));
        assertThat(one.merge(Summary.of(FEW)))
                .isEqualTo(one)
                .isEqualTo(Summary.of(FEW).merge(one));
    }

    @Property
    void merged_parts_equal_the_whole_and_survive_as_bytes(
            @ForAll @Size(min = 1, max = 80) List<@LongRange(min = 0, max = YEARS) Long> drawn) throws IOException {
        long[] all = longs(drawn);
        Summary parts = Summary.of(FEW);
        for (int from = 0; from < all.length; from += 13) {
            parts = parts.merge(Summary.of(FEW, Arrays.copyOfRange(all, from, Math.min(all.length, from + 13))));
        }
        Summary whole = Summary.of(FEW, longs(drawn));

        assertThat(parts).isEqualTo(whole).hasSameHashCodeAs(whole);
        assertThat(copied(parts)).isEqualTo(whole);
        assertThat(copied(parts).percentile(90)).isEqualTo(whole.percentile(90));
    }

    private static Summary copied(Summary summary) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        summary.writeTo(new DataOutputStream(bytes));
        return Summary.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }

    @Test
    void what_does_not_fit_is_refused_with_its_value() {
        assertThatThrownBy(() -> Summary.of(5, -7)).hasMessageContaining("-7");
        assertThatThrownBy(() -> Summary.of(-1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> Summary.of(5).merge(Summary.of(6)))
                .hasMessageContaining("5")
                .hasMessageContaining("6");
        assertThatThrownBy(() -> Summary.of(5).median()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Summary.of(1, 2, 3).percentile(101)).hasMessageContaining("101");
        assertThatThrownBy(
                        () -> Summary.read(new DataInputStream(new ByteArrayInputStream(new byte[] {0, 0, 0, 1, 9}))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("9");
        assertThat(Summary.of(1, 2, 3)).hasToString("Summary[n=2, median=2, max=3, error=0.001]");
        assertThat(Summary.of(1)).hasToString("Summary[n=0]");
    }

    @Test
    void bytes_of_a_few_numbers_near_each_other_are_few() {
        long[] near = new long[1_000];
        Arrays.setAll(near, i -> 1_000_000_000L + i);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Summary.of(1_000, near).writeTo(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(bytes.size()).isLessThan(1_100);
    }
}
