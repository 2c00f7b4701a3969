package dev.incidentkit.rules.internal.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where two tables over the same columns decide differently. Both are carried down the same boxes; a box is done as soon
 * as each table has one outcome on all of it, whichever rules give it, or the same rules are left of both.
 */
public final class Difference {
    /** The outcome where no rule matches. */
    public static final int NONE = -1;

    private final RuleGrid grid;
    private final int split;
    private final int[] outcomes;
    private final @Nullable Verdict verdict;
    private final int[] contents;
    private final List<Change> changes = new ArrayList<>();
    private boolean untilFirst;
    private int[] matching = new int[64];

    /**
     * Prepares a comparison.
     *
     * @param grid the rules of the first table, then those of the second, each in the order in which they win
     * @param split the number of rules of the first table
     * @param outcomes the outcome of each rule
     * @param contents a number for each rule, the same for two rules exactly if they have the same cells and outcome
     * @param verdict what several matching rules decide, for hit policies that take more than one; else null. It must
     *     know the rules of both tables by their place in the grid
     */
    public Difference(RuleGrid grid, int split, int[] outcomes, int[] contents, @Nullable Verdict verdict) {
        this.grid = grid;
        this.split = split;
        this.outcomes = outcomes.clone();
        this.contents = contents.clone();
        this.verdict = verdict;
    }

    /**
     * Finds all differences.
     *
     * @param budget how many boxes may be looked at
     * @return the changed regions, merged; and whether these are all
     */
    public Result all(NodeBudget budget) {
        untilFirst = false;
        boolean exact = walk(budget);
        return new Result(merged(), exact);
    }

    /**
     * Whether there is a difference.
     *
     * @param budget how many boxes may be looked at
     * @return one difference or none; and whether that is certain
     */
    public Result first(NodeBudget budget) {
        untilFirst = true;
        boolean exact = walk(budget);
        return new Result(changes, exact);
    }

    /**
     * What a comparison found.
     *
     * @param changes where the tables differ
     * @param exact false if the budget ran out: then there may be more
     */
    public record Result(List<Change> changes, boolean exact) {
        /** Copies the list. */
        public Result {
            changes = List.copyOf(changes);
        }
    }

    private boolean walk(NodeBudget budget) {
        changes.clear();
        return new BoxWalk(grid).overAll(this::open, budget);
    }

    private boolean open(BoxWalk at) {
        int middle = 0;
        while (middle < at.count() && at.rule(middle) < split) {
            middle++;
        }
        if (verdict == null) {
            cut(at, middle, at.count());
            int cutMiddle = cut(at, 0, middle);
            return decide(at, cutMiddle);
        }
        return decideSeveral(at, middle, verdict);
    }

    /** Forgets the rules that come after one that covers the box; returns the new end. */
    private static int cut(BoxWalk at, int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (at.open(i) == 0) {
                at.forget(i + 1, end);
                return i + 1;
            }
        }
        return end;
    }

    private boolean decide(BoxWalk at, int middle) {
        if (same(at, middle)) {
            return false;
        }
        boolean first = decided(at, 0, middle);
        boolean second = decided(at, middle, at.count());
        if (!first || !second) {
            if (second) {
                leaveLast(at, middle, at.count());
            }
            if (first) {
                leaveLast(at, 0, middle);
            }
            return true;
        }
        int before = middle == 0 ? NONE : outcomes[at.rule(0)];
        int after = middle == at.count() ? NONE : outcomes[at.rule(middle)];
        note(at, before, after);
        return false;
    }

    /** Whether the same rules are left of both tables, so that they agree whatever these are. */
    private boolean same(BoxWalk at, int middle) {
        if (at.count() != 2 * middle) {
            return false;
        }
        for (int i = 0; i < middle; i++) {
            if (contents[at.rule(i)] != contents[at.rule(middle + i)]) {
                return false;
            }
        }
        return true;
    }

    /** Whether there is no rule, or the last one covers the box and all before it say the same. */
    private boolean decided(BoxWalk at, int begin, int end) {
        if (begin == end) {
            return true;
        }
        if (at.open(end - 1) != 0) {
            return false;
        }
        int outcome = outcomes[at.rule(end - 1)];
        for (int i = begin; i < end - 1; i++) {
            if (outcomes[at.rule(i)] != outcome) {
                return false;
            }
        }
        return true;
    }

    /** Of a table that is decided already the last rule is enough: it covers the box. */
    private static void leaveLast(BoxWalk at, int begin, int end) {
        if (end > begin + 1) {
            at.forget(begin, end - 1);
        }
    }

    private boolean decideSeveral(BoxWalk at, int middle, Verdict together) {
        if (same(at, middle)) {
            return false;
        }
        for (int i = 0; i < at.count(); i++) {
            if (at.open(i) != 0) {
                return true;
            }
        }
        gather(at, 0, middle);
        int before = together.of(matching, middle, false);
        gather(at, middle, at.count());
        note(at, before, together.of(matching, at.count() - middle, true));
        return false;
    }

    private void gather(BoxWalk at, int begin, int end) {
        if (matching.length < end - begin) {
            matching = new int[end - begin];
        }
        for (int i = begin; i < end; i++) {
            matching[i - begin] = at.rule(i);
        }
    }

    private void note(BoxWalk at, int before, int after) {
        if (before != after) {
            changes.add(new Change(at.region(), before, after));
            if (untilFirst) {
                at.stop();
            }
        }
    }

    /** Joins regions of the same change. */
    private List<Change> merged() {
        Map<List<Integer>, List<Region>> byChange = new LinkedHashMap<>();
        for (Change change : changes) {
            byChange.computeIfAbsent(List.of(change.before(), change.after()), key -> new ArrayList<>())
                    .add(change.region());
        }
        List<Change> merged = new ArrayList<>();
        byChange.forEach((outcome, regions) -> Merger.merge(regions)
                .forEach(region -> merged.add(new Change(region, outcome.get(0), outcome.get(1)))));
        return merged;
    }
}
