package dev.incidentkit.rules.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A box of classes, which its owner narrows and widens, the rules that reach into it, and where it is best cut in two. */
final class BoxSplit {
    private final Reduction table;
    private final int[] low;
    private final int[] high;

    /**
     * A box.
     *
     * @param table the table
     * @param low the first class of each column, changed by the owner
     * @param high the first class of each column beyond the box, changed by the owner
     */
    BoxSplit(Reduction table, int[] low, int[] high) {
        this.table = table;
        this.low = low;
        this.high = high;
    }

    /** The rules that reach into the box; where the first match decides, none behind one that covers it. */
    int[] within(int[] places) {
        int[] inside = new int[places.length];
        int count = 0;
        for (int place : places) {
            if (reaches(place)) {
                inside[count++] = place;
                if (table.mode() == Reduction.Mode.FIRST && covers(place)) {
                    break;
                }
            }
        }
        return Arrays.copyOf(inside, count);
    }

    private boolean reaches(int place) {
        for (int column = 0; column < low.length; column++) {
            if (first(table.cell(place, column), column) >= high[column]) {
                return false;
            }
        }
        return true;
    }

    boolean covers(int place) {
        for (int column = 0; column < low.length; column++) {
            ClassSet cell = table.cell(place, column);
            boolean whole = false;
            for (int range = 0; range < cell.ranges() && !whole; range++) {
                whole = cell.from(range) <= low[column] && cell.to(range) >= high[column];
            }
            if (!whole) {
                return false;
            }
        }
        return true;
    }

    /** The first class of a cell within the box, or one beyond the box. */
    private int first(ClassSet cell, int column) {
        for (int range = 0; range < cell.ranges(); range++) {
            if (cell.to(range) > low[column]) {
                return Math.max(cell.from(range), low[column]);
            }
        }
        return Integer.MAX_VALUE;
    }

    /** The first class beyond the last of a cell within the box. */
    private int end(ClassSet cell, int column) {
        for (int range = cell.ranges() - 1; range >= 0; range--) {
            if (cell.from(range) < high[column]) {
                return Math.min(cell.to(range), high[column]);
            }
        }
        return low[column];
    }

    /** The column and cut that leave the fewest pairs of rules together (least sum of squares), or null for a leaf. */
    int @Nullable [] best(int[] places) {
        long best = Long.MAX_VALUE;
        int[] choice = null;
        int[] starts = new int[places.length];
        int[] ends = new int[places.length];
        for (int column = 0; column < low.length; column++) {
            for (int i = 0; i < places.length; i++) {
                ClassSet cell = table.cell(places[i], column);
                starts[i] = first(cell, column);
                ends[i] = end(cell, column);
            }
            Arrays.sort(starts);
            Arrays.sort(ends);
            int started = 0;
            int ended = 0;
            while (started < starts.length || ended < ends.length) {
                int cut = Math.min(
                        started < starts.length ? starts[started] : Integer.MAX_VALUE,
                        ended < ends.length ? ends[ended] : Integer.MAX_VALUE);
                while (ended < ends.length && ends[ended] <= cut) {
                    ended++;
                }
                // left of the cut are those that started before it, right of it those that have not ended
                long left = started;
                long right = (long) places.length - ended;
                while (started < starts.length && starts[started] <= cut) {
                    started++;
                }
                long cost = left * left + right * right;
                if (cut > low[column] && cut < high[column] && cost < best) {
                    best = cost;
                    choice = new int[] {column, cut};
                }
            }
        }
        return choice == null ? inner(places) : choice;
    }

    /** A cut at a hole of a cell of several ranges, where no cell begins or ends within the box; null if none has one. */
    private int @Nullable [] inner(int[] places) {
        for (int place : places) {
            for (int column = 0; column < low.length; column++) {
                ClassSet cell = table.cell(place, column);
                for (int range = 0; range < cell.ranges(); range++) {
                    int cut = cell.to(range);
                    if (cut > low[column] && cut < high[column]) {
                        return new int[] {column, cut};
                    }
                }
            }
        }
        return null;
    }
}
