package dev.incidentkit.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Sets of classes answer as sets of numbers do. */
class ClassSetTest {
    private static final int SIZE = 12;

    private static ClassSet of(TreeSet<Integer> classes) {
        ClassSet set = ClassSet.EMPTY;
        for (int clazz : classes) {
            set = set.or(ClassSet.of(clazz));
        }
        return set;
    }

    private static void assertSame(ClassSet set, TreeSet<Integer> expected) {
        List<Integer> contained = new ArrayList<>();
        for (int clazz = -1; clazz <= SIZE; clazz++) {
            if (set.contains(clazz)) {
                contained.add(clazz);
            }
        }
        assertThat(contained).containsExactlyElementsOf(expected);
        assertThat(set.isEmpty()).isEqualTo(expected.isEmpty());
        assertThat(set.size()).isEqualTo(expected.size());
        assertThat(set).isEqualTo(of(expected)).hasSameHashCodeAs(of(expected));
    }

    @Test
    void sets_are_joined_cut_and_turned_as_sets_of_numbers_are() {
        Random random = new Random(11);
        for (int i = 0; i < 200; i++) {
            TreeSet<Integer> one = new TreeSet<>();
            TreeSet<Integer> other = new TreeSet<>();
            for (int clazz = 0; clazz < SIZE; clazz++) {
                if (random.nextBoolean()) {
                    one.add(clazz);
                }
                if (random.nextInt(3) == 0) {
                    other.add(clazz);
                }
            }
            assertSame(of(one), one);
            TreeSet<Integer> both = new TreeSet<>(one);
            both.retainAll(other);
            assertSame(of(one).and(of(other)), both);
            TreeSet<Integer> either = new TreeSet<>(one);
            either.addAll(other);
            assertSame(of(one).or(of(other)), either);
            TreeSet<Integer> rest = new TreeSet<>();
            for (int clazz = 0; clazz < SIZE; clazz++) {
                if (!one.contains(clazz)) {
                    rest.add(clazz);
                }
            }
            assertSame(of(one).complement(SIZE), rest);
            if (!one.equals(other)) {
                assertThat(of(one)).isNotEqualTo(of(other)).isNotEqualTo(one);
            }
        }
        assertThat(ClassSet.EMPTY.complement(SIZE)).isEqualTo(ClassSet.range(0, SIZE));
        assertThat(ClassSet.range(0, SIZE).complement(SIZE)).isEqualTo(ClassSet.EMPTY);
    }
}
