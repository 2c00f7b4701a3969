package dev.incidentkit.rules.internal.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds an input on which two rules match and none of some others. Not safe for use by several threads. */
public final class Witness {
    private final RuleGrid grid;
    private final BoxWalk walk;
    private final Neighbours neighbours;

    /**
     * Prepares to look for inputs.
     *
     * @param grid the rules, in the order in which they win
     */
    public Witness(RuleGrid grid) {
        this.grid = grid;
        this.walk = new BoxWalk(grid);
        this.neighbours = new Neighbours(grid);
    }

    /**
     * An input that two rules match, and no rule that stands before both.
     *
     * @param first a rule
     * @param second a rule after it
     * @param budget how many boxes may be looked at
     * @return a small region of such inputs; empty if there is none, or the budget ran out
     */
    public Optional<Region> meeting(int first, int second, NodeBudget budget) {
        int found = neighbours.find(first, 0, first);
        int[] some = new int[found + 2];
        for (int i = 0; i < found; i++) {
            some[i] = neighbours.get(i);
        }
        some[found] = first;
        some[found + 1] = second;
        int[] low = new int[grid.columns()];
        int[] high = new int[grid.columns()];
        Arrays.setAll(low, column -> Math.max(grid.lows(column)[first], grid.lows(column)[second]));
        Arrays.setAll(high, column -> Math.min(grid.highs(column)[first], grid.highs(column)[second]));
        List<Region> witness = new ArrayList<>();
        walk.over(low, high, some, at -> open(at, first, second, witness), budget);
        return witness.stream().findFirst();
    }

    private static boolean open(BoxWalk at, int first, int second, List<Region> witness) {
        int last = at.count() - 1;
        if (last < 1 || at.rule(last) != second || at.rule(last - 1) != first) {
            return false;
        }
        for (int i = 0; i < last - 1; i++) {
            if (at.open(i) == 0) {
                return false;
            }
        }
        if (last == 1 && at.open(0) == 0 && at.open(1) == 0) {
            witness.add(at.region());
            at.stop();
            return false;
        }
        return true;
    }
}
