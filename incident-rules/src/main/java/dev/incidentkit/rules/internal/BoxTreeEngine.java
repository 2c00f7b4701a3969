package dev.incidentkit.rules.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Trees that halve the space of classes until few rules are left (binary space partition). Columns of few classes that
 * tell rules apart are looked up before, all at once; their combination says which tree. Small where rules are mostly
 * disjoint; where they overlap much it outgrows its budget of nodes and is not built.
 *
 * <p>Neither the way down nor the look at a candidate branches on the input, because a processor guesses such branches
 * wrong half of the time.
 */
public final class BoxTreeEngine extends Engine {
    /**
     * A node is one number, so that a step down is one look at near memory: its column from this bit on, below it the
     * last class that goes left, and in the lower half where its two nodes stand, left before right. A negative number
     * is the complement of the place of a leaf.
     */
    private static final int COLUMN = 56;

    private static final int LAST_LEFT = 32;

    private static final int CLASSES = (1 << (COLUMN - LAST_LEFT)) - 1;

    /** How many nodes a tree may have for each rule. */
    static final int NODES_PER_RULE = 8;

    /** The largest number of trees: 64 KiB of roots. */
    static final int MAX_ROOTS = 16_384;

    /** Past so many rules there is one tree, which is then small enough for near memory, as many trees are not. */
    static final int MANY_RULES = 4_096;

    private final int[] rootColumns;
    private final int[] rootStrides;
    private final long[] roots;
    private final long[] nodes;
    private final int[] leaves;
    /** For each place and column the least and the greatest class of the cell. */
    private final int[] bounds;
    /** Whether a cell of a place has holes between these. */
    private final boolean[] holed;

    private final Reduction table;
    private final int[] order;
    private final int[] groups;
    private final Reduction.Mode mode;
    private final int width;

    private BoxTreeEngine(Reduction table, TreeRoots lookedUp, BoxTreeBuilder built) {
        this.table = table;
        this.rootColumns = new int[lookedUp.columns()];
        this.rootStrides = new int[lookedUp.columns()];
        Arrays.setAll(rootColumns, lookedUp::column);
        Arrays.setAll(rootStrides, lookedUp::stride);
        this.roots = built.roots();
        this.nodes = built.nodes();
        this.leaves = built.leaves();
        this.order = table.order();
        this.mode = table.mode();
        this.width = table.columns();
        this.groups = new int[table.rules()];
        this.holed = new boolean[table.rules()];
        this.bounds = new int[2 * table.rules() * width];
        Arrays.setAll(groups, table::group);
        for (int place = 0; place < groups.length; place++) {
            for (int column = 0; column < width; column++) {
                bound(place, column, table.cell(place, column));
            }
        }
    }

    private void bound(int place, int column, ClassSet cell) {
        int at = 2 * (place * width + column);
        bounds[at] = cell.isEmpty() ? 1 : cell.from(0);
        bounds[at + 1] = cell.isEmpty() ? 0 : cell.to(cell.ranges() - 1) - 1;
        holed[place] |= cell.ranges() > 1;
    }

    /** Builds the engine, or gives null if the trees outgrow their budget. */
    static @Nullable BoxTreeEngine of(Reduction table) {
        if (table.rules() <= MANY_RULES) {
            BoxTreeEngine several = of(table, TreeRoots.of(table, Math.min(MAX_ROOTS, 16 * table.rules())));
            if (several != null) {
                return several;
            }
        }
        return of(table, TreeRoots.one());
    }

    private static @Nullable BoxTreeEngine of(Reduction table, TreeRoots roots) {
        BoxTreeBuilder built = BoxTreeBuilder.build(table, roots, Math.max(64, NODES_PER_RULE * table.rules()));
        return built == null ? null : new BoxTreeEngine(table, roots, built);
    }

    /**
     * A node.
     *
     * @param column the column it asks, below 128
     * @param lastLeft the last class that goes left, below 2^24
     * @param below where the nodes below it stand
     */
    static long node(int column, int lastLeft, int below) {
        return ((long) column << COLUMN) | ((long) lastLeft << LAST_LEFT) | below;
    }

    private static int column(long node) {
        return (int) (node >>> COLUMN);
    }

    /** The place of the node below another: the sign says whether the class lies beyond the last that goes left. */
    private static int below(long node, int clazz) {
        return (int) node + ((((int) (node >>> LAST_LEFT) & CLASSES) - clazz) >>> 31);
    }

    /** Where the leaf of an input begins. */
    private int leaf(int[] classes) {
        int root = 0;
        for (int i = 0; i < rootColumns.length; i++) {
            root += classes[rootColumns[i]] * rootStrides[i];
        }
        long node = roots[root];
        while (node >= 0) {
            node = nodes[below(node, classes[column(node)])];
        }
        return (int) ~node;
    }

    private int leaf(long first, long second, long third) {
        int root = 0;
        for (int i = 0; i < rootColumns.length; i++) {
            root += pick(rootColumns[i], first, second, third) * rootStrides[i];
        }
        long node = roots[root];
        while (node >= 0) {
            node = nodes[below(node, pick(column(node), first, second, third))];
        }
        return (int) ~node;
    }

    private boolean matches(int place, int[] classes) {
        int outside = 0;
        for (int column = 0, at = 2 * place * width; column < width; column++, at += 2) {
            outside |= (classes[column] - bounds[at]) | (bounds[at + 1] - classes[column]);
        }
        return outside >= 0 && (!holed[place] || inCells(place, classes));
    }

    private boolean inCells(int place, int[] classes) {
        for (int column = 0; column < width; column++) {
            if (!table.cell(place, column).contains(classes[column])) {
                return false;
            }
        }
        return true;
    }

    private boolean matches(int place, long first, long second, long third) {
        for (int column = 0; column < width; column++) {
            int clazz = pick(column, first, second, third);
            int at = 2 * (place * width + column);
            if (clazz < bounds[at]
                    || clazz > bounds[at + 1]
                    || (holed[place] && !table.cell(place, column).contains(clazz))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hit(int[] classes) {
        int leaf = leaf(classes);
        int end = leaf + leaves[leaf];
        int first = NONE;
        for (int at = leaf + 1; at <= end; at++) {
            int candidate = leaves[at];
            int place = candidate < 0 ? ~candidate : candidate;
            if (candidate < 0 || matches(place, classes)) {
                if (mode == Reduction.Mode.FIRST) {
                    return order[place];
                }
                if (first != NONE && conflict(first, place)) {
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
        int leaf = leaf(ab, cd, rest);
        int end = leaf + leaves[leaf];
        int first = NONE;
        for (int at = leaf + 1; at <= end; at++) {
            int candidate = leaves[at];
            int place = candidate < 0 ? ~candidate : candidate;
            if (candidate < 0 || matches(place, ab, cd, rest)) {
                if (mode == Reduction.Mode.FIRST) {
                    return order[place];
                }
                if (first != NONE && conflict(first, place)) {
                    return CONFLICT;
                }
                first = first == NONE ? place : first;
            }
        }
        return first == NONE ? NONE : order[first];
    }

    private boolean conflict(int first, int second) {
        return mode == Reduction.Mode.ONLY || groups[first] != groups[second];
    }

    @Override
    public int[] all(int[] classes) {
        int leaf = leaf(classes);
        int[] found = new int[leaves[leaf]];
        int count = 0;
        for (int at = leaf + 1; at <= leaf + found.length; at++) {
            int candidate = leaves[at];
            int place = candidate < 0 ? ~candidate : candidate;
            if (candidate < 0 || matches(place, classes)) {
                found[count++] = order[place];
            }
        }
        return count == found.length ? found : Arrays.copyOf(found, count);
    }

    @Override
    public long bytes() {
        return 8L * (roots.length + nodes.length) + 4L * (leaves.length + bounds.length) + 9L * order.length;
    }
}
