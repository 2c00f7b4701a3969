package dev.incidentkit.rules.internal.proof;

import java.util.Arrays;
import java.util.List;

/**
 * Rules as boxes over classes, in the order in which they win. Column-major, with the hull of every cell in plain
 * arrays; the runs of a cell are kept only where it has more than one. Immutable.
 */
public final class RuleGrid {
    /** The most columns there may be: columns are kept as bits of a {@code long}. */
    public static final int MAX_COLUMNS = 64;

    private static final int[] ONE_RUN = {};

    private final int[] sizes;
    private final int[][] lows;
    private final int[][] highs;
    private final int[][][] runs;
    private final boolean[] scattered;
    private final int rules;

    /**
     * Makes a grid.
     *
     * @param sizes how many classes each column has, each at least 1
     * @param cells for each rule and column a set of classes as {@link Runs}
     * @throws IllegalArgumentException if there are more than {@value #MAX_COLUMNS} columns or a rule has another
     *     number of cells than there are columns
     */
    public RuleGrid(int[] sizes, List<int[][]> cells) {
        if (sizes.length > MAX_COLUMNS) {
            throw new IllegalArgumentException("At most " + MAX_COLUMNS + " columns, but there are " + sizes.length);
        }
        this.sizes = sizes.clone();
        this.rules = cells.size();
        this.lows = new int[sizes.length][rules];
        this.highs = new int[sizes.length][rules];
        this.runs = new int[sizes.length][][];
        this.scattered = new boolean[sizes.length];
        for (int column = 0; column < sizes.length; column++) {
            runs[column] = new int[rules][];
            Arrays.fill(runs[column], ONE_RUN);
        }
        for (int rule = 0; rule < rules; rule++) {
            put(rule, cells.get(rule));
        }
    }

    private void put(int rule, int[][] cells) {
        if (cells.length != sizes.length) {
            throw new IllegalArgumentException(
                    "Rule " + rule + " has " + cells.length + " cells for " + sizes.length + " columns");
        }
        for (int column = 0; column < cells.length; column++) {
            int[] set = cells[column];
            lows[column][rule] = set.length == 0 ? Integer.MAX_VALUE : set[0];
            highs[column][rule] = set.length == 0 ? -1 : set[set.length - 1];
            if (set.length > 2) {
                runs[column][rule] = set;
                scattered[column] = true;
            }
        }
    }

    /** {@return how many columns there are} */
    public int columns() {
        return sizes.length;
    }

    /** {@return how many rules there are} */
    public int rules() {
        return rules;
    }

    /**
     * How many classes a column has.
     *
     * @param column the column
     * @return the number, at least 1
     */
    public int size(int column) {
        return sizes[column];
    }

    int[] sizes() {
        return sizes.clone();
    }

    int[] lows(int column) {
        return lows[column];
    }

    int[] highs(int column) {
        return highs[column];
    }

    boolean scattered(int column) {
        return scattered[column];
    }

    /** The runs of a cell that has more than one; empty for every other cell. */
    int[] scattered(int rule, int column) {
        return runs[column][rule];
    }

    /**
     * The set of classes of a cell.
     *
     * @param rule the rule
     * @param column the column
     * @return its runs
     */
    public int[] cell(int rule, int column) {
        int[] several = runs[column][rule];
        return several.length > 0 ? several : Runs.of(lows[column][rule], highs[column][rule]);
    }

    /**
     * The box of a rule.
     *
     * @param rule the rule
     * @return its sides
     */
    public Region region(int rule) {
        int[][] sides = new int[sizes.length][];
        for (int column = 0; column < sides.length; column++) {
            sides[column] = cell(rule, column);
        }
        return new Region(sides);
    }

    /**
     * Whether a cell matches whatever the column holds.
     *
     * @param rule the rule
     * @param column the column
     * @return true if the cell has every class
     */
    public boolean isAny(int rule, int column) {
        return lows[column][rule] == 0 && highs[column][rule] == sizes[column] - 1 && runs[column][rule].length == 0;
    }

    /**
     * Whether a rule can match at all.
     *
     * @param rule the rule
     * @return true if one of its cells is empty
     */
    public boolean isEmpty(int rule) {
        for (int column = 0; column < sizes.length; column++) {
            if (highs[column][rule] < 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a rule matches a point.
     *
     * @param rule the rule
     * @param point a class for each column
     * @return true if every cell has the point's class
     */
    public boolean matches(int rule, int[] point) {
        for (int column = 0; column < sizes.length; column++) {
            if (!reaches(rule, column, point[column], point[column])) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether some input matches two rules.
     *
     * @param rule a rule
     * @param other a rule
     * @return true if their boxes have a point in common
     */
    public boolean intersect(int rule, int other) {
        for (int column = 0; column < sizes.length; column++) {
            if (lows[column][rule] > highs[column][other]
                    || lows[column][other] > highs[column][rule]
                    || (scattered[column] && !Runs.intersect(cell(rule, column), cell(other, column)))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a cell has a class in a range. */
    boolean reaches(int rule, int column, int from, int to) {
        if (lows[column][rule] > to || highs[column][rule] < from) {
            return false;
        }
        int[] several = runs[column][rule];
        for (int i = 0; i < several.length; i += 2) {
            if (several[i + 1] >= from) {
                return several[i] <= to;
            }
        }
        return true;
    }

    /** Whether a cell has every class of a range. */
    boolean covers(int rule, int column, int from, int to) {
        if (lows[column][rule] > from || highs[column][rule] < to) {
            return false;
        }
        int[] several = runs[column][rule];
        for (int i = 0; i < several.length; i += 2) {
            if (several[i + 1] >= from) {
                return several[i] <= from && several[i + 1] >= to;
            }
        }
        return true;
    }
}
