package dev.incidentkit.rules.internal;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The answer of every combination of classes in one array (cross-producting): an index computation and one load,
 * whatever the number of rules. Classes that all cells of a column treat alike are joined where that is needed to fit.
 */
public final class DenseEngine extends Engine {
    /** The largest number of cells: 128 KiB of answers. */
    static final int MAX_CELLS = 65_536;

    /** The largest sum of the rules' volumes: past it building takes longer than a tree or bits do. */
    private static final long MAX_PAINTED = 64_000_000;

    private final int[] sizes;
    private final int[] strides;
    /** For each column and class its share of the index; null where classes are not joined. */
    private final int @Nullable [][] offsets;

    private final int s0;
    private final int s1;
    private final int s2;
    private final int s3;
    /** 0 none, 1 conflict, else the place of an answer plus 2. */
    private final char[] cells;

    private final int[] rows;
    private final int[][] sets;

    private DenseEngine(Layout layout, char[] cells, int[] rows, int[][] sets) {
        this.sizes = layout.sizes;
        this.strides = layout.strides;
        this.offsets = layout.offsets;
        this.s0 = stride(0);
        this.s1 = stride(1);
        this.s2 = stride(2);
        this.s3 = stride(3);
        this.cells = cells;
        this.rows = rows;
        this.sets = sets;
    }

    private int stride(int column) {
        return column < strides.length ? strides[column] : 0;
    }

    /** Builds the engine, or gives null if the table does not fit. */
    static @Nullable DenseEngine of(Reduction table) {
        Layout layout = Layout.plain(table);
        if (layout == null) {
            layout = Layout.joined(table);
        }
        if (layout == null || table.rules() > Character.MAX_VALUE - 2 || volume(table) > MAX_PAINTED) {
            return null;
        }
        int count = layout.cells();
        return table.mode() == Reduction.Mode.ALL ? several(table, layout, count) : single(table, layout, count);
    }

    private static long volume(Reduction table) {
        long volume = 0;
        for (int place = 0; place < table.rules(); place++) {
            double product = 1;
            for (int column = 0; column < table.columns(); column++) {
                product *= table.cell(place, column).size();
            }
            volume += (long) Math.min(product, MAX_CELLS);
        }
        return volume;
    }

    private static DenseEngine single(Reduction table, Layout layout, int count) {
        char[] cells = new char[count];
        for (int place = 0; place < table.rules(); place++) {
            int mine = place;
            layout.paint(table, place, cell -> cells[cell] = single(table, cells[cell], mine));
        }
        return new DenseEngine(layout, cells, table.order(), new int[0][]);
    }

    private static char single(Reduction table, char before, int place) {
        if (before == 0) {
            return (char) (place + 2);
        }
        boolean conflict = switch (table.mode()) {
            case ONLY -> true;
            case AGREEING -> before == 1 || table.group(before - 2) != table.group(place);
            default -> false;
        };
        return conflict ? 1 : before;
    }

    private static @Nullable DenseEngine several(Reduction table, Layout layout, int count) {
        HitSets sets = new HitSets(count);
        for (int place = 0; place < table.rules() && !sets.isTooLarge(); place++) {
            sets.next(table.row(place));
            layout.paint(table, place, sets::add);
        }
        return sets.isTooLarge() ? null : new DenseEngine(layout, sets.cells(), NO_ROWS, sets.rows());
    }

    private int answer(int cell) {
        int answer = cells[cell];
        return answer > 1 ? rows[answer - 2] : -answer - 1;
    }

    private int index(int[] classes) {
        int index = 0;
        if (offsets == null) {
            for (int column = 0; column < strides.length; column++) {
                index += classes[column] * strides[column];
            }
        } else {
            for (int column = 0; column < offsets.length; column++) {
                index += offsets[column][classes[column]];
            }
        }
        return index;
    }

    @Override
    public int hit(int[] classes) {
        return answer(index(classes));
    }

    @Override
    public int hit(int a, int b, int c, int d, long rest) {
        if (offsets == null) {
            int index = a * s0 + b * s1 + c * s2 + d * s3;
            if (strides.length > 4) {
                index += (int) (rest >>> 32) * strides[4] + (strides.length > 5 ? (int) rest * strides[5] : 0);
            }
            return answer(index);
        }
        long first = pair(a, b);
        long second = pair(c, d);
        int index = 0;
        for (int column = 0; column < offsets.length; column++) {
            index += offsets[column][pick(column, first, second, rest)];
        }
        return answer(index);
    }

    @Override
    public int[] all(int[] classes) {
        return sets[cells[index(classes)]];
    }

    /**
     * The number of the answer that {@link #all} gives, so that a caller can hold something made of it beforehand.
     *
     * @param classes a class for each column
     * @return 0 to {@link #answers()} - 1
     */
    public int set(int[] classes) {
        return cells[index(classes)];
    }

    /** {@return how many different answers there are for several hits} */
    public int answers() {
        return sets.length;
    }

    /**
     * An answer by its number.
     *
     * @param set the number
     * @return the rows, not to be changed
     */
    public int[] rows(int set) {
        return sets[set];
    }

    @Override
    public long bytes() {
        long bytes = 2L * cells.length + 4L * rows.length;
        for (int[] set : sets) {
            bytes += 16 + 4L * set.length;
        }
        for (int size : sizes) {
            bytes += offsets == null ? 4 : 4L * size;
        }
        return bytes;
    }

    /** Where the cells of a product lie. */
    private static final class Layout {
        private final int[] sizes;
        private final int[] strides;
        private final int @Nullable [][] offsets;
        private final int cells;

        private Layout(int[] sizes, int[] strides, int @Nullable [][] offsets, int cells) {
            this.sizes = sizes;
            this.strides = strides;
            this.offsets = offsets;
            this.cells = cells;
        }

        int cells() {
            return cells;
        }

        static @Nullable Layout plain(Reduction table) {
            int[] sizes = new int[table.columns()];
            for (int column = 0; column < sizes.length; column++) {
                sizes[column] = table.axis(column).size();
            }
            return of(sizes, sizes, null);
        }

        static @Nullable Layout joined(Reduction table) {
            int[][] joined = new int[table.columns()][];
            int[] counts = new int[joined.length];
            int[] sizes = new int[joined.length];
            long product = 1;
            for (int column = 0; column < joined.length; column++) {
                sizes[column] = table.axis(column).size();
                joined[column] = Merging.of(table, column);
                counts[column] = Merging.count(joined[column]);
                product *= counts[column];
                if (product > MAX_CELLS) {
                    return null;
                }
            }
            return of(counts, sizes, joined);
        }

        private static @Nullable Layout of(int[] counts, int[] sizes, int @Nullable [][] joined) {
            int[] strides = new int[counts.length];
            long product = 1;
            for (int column = counts.length - 1; column >= 0; column--) {
                strides[column] = (int) product;
                product *= counts[column];
                if (product > MAX_CELLS) {
                    return null;
                }
            }
            if (joined != null) {
                for (int column = 0; column < joined.length; column++) {
                    for (int clazz = 0; clazz < joined[column].length; clazz++) {
                        joined[column][clazz] *= strides[column];
                    }
                }
            }
            return new Layout(sizes, strides, joined, (int) product);
        }

        /** Visits every cell of a rule's product once. */
        void paint(Reduction table, int place, IntConsumer visit) {
            int[][] shares = new int[strides.length][];
            for (int column = 0; column < shares.length; column++) {
                shares[column] = shares(table.cell(place, column), column);
                if (shares[column].length == 0) {
                    return;
                }
            }
            paint(shares, 0, 0, visit);
        }

        private int[] shares(ClassSet cell, int column) {
            int[] shares = new int[cell.size()];
            int count = 0;
            for (int range = 0; range < cell.ranges(); range++) {
                for (int clazz = cell.from(range); clazz < cell.to(range); clazz++) {
                    shares[count++] = offsets == null ? clazz * strides[column] : offsets[column][clazz];
                }
            }
            return offsets == null ? shares : Arrays.stream(shares).distinct().toArray();
        }

        private static void paint(int[][] shares, int column, int base, IntConsumer visit) {
            for (int share : shares[column]) {
                if (column == shares.length - 1) {
                    visit.accept(base + share);
                } else {
                    paint(shares, column + 1, base + share, visit);
                }
            }
        }
    }
}
