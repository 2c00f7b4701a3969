package dev.incidentkit.metrics;

import dev.incidentkit.core.incident.Incident;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures one incident by several metrics. They share exclusions, so each exclusion is asked once. Not safe for use by
 * several threads.
 */
final class Measurer {
    private final Metric[] metrics;
    private final Exclusion[] exclusions;
    private final int[][] ofMetric;
    private final boolean[] answers;

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

    void measure(Case one, Outcomes[] outcomes) {
        boolean any = ask(one.incident());
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

    /** Most incidents are left out by nothing, and then no metric has to look further. */
    private boolean ask(Incident incident) {
        boolean any = false;
        for (int i = 0; i < exclusions.length; i++) {
            answers[i] = exclusions[i].test().test(incident);
            any |= answers[i];
        }
        return any;
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
