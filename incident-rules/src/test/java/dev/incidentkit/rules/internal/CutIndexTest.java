package dev.incidentkit.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CutIndexTest {
    @Property
    void finds_what_counting_finds_of_even_and_crowded_cuts_over_all_numbers(
            @ForAll long seed, @ForAll @IntRange(max = 60) int count) {
        Random random = new Random(seed);
        int width = random.nextInt(65);
        long[] cuts = LongStream.generate(() -> drawn(random, width))
                .limit(count)
                .sorted()
                .distinct()
                .toArray();
        CutIndex index = new CutIndex(cuts);

        for (long cut : cuts) {
            for (long key : new long[] {cut - 1, cut, cut + 1}) {
                assertThat(index.notAbove(key))
                        .as("%s in %s", key, Arrays.toString(cuts))
                        .isEqualTo(count(cuts, key));
            }
        }
        for (int i = 0; i < 20; i++) {
            long key = random.nextBoolean() ? drawn(random, width) : random.nextLong();
            assertThat(index.notAbove(key))
                    .as("%s in %s", key, Arrays.toString(cuts))
                    .isEqualTo(count(cuts, key));
        }
        assertThat(index.notAbove(Long.MIN_VALUE)).isEqualTo(count(cuts, Long.MIN_VALUE));
        assertThat(index.notAbove(Long.MAX_VALUE)).isEqualTo(count(cuts, Long.MAX_VALUE));
    }

    /** A number of so many bits, now and then far off, and one of the ends of all numbers. */
    private static long drawn(Random random, int width) {
        return switch (random.nextInt(20)) {
            case 0 -> Long.MIN_VALUE;
            case 1 -> Long.MAX_VALUE;
            case 2 -> random.nextLong();
            default -> width == 0 ? 0 : random.nextLong() >> (64 - width);
        };
    }

    private static int count(long[] cuts, long key) {
        return (int) Arrays.stream(cuts).filter(cut -> cut <= key).count();
    }
}
