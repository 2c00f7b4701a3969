package dev.incidentkit.rules.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A binary tree that halves the space of classes until few rules are left (binary space partition): a few comparisons,
 * whatever the number of columns. Small where rules are mostly disjoint; where they overlap much it outgrows its budget
 * of nodes and is not built.
 */
public final class BoxTreeEngine extends Engine {
    /** How many nodes a tree may have for each rule. */
    static final int NODES_PER_RULE = 8;

    private final int[] columns;
    private final int[] cuts;
    private final int[] rights;
    private final int[] candidates;
    private final int[] lows;
    private final int[] highs;
    private final Reduction table;
    private final int[] order;
    private final int[] groups;
    private final Reduction.Mode mode;
    private final int width;

    BoxTreeEngine(Reduction table, BoxTreeBuilder built) {
        this.table = table;
        this.columns = built.columns();
        this.cuts = built.cuts();
        this.rights = built.rights();
        this.candidates = built.candidates();
        this.order = table.order();
        this.mode = table.mode();
        this.width = table.columns();
        this.groups = new int[table.rules()];
        this.lows = new int[table.rules() * width];
        this.highs = new int[table.rules() * width];
        for (int place = 0; place < groups.length; place++) {
            groups[place] = table.group(place);
            for (int column = 0; column < width; column++) {
                ClassSet cell = table.cell(place, column);
                // a cell of several ranges is marked by a negative high bound and asked itself
                lows[place * width + column] = cell.isEmpty() ? Integer.MAX_VALUE : cell.from(0);
                highs[place * width + column] =
                        cell.isEmpty() ? 0 : cell.ranges() == 1 ? cell.to(0) : -cell.to(cell.ranges() - 1);
            }
        }
    }

    /** Builds the engine, or gives null if the tree outgrows its budget. */
    static @Nullable BoxTreeEngine of(Reduction table) {
        BoxTreeBuilder built = BoxTreeBuilder.build(table, Math.max(64, NODES_PER_RULE * table.rules()));
        return built == null ? null : new BoxTreeEngine(table, built);
    }

    private int leaf(int[] classes) {
        int node = 0;
        int column = columns[0];
        while (column >= 0) {
            node = classes[column] < cuts[node] ? node + 1 : rights[node];
            column = columns[node];
        }
        return node;
    }

    private int leaf(long first, long second, long third) {
        int node = 0;
        int column = columns[0];
        while (column >= 0) {
            node = pick(column, first, second, third) < cuts[node] ? node + 1 : rights[node];
            column = columns[node];
        }
        return node;
    }

    private boolean matches(int place, int[] classes) {
        int base = place * width;
        for (int column = 0; column < width; column++) {
            int clazz = classes[column];
            int high = highs[base + column];
            boolean in = high >= 0
                    ? clazz >= lows[base + column] && clazz < high
                    : clazz < -high && table.cell(place, column).contains(clazz);
            if (!in) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hit(int[] classes) {
        int leaf = leaf(classes);
        int first = NONE;
        for (int at = cuts[leaf]; at < rights[leaf]; at++) {
            int candidate = candidates[at];
            // a rule that covers its whole leaf is written as its complement and needs no look
            int place = candidate < 0 ? ~candidate : candidate;
            if (candidate < 0 || matches(place, classes)) {
                if (mode == Reduction.Mode.FIRST) {
                    return order[place];
                }
                if (first != NONE && (mode == Reduction.Mode.ONLY || groups[first] != groups[place])) {
                    return CONFLICT;
                }
                first = first == NONE ? place : first;
            }
        }
        return first == NONE ? NONE : order[first];
    }

    @Override
    public int hit(int a, int b, int c, int d, long rest) {
        long ab = pair(a, b);
        long cd = pair(c, d);
        int node = leaf(ab, cd, rest);
        int first = NONE;
        for (int at = cuts[node]; at < rights[node]; at++) {
            int candidate = candidates[at];
            int place = candidate < 0 ? ~candidate : candidate;
            if (candidate < 0 || matches(place, ab, cd, rest)) {
                if (mode == Reduction.Mode.FIRST) {
                    return order[place];
                }
                if (first != NONE && (mode == Reduction.Mode.ONLY || groups[first] != groups[place])) {
                    return CONFLICT;
                }
                first = first == NONE ? place : first;
            }
        }
        return first == NONE ? NONE : order[first];
    }

    private boolean matches(int place, long first, long second, long third) {
        for (int column = 0; column < width; column++) {
            int clazz = pick(column, first, second, third);
            int high = highs[place * width + column];
            boolean in = high >= 0
                    ? clazz >= lows[place * width + column] && clazz < high
                    : clazz < -high && table.cell(place, column).contains(clazz);
            if (!in) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int[] all(int[] classes) {
        int leaf = leaf(classes);
        int count = 0;
        int[] found = new int[rights[leaf] - cuts[leaf]];
        for (int at = cuts[leaf]; at < rights[leaf]; at++) {
            int candidate = candidates[at];
            int place = candidate < 0 ? ~candidate : candidate;
            if (candidate < 0 || matches(place, classes)) {
                found[count++] = order[place];
            }
        }
        return count == found.length ? found : Arrays.copyOf(found, count);
    }

    /** {@return how many nodes the tree has} */
    public int nodes() {
        return columns.length;
    }

    @Override
    public long bytes() {
        return 12L * columns.length + 4L * candidates.length + 8L * lows.length + 8L * order.length;
    }
}
