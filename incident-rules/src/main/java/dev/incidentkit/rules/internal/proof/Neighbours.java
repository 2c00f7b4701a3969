package dev.incidentkit.rules.internal.proof;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which rules meet which. Compares the most telling column first, on plain arrays: with ten thousand rules that is some
 * tens of milliseconds for all pairs. Not safe for use by several threads.
 */
public final class Neighbours {
    private final RuleGrid grid;
    private final int[] order;
    private int[] found = new int[64];
    private int count;

    /**
     * Prepares to compare rules.
     *
     * @param grid the rules
     */
    public Neighbours(RuleGrid grid) {
        this.grid = grid;
        this.order = IntStream.range(0, grid.columns())
                .boxed()
                .sorted(Comparator.comparingDouble(this::width))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The mean share of a column's classes that a cell spans. */
    private double width(int column) {
        double sum = 0;
        for (int rule = 0; rule < grid.rules(); rule++) {
            sum += Math.max(0, grid.highs(column)[rule] - grid.lows(column)[rule] + 1);
        }
        return sum / grid.size(column);
    }

    /**
     * Looks for rules among those before a given one.
     *
     * @param rule the rule whose box they must meet
     * @param begin the first rule to look at
     * @param end the rule before which to end
     * @return how many there are; {@link #get} gives them, ascending
     */
    public int find(int rule, int begin, int end) {
        if (found.length < end - begin) {
            found = new int[Math.max(grid.rules(), end - begin)];
        }
        count = 0;
        if (grid.isEmpty(rule)) {
            return 0;
        }
        if (order.length == 0) {
            for (int other = begin; other < end; other++) {
                found[count++] = other;
            }
            return count;
        }
        all(rule, begin, end);
        for (int i = 1; i < order.length && count > 0; i++) {
            sift(rule, order[i]);
        }
        for (int column = 0; column < order.length && count > 0; column++) {
            if (grid.scattered(column)) {
                siftScattered(rule, column);
            }
        }
        return count;
    }

    private void all(int rule, int begin, int end) {
        int[] lows = grid.lows(order[0]);
        int[] highs = grid.highs(order[0]);
        int low = lows[rule];
        int high = highs[rule];
        int kept = 0;
        int[] into = found;
        for (int other = begin; other < end; other++) {
            into[kept] = other;
            kept += lows[other] <= high && highs[other] >= low ? 1 : 0;
        }
        count = kept;
    }

    private void sift(int rule, int column) {
        int[] lows = grid.lows(column);
        int[] highs = grid.highs(column);
        int low = lows[rule];
        int high = highs[rule];
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int other = found[i];
            found[kept] = other;
            kept += lows[other] <= high && highs[other] >= low ? 1 : 0;
        }
        count = kept;
    }

    private void siftScattered(int rule, int column) {
        int[] cell = grid.cell(rule, column);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int other = found[i];
            if (Runs.intersect(cell, grid.cell(other, column))) {
                found[kept++] = other;
            }
        }
        count = kept;
    }

    /**
     * A rule that was found last.
     *
     * @param i 0 to the number found - 1
     * @return the rule
     */
    public int get(int i) {
        return found[i];
    }
}
