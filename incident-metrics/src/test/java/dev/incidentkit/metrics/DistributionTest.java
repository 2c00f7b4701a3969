package dev.incidentkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DistributionTest {
    @Test
    void figures_of_ten_numbers_are_those_of_the_textbook() {
        Distribution ten = Distribution.of(10, 9, 8, 7, 6, 5, 4, 3, 2, 1);

        assertThat(ten.count()).isEqualTo(10);
        assertThat(ten.sum()).isEqualTo(55);
        assertThat(ten.mean(6)).isEqualByComparingTo("5.5");
        assertThat(ten.median()).isEqualByComparingTo("5.5");
        assertThat(ten.percentile(90)).isEqualTo(9);
        assertThat(ten.percentile(95)).isEqualTo(10);
        assertThat(ten.percentile(100)).isEqualTo(10);
        assertThat(ten.interpolatedPercentile(95)).isEqualByComparingTo("9.55");
        assertThat(ten.min()).isEqualTo(1);
        assertThat(ten.max()).isEqualTo(10);
    }

    @Test
    void of_no_numbers_there_are_no_figures_but_a_count() {
        assertThat(Distribution.EMPTY.count()).isZero();
        assertThat(Distribution.EMPTY.sum()).isZero();
        assertThatThrownBy(Distribution.EMPTY::median)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("median");
        assertThatThrownBy(() -> Distribution.EMPTY.percentile(50)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_percentage_out_of_bounds_is_refused() {
        assertThatThrownBy(() -> Distribution.of(1).percentile(0)).hasMessageContaining("0");
        assertThatThrownBy(() -> Distribution.of(1).interpolatedPercentile(101)).hasMessageContaining("101");
    }

    @Property
    void merging_is_associative_and_commutative_and_the_empty_one_changes_nothing(
            @ForAll @Size(max = 30) long[] a, @ForAll @Size(max = 30) long[] b, @ForAll @Size(max = 30) long[] c) {
        Distribution one = Distribution.of(a);
        Distribution two = Distribution.of(b);
        Distribution three = Distribution.of(c);

        assertThat(one.merge(two)).isEqualTo(two.merge(one));
        assertThat(one.merge(two).merge(three)).isEqualTo(one.merge(two.merge(three)));
        assertThat(one.merge(Distribution.EMPTY)).isEqualTo(one).isEqualTo(Distribution.EMPTY.merge(one));
    }

    @Property
    void merged_parts_equal_the_whole(
            @ForAll @Size(min = 1, max = 50) List<@LongRange(min = 0, max = 100) Long> drawn) {
        long[] values = longs(drawn);
        Distribution parts =
                Arrays.stream(values).mapToObj(Distribution::of).reduce(Distribution.EMPTY, Distribution::merge);

        assertThat(parts).isEqualTo(Distribution.of(values));
    }

    @Property
    void at_least_so_many_percent_do_not_exceed_a_percentile_and_fewer_do_not_exceed_what_is_below(
            @ForAll @Size(min = 1, max = 60) List<@LongRange(min = 0, max = 20) Long> drawn,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        long[] values = longs(drawn);
        long percentile = Distribution.of(values).percentile(percent);

        long notAbove =
                Arrays.stream(values).filter(value -> value <= percentile).count();
        long below = Arrays.stream(values).filter(value -> value < percentile).count();
        assertThat(notAbove * 100).isGreaterThanOrEqualTo((long) percent * values.length);
        assertThat(below * 100).isLessThan((long) percent * values.length);
        assertThat(Distribution.of(values).mean(6)).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(20));
    }

    private static long[] longs(List<Long> drawn) {
        return drawn.stream().mapToLong(Long::longValue).toArray();
    }
}
