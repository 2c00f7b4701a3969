package dev.incidentkit.rules.internal;

/**
 * Finds a place among sorted cuts. The room between the first and the last cut is divided into steps of equal width, and
 * for each step it is known where its cuts begin, so that of evenly spread cuts one or two are looked at. Where they
 * crowd, a binary search among those of the step remains. Immutable.
 */
final class CutIndex {
    /** So few cuts are searched as quickly without steps. */
    private static final int FEW = 8;

    private final long[] cuts;
    private final long first;
    private final long last;
    private final int shift;
    /** For each step how many cuts lie before it, and for one beyond the last how many there are. */
    private final int[] before;

    CutIndex(long[] cuts) {
        this.cuts = cuts;
        boolean stepped = cuts.length > FEW;
        this.first = stepped ? cuts[0] : Long.MIN_VALUE;
        this.last = stepped ? cuts[cuts.length - 1] : Long.MAX_VALUE;
        int width = 0;
        while (stepped && Long.compareUnsigned((last - first) >>> width, 2L * cuts.length) >= 0) {
            width++;
        }
        this.shift = width;
        this.before = new int[stepped ? (int) ((last - first) >>> width) + 2 : 0];
        for (int step = 0, cut = 0; step < before.length; step++) {
            while (cut < cuts.length && step(cuts[cut]) < step) {
                cut++;
            }
            before[step] = cut;
        }
    }

    private int step(long key) {
        return (int) ((key - first) >>> shift);
    }

    /** How many cuts are not above a key. */
    int notAbove(long key) {
        if (before.length == 0) {
            return Search.notAbove(cuts, key);
        } else if (key < first) {
            return 0;
        } else if (key >= last) {
            return cuts.length;
        }
        int step = step(key);
        return Search.notAbove(cuts, before[step], before[step + 1], key);
    }
}
