package dev.incidentkit.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures one incident by several metrics. They share exclusions, so each exclusion is asked once; those of the library
 * are asked all at once, as the bits of an outline. Not safe for use by several threads.
 */
final class Measurer {
    private final Metric[] metrics;
    private final Exclusion[] exclusions;
    private final int[][] ofMetric;
    private final boolean[] answers;

    /** The bit of each exclusion; 0 of one of the host's own. */
    private final int[] bits;

    private final int asked;
    private final boolean hasOwn;

    Measurer(List<Metric> metrics) {
        this.metrics = metrics.toArray(Metric[]::new);
        List<Exclusion> all = new ArrayList<>();
        this.ofMetric = new int[this.metrics.length][];
        for (int i = 0; i < this.metrics.length; i++) {
            List<Exclusion> own = this.metrics[i].exclusions();
            ofMetric[i] = new int[own.size()];
            for (int j = 0; j < own.size(); j++) {
                ofMetric[i][j] = index(all, own.get(j));
            }
        }
        this.exclusions = all.toArray(Exclusion[]::new);
        this.answers = new boolean[exclusions.length];
        this.bits = all.stream().mapToInt(Measurer::bit).toArray();
        this.asked = Arrays.stream(bits).reduce(0, (a, b) -> a | b);
        this.hasOwn = Arrays.stream(bits).anyMatch(bit -> bit == 0);
    }

    /** Only the very same test is shared: two of one reason may be of different plans' makers. */
    private static int index(List<Exclusion> all, Exclusion exclusion) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).test() == exclusion.test() && all.get(i).equals(exclusion)) {
                return i;
            }
        }
        all.add(exclusion);
        return all.size() - 1;
    }

    private static int bit(Exclusion exclusion) {
        return exclusion.test() instanceof Trait trait ? trait.bit() : 0;
    }

    void measure(Case one, Outcomes[] outcomes) {
        boolean any = (one.outline().traits() & asked) != 0 || hasOwn;
        if (any) {
            ask(one);
        }
        for (int i = 0; i < metrics.length; i++) {
            outcomes[i].reset();
            int left = any ? leftOut(ofMetric[i]) : -1;
            if (left >= 0) {
                outcomes[i].exclude(exclusions[left].reason());
            } else {
                metrics[i].measure(one, outcomes[i]);
            }
        }
    }

    private void ask(Case one) {
        int traits = one.outline().traits();
        for (int i = 0; i < exclusions.length; i++) {
            answers[i] = bits[i] == 0 ? exclusions[i].test().test(one.incident()) : (traits & bits[i]) != 0;
        }
    }

    private int leftOut(int[] asked) {
        for (int index : asked) {
            if (answers[index]) {
                return index;
            }
        }
        return -1;
    }
}
