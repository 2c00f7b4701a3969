package dev.incidentkit.metrics;

import dev.incidentkit.core.incident.Incident;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures one incident by several metrics. They share exclusions, so each exclusion is asked once. Not safe for use by
 * several threads.
 */
final class Measurer {
    private static final byte NOT_ASKED = 0;
    private static final byte STAYS = 1;
    private static final byte LEFT_OUT = 2;

    private final Metric[] metrics;
    private final Exclusion[] exclusions;
    private final int[][] ofMetric;
    private final byte[] answers;

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
        this.answers = new byte[exclusions.length];
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
        Arrays.fill(answers, NOT_ASKED);
        Incident incident = one.incident();
        for (int i = 0; i < metrics.length; i++) {
            outcomes[i].reset();
            int left = leftOut(incident, ofMetric[i]);
            if (left >= 0) {
                outcomes[i].exclude(exclusions[left].reason());
            } else {
                metrics[i].measure(one, outcomes[i]);
            }
        }
    }

    private int leftOut(Incident incident, int[] asked) {
        for (int index : asked) {
            if (answers[index] == NOT_ASKED) {
                answers[index] = exclusions[index].test().test(incident) ? LEFT_OUT : STAYS;
            }
            if (answers[index] == LEFT_OUT) {
                return index;
            }
        }
        return -1;
    }
}
