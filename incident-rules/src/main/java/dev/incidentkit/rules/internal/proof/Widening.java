package dev.incidentkit.rules.internal.proof;

import java.util.Arrays;

/** Widens a box that no rule meets, one column after the other, to a greatest one. Not safe for several threads. */
final class Widening {
    private final RuleGrid grid;
    private final long[] apart;

    Widening(RuleGrid grid) {
        this.grid = grid;
        this.apart = new long[grid.rules()];
    }

    Region of(Region gap) {
        Region box = gap;
        Arrays.fill(apart, 0);
        for (int column = 0; column < grid.columns(); column++) {
            mark(column, box.sides()[column]);
        }
        for (int column = 0; column < grid.columns(); column++) {
            int size = grid.size(column);
            if (Runs.count(box.sides()[column]) < size) {
                int[] side = Runs.complement(blocked(column), size);
                box = box.with(column, side);
                mark(column, side);
            }
        }
        return box;
    }

    /** Notes for each rule whether it is apart from the box in a column. */
    private void mark(int column, int[] side) {
        long bit = 1L << column;
        int from = side[0];
        int to = side[side.length - 1];
        int[] lows = grid.lows(column);
        int[] highs = grid.highs(column);
        boolean runs = side.length > 2 || grid.scattered(column);
        for (int rule = 0; rule < apart.length; rule++) {
            // a negative difference means apart; no branch, for this loop is most of the work
            long far = ((long) to - lows[rule] | (long) highs[rule] - from) >> 63;
            apart[rule] = (apart[rule] & ~bit) | (far & bit);
        }
        for (int rule = 0; runs && rule < apart.length; rule++) {
            if ((apart[rule] & bit) == 0 && !Runs.intersect(side, grid.cell(rule, column))) {
                apart[rule] |= bit;
            }
        }
    }

    /** The classes of a column into which the box cannot grow: those of rules that only this column keeps apart. */
    private int[] blocked(int column) {
        long bit = 1L << column;
        int[] blocked = {};
        for (int rule = 0; rule < apart.length; rule++) {
            if (apart[rule] == bit) {
                int[] cell = grid.cell(rule, column);
                if (!Runs.contains(blocked, cell)) {
                    blocked = Runs.union(blocked, cell);
                }
            }
        }
        return blocked;
    }
}
