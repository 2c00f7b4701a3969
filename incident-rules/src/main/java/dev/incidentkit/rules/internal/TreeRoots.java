package dev.incidentkit.rules.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The columns of a table that are looked up at once, before any tree: those of few classes that tell the rules apart
 * best. Each combination of their classes is the root of a tree of its own.
 */
final class TreeRoots {
    /** A column of more classes is left to the trees. */
    private static final int MAX_CLASSES = 16;

    /** A column whose classes take a larger share of the rules on average is left to the trees. */
    private static final double MAX_SHARE = 0.8;

    private final int[] columns;
    private final int[] strides;
    private final int count;

    private TreeRoots(int[] columns, int[] strides, int count) {
        this.columns = columns;
        this.strides = strides;
        this.count = count;
    }

    /** One tree for all. */
    static TreeRoots one() {
        return new TreeRoots(new int[0], new int[0], 1);
    }

    /**
     * The columns that suit a table.
     *
     * @param table the table
     * @param most how many combinations there may be
     */
    static TreeRoots of(Reduction table, int most) {
        double[] gains = IntStream.range(0, table.columns())
                .mapToDouble(column -> gain(table, column))
                .toArray();
        List<Integer> best = IntStream.range(0, gains.length)
                .filter(column -> gains[column] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(column -> -gains[column]))
                .toList();
        int[] columns = new int[best.size()];
        int[] strides = new int[best.size()];
        int taken = 0;
        int count = 1;
        for (int column : best) {
            int size = table.axis(column).size();
            if ((long) count * size <= most) {
                columns[taken] = column;
                strides[taken++] = count;
                count *= size;
            }
        }
        return new TreeRoots(Arrays.copyOf(columns, taken), Arrays.copyOf(strides, taken), count);
    }

    /** How much a column tells rules apart for the room that it takes; 0 where it is to be left to the trees. */
    private static double gain(Reduction table, int column) {
        int size = table.axis(column).size();
        double taken = 0;
        for (int place = 0; place < table.rules(); place++) {
            taken += table.cell(place, column).size();
        }
        double share = taken / size / table.rules();
        return size < 2 || size > MAX_CLASSES || share > MAX_SHARE ? 0 : -Math.log(share) / Math.log(size);
    }

    /** How many columns are looked up. */
    int columns() {
        return columns.length;
    }

    /** A column of the table. */
    int column(int index) {
        return columns[index];
    }

    /** How far apart the roots of neighbouring classes of a column are. */
    int stride(int index) {
        return strides[index];
    }

    /** How many roots there are. */
    int count() {
        return count;
    }
}
