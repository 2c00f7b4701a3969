package dev.incidentkit.rules.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link BoxTreeEngine}'s tree. An inner node has a column, the first class that goes right, and the place of
 * its right child; its left child follows it. A leaf has column -1 and, in place of those, the range of its candidates.
 */
final class BoxTreeBuilder {
    /** A leaf may have so many candidates, which are then looked at one by one. */
    private static final int LEAF = 4;

    private final Reduction table;
    private final int budget;
    private int[] columns = new int[256];
    private int[] cuts = new int[256];
    private int[] rights = new int[256];
    private int nodes;
    private int[] candidates = new int[256];
    private int listed;
    private final int[] low;
    private final int[] high;

    private BoxTreeBuilder(Reduction table, int budget) {
        this.table = table;
        this.budget = budget;
        this.low = new int[table.columns()];
        this.high = new int[table.columns()];
        for (int column = 0; column < high.length; column++) {
            high[column] = table.axis(column).size();
        }
    }

    /** Builds the tree, or gives null if it outgrows its budget of nodes. */
    static @Nullable BoxTreeBuilder build(Reduction table, int budget) {
        BoxTreeBuilder builder = new BoxTreeBuilder(table, budget);
        int[] all = new int[table.rules()];
        Arrays.setAll(all, place -> place);
        return builder.grow(builder.within(all), 0) ? builder : null;
    }

    int[] columns() {
        return Arrays.copyOf(columns, nodes);
    }

    int[] cuts() {
        return Arrays.copyOf(cuts, nodes);
    }

    int[] rights() {
        return Arrays.copyOf(rights, nodes);
    }

    int[] candidates() {
        return Arrays.copyOf(candidates, listed);
    }

    private boolean grow(int[] places, int depth) {
        if (nodes >= budget || listed >= 4 * budget || depth > 256) {
            return false;
        }
        int[] split = places.length <= LEAF ? null : split(places);
        if (split == null) {
            leaf(places);
            return true;
        }
        int column = split[0];
        int cut = split[1];
        int node = node(column, cut);
        int end = high[column];
        high[column] = cut;
        boolean fits = grow(within(places), depth + 1);
        high[column] = end;
        int start = low[column];
        low[column] = cut;
        rights[node] = nodes;
        fits = fits && grow(within(places), depth + 1);
        low[column] = start;
        return fits;
    }

    private int node(int column, int cut) {
        if (nodes == columns.length) {
            columns = Arrays.copyOf(columns, 2 * nodes);
            cuts = Arrays.copyOf(cuts, 2 * nodes);
            rights = Arrays.copyOf(rights, 2 * nodes);
        }
        columns[nodes] = column;
        cuts[nodes] = cut;
        return nodes++;
    }

    private void leaf(int[] places) {
        int node = node(-1, listed);
        if (listed + places.length > candidates.length) {
            candidates = Arrays.copyOf(candidates, 2 * (listed + places.length));
        }
        for (int place : places) {
            candidates[listed++] = covers(place) ? ~place : place;
        }
        rights[node] = listed;
    }

    /** The rules that reach into the box; where the first match decides, none behind one that covers it. */
    private int[] within(int[] places) {
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

    private boolean covers(int place) {
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
    private int @Nullable [] split(int[] places) {
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
