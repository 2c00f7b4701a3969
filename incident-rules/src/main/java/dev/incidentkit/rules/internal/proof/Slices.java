package dev.incidentkit.rules.internal.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * Compares what a table decides for two classes of one column, all else being equal: so it is found that a column has no
 * effect, that two levels are never told apart, or that the outcome turns the wrong way. Not safe for use by several
 * threads.
 */
public final class Slices {
    private static final int[] WHOLE = {0, 0};

    private final RuleGrid grid;
    private final int[] outcomes;
    private final int[] contents;

    /**
     * Prepares comparisons within one table that answers with one rule.
     *
     * @param grid the rules, in the order in which they win
     * @param outcomes the outcome of each rule
     */
    public Slices(RuleGrid grid, int[] outcomes) {
        this.grid = grid;
        this.outcomes = outcomes.clone();
        this.contents = new int[grid.rules()];
        for (int rule = 0; rule < contents.length; rule++) {
            contents[rule] = rule;
        }
    }

    /**
     * Where two classes of a column are decided differently.
     *
     * @param column the column
     * @param first a class of it
     * @param second another
     * @param budget how many boxes may be looked at
     * @return the differences; their regions have the one class 0 in the column
     */
    public Difference.Result between(int column, int first, int second, NodeBudget budget) {
        return difference(column, first, second).all(budget);
    }

    /**
     * Whether a column matters.
     *
     * @param column the column
     * @param budget how many boxes may be looked at
     * @return a difference between two neighbouring classes, or none; and whether that is certain
     */
    public Difference.Result effect(int column, NodeBudget budget) {
        for (int first = 0; first + 1 < grid.size(column); first++) {
            if (toldApart(column, first)) {
                budget.charge(grid.rules());
                Difference.Result result = difference(column, first, first + 1).first(budget);
                if (!result.changes().isEmpty() || !result.exact()) {
                    return result;
                }
            }
        }
        return new Difference.Result(List.of(), true);
    }

    /**
     * Whether some cell tells two neighbouring classes apart.
     *
     * @param column the column
     * @param first the first of the two
     * @return true if a cell has one of them and not the other
     */
    public boolean toldApart(int column, int first) {
        for (int rule = 0; rule < grid.rules(); rule++) {
            if (grid.reaches(rule, column, first, first + 1) && !grid.covers(rule, column, first, first + 1)) {
                return true;
            }
        }
        return false;
    }

    private Difference difference(int column, int first, int second) {
        int[] sizes = grid.sizes();
        sizes[column] = 1;
        List<int[][]> cells = new ArrayList<>();
        List<Integer> rules = new ArrayList<>();
        slice(column, first, cells, rules);
        int split = rules.size();
        slice(column, second, cells, rules);
        int[] place = rules.stream().mapToInt(Integer::intValue).toArray();
        int[] placed = new int[place.length];
        int[] same = new int[place.length];
        for (int i = 0; i < place.length; i++) {
            placed[i] = outcomes[place[i]];
            same[i] = contents[place[i]];
        }
        return new Difference(new RuleGrid(sizes, cells), split, placed, same, null);
    }

    private void slice(int column, int only, List<int[][]> cells, List<Integer> rules) {
        for (int rule = 0; rule < grid.rules(); rule++) {
            if (grid.reaches(rule, column, only, only)) {
                int[][] sides = grid.region(rule).sides();
                sides[column] = WHOLE;
                cells.add(sides);
                rules.add(rule);
            }
        }
    }
}
