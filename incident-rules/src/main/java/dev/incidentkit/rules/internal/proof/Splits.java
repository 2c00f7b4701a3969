package dev.incidentkit.rules.internal.proof;

import java.util.Arrays;

/**
 * Chooses where to split a box: the boundary of a rule where left² + right² is least, left and right being the numbers
 * of rules on each side. Exact where there are few rules or narrow columns, else among the boundaries of some of them:
 * a good split is needed, not the best.
 */
final class Splits {
    private static final int FEW = 24;

    private final RuleGrid grid;
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int[] first = new int[64];
    private int[] last = new int[64];
    private int partial;
    private int column;
    private int position;
    private double best;
    private boolean leftFirst;

    Splits(RuleGrid grid) {
        this.grid = grid;
    }

    /** The column to split, or -1 if every rule covers the box. */
    int column() {
        return column;
    }

    /** The first class of the right part. */
    int position() {
        return position;
    }

    /** Whether the left part has no more rules than the right one: a gap is sooner found where there are few. */
    boolean leftFirst() {
        return leftFirst;
    }

    void choose(BoxWalk box) {
        column = -1;
        best = Double.MAX_VALUE;
        long union = 0;
        for (int i = 0; i < box.count(); i++) {
            union |= box.open(i);
        }
        for (; union != 0; union &= union - 1) {
            int candidate = Long.numberOfTrailingZeros(union);
            gather(box, candidate);
            int whole = box.count() - partial;
            int width = box.to(candidate) - box.from(candidate) + 1;
            if (partial <= FEW || width > 4 * partial) {
                sample(candidate, whole, box.from(candidate), box.to(candidate));
            } else {
                sweep(candidate, whole, box.from(candidate), width);
            }
        }
        if (column < 0) {
            holes(box);
        }
    }

    /** Collects the first and last class, inside the box, of each rule that does not cover the column. */
    private void gather(BoxWalk box, int candidate) {
        if (first.length < box.count()) {
            first = new int[box.count()];
            last = new int[box.count()];
        }
        long bit = 1L << candidate;
        int from = box.from(candidate);
        int to = box.to(candidate);
        int[] lows = grid.lows(candidate);
        int[] highs = grid.highs(candidate);
        partial = 0;
        for (int i = 0; i < box.count(); i++) {
            if ((box.open(i) & bit) != 0) {
                int rule = box.rule(i);
                first[partial] = Math.max(lows[rule], from);
                last[partial] = Math.min(highs[rule], to);
                int[] several = grid.scattered(rule, candidate);
                if (several.length > 0) {
                    first[partial] = firstIn(several, from);
                    last[partial] = lastIn(several, to);
                }
                partial++;
            }
        }
    }

    private static int firstIn(int[] several, int from) {
        int i = 0;
        while (several[i + 1] < from) {
            i += 2;
        }
        return Math.max(several[i], from);
    }

    private static int lastIn(int[] several, int to) {
        int i = several.length - 2;
        while (several[i] > to) {
            i -= 2;
        }
        return Math.min(several[i + 1], to);
    }

    private void sample(int candidate, int whole, int from, int to) {
        int step = Math.max(1, partial / FEW);
        for (int i = 0; i < partial; i += step) {
            if (first[i] > from) {
                weigh(candidate, whole, first[i]);
            }
            if (last[i] < to) {
                weigh(candidate, whole, last[i] + 1);
            }
        }
    }

    private void weigh(int candidate, int whole, int at) {
        int left = whole;
        int right = whole;
        for (int i = 0; i < partial; i++) {
            left += first[i] < at ? 1 : 0;
            right += last[i] >= at ? 1 : 0;
        }
        offer(candidate, at, left, right);
    }

    private void sweep(int candidate, int whole, int from, int width) {
        if (starts.length < width) {
            starts = new int[2 * width];
            ends = new int[2 * width];
        }
        Arrays.fill(starts, 0, width, 0);
        Arrays.fill(ends, 0, width, 0);
        for (int i = 0; i < partial; i++) {
            starts[first[i] - from]++;
            ends[last[i] - from]++;
        }
        int left = whole;
        int right = whole + partial;
        for (int at = 1; at < width; at++) {
            left += starts[at - 1];
            right -= ends[at - 1];
            if (starts[at] > 0 || ends[at - 1] > 0) {
                offer(candidate, from + at, left, right);
            }
        }
    }

    private void offer(int candidate, int at, int left, int right) {
        double weight = (double) left * left + (double) right * right;
        if (weight < best) {
            best = weight;
            column = candidate;
            position = at;
            leftFirst = left <= right;
        }
    }

    /** No sampled rule has an edge inside the box: takes an edge, or the edge of a hole, of the first open rule. */
    private void holes(BoxWalk box) {
        for (int i = 0; i < box.count(); i++) {
            if (box.open(i) != 0) {
                column = Long.numberOfTrailingZeros(box.open(i));
                position = edge(box.rule(i), box.from(column), box.to(column));
                return;
            }
        }
    }

    private int edge(int rule, int from, int to) {
        int[] set = grid.cell(rule, column);
        int begin = firstIn(set, from);
        if (begin > from) {
            return begin;
        }
        int run = 0;
        while (set[run + 1] < from) {
            run += 2;
        }
        return Math.min(set[run + 1], to) + 1;
    }
}
