package dev.incidentkit.rules.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Builds what a {@link BoxTreeEngine} looks at: the roots of its trees, their nodes in pairs and their leaves. Equal leaves
 * and equal pairs are kept once, so that a tree may come together again.
 */
final class BoxTreeBuilder {
    /** A leaf may have so many candidates, which are then looked at one by one. */
    private static final int LEAF = 2;

    private static final int MAX_DEPTH = 256;

    /** How often each rule may be looked at on average, so that a tangled table is given up in time. */
    private static final int LOOKS_PER_RULE = 256;

    private final Reduction table;
    private final BoxSplit splits;
    private final int budget;
    private final int[] low;
    private final int[] high;
    private final long[] roots;
    private final Map<List<Long>, Integer> knownPairs = new HashMap<>();
    private final Map<List<Integer>, Integer> knownLeaves = new HashMap<>();
    private long[] nodes = new long[1_024];
    private int used;
    private int[] leaves = new int[1_024];
    private int listed;
    private long looks;
    private boolean outgrown;

    private BoxTreeBuilder(Reduction table, TreeRoots roots, int budget) {
        this.table = table;
        this.budget = budget;
        this.roots = new long[roots.count()];
        this.low = new int[table.columns()];
        this.high = new int[table.columns()];
        Arrays.setAll(high, column -> table.axis(column).size());
        this.splits = new BoxSplit(table, low, high);
    }

    /**
     * Builds the trees, or gives null if they outgrow their budget.
     *
     * @param table the table
     * @param roots which columns are looked up at once, before any tree
     * @param budget how many nodes there may be in all, and a quarter of how many candidates in leaves
     */
    static @Nullable BoxTreeBuilder build(Reduction table, TreeRoots roots, int budget) {
        BoxTreeBuilder builder = new BoxTreeBuilder(table, roots, budget);
        int[] all = IntStream.range(0, table.rules()).toArray();
        builder.plant(roots, 0, 0, builder.within(all));
        return builder.outgrown ? null : builder;
    }

    /** The trees of all combinations of classes of the columns of the roots. */
    long[] roots() {
        return roots;
    }

    long[] nodes() {
        return Arrays.copyOf(nodes, used);
    }

    int[] leaves() {
        return Arrays.copyOf(leaves, listed);
    }

    /** The rules of these that reach into the box, while there is a budget to look. */
    private int[] within(int[] places) {
        looks += places.length;
        outgrown |= looks > (long) LOOKS_PER_RULE * Math.max(64, table.rules());
        return outgrown ? new int[0] : splits.within(places);
    }

    private void plant(TreeRoots to, int depth, int base, int[] places) {
        if (outgrown) {
            return;
        }
        if (depth == to.columns()) {
            roots[base] = grow(places, 0);
            return;
        }
        int column = to.column(depth);
        int size = high[column];
        for (int clazz = 0; clazz < size; clazz++) {
            low[column] = clazz;
            high[column] = clazz + 1;
            plant(to, depth + 1, base + clazz * to.stride(depth), within(places));
        }
        low[column] = 0;
        high[column] = size;
    }

    /** The tree of the box: a node, or the complement of the place of a leaf. */
    private long grow(int[] places, int depth) {
        if (outgrown || depth > MAX_DEPTH) {
            outgrown = true;
            return 0;
        }
        int[] split = places.length <= LEAF ? null : splits.best(places);
        if (split == null) {
            return leaf(places);
        }
        int column = split[0];
        int cut = split[1];
        int end = high[column];
        high[column] = cut;
        long left = grow(within(places), depth + 1);
        high[column] = end;
        int start = low[column];
        low[column] = cut;
        long right = grow(within(places), depth + 1);
        low[column] = start;
        return left == right ? left : BoxTreeEngine.node(column, cut - 1, pair(left, right));
    }

    private int pair(long left, long right) {
        return knownPairs.computeIfAbsent(List.of(left, right), pair -> {
            int at = used;
            if (at + 2 > nodes.length) {
                nodes = Arrays.copyOf(nodes, 2 * nodes.length);
            }
            nodes[at] = left;
            nodes[at + 1] = right;
            used += 2;
            outgrown |= used > 2 * budget;
            return at;
        });
    }

    /** A leaf: how many candidates, then each; that which covers the whole leaf, and needs no look, as its complement. */
    private int leaf(int[] places) {
        List<Integer> candidates = Arrays.stream(places)
                .mapToObj(place -> splits.covers(place) ? ~place : place)
                .collect(Collectors.toList());
        return knownLeaves.computeIfAbsent(candidates, leaf -> {
            int at = listed;
            while (at + 1 + leaf.size() > leaves.length) {
                leaves = Arrays.copyOf(leaves, 2 * leaves.length);
            }
            leaves[listed++] = leaf.size();
            leaf.forEach(candidate -> leaves[listed++] = candidate);
            outgrown |= listed > 4 * budget;
            return ~at;
        });
    }
}
