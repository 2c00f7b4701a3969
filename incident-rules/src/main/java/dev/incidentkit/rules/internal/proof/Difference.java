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

    /** The outcome where rules match that the table does not allow together. */
    public static final int CONFLICT = -2;

    private static final int UNSETTLED = -3;

    /** What a table says where several of its rules match. */
    public enum Several {
        /** The first decides. */
        FIRST_WINS,
        /** They decide if all have one outcome, else they are in conflict. */
        MUST_AGREE,
        /** They are in conflict. */
        CONFLICTS
    }

    /**
     * How one of the tables decides.
     *
     * @param several what it says where several rules match
     * @param fallback the place in the grid of the rule that stands for its defaults, which comes last; -1 for none
     */
    public record Way(Several several, int fallback) {
        /** The first rule decides. */
        public static final Way FIRST = new Way(Several.FIRST_WINS, -1);
    }

    private final RuleGrid grid;
    private final int split;
    private final int[] outcomes;
    private final @Nullable Verdict verdict;
    private final int[] contents;
    private Way before = Way.FIRST;
    private Way after = Way.FIRST;
    private final List<Change> changes = new ArrayList<>();
    private boolean untilFirst;
    private int[] matching = new int[64];

    /**
     * Prepares a comparison of tables whose first rule decides, or of such that take more than one.
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
     * Says how tables that decide by one rule take several. In their contents a rule that stands for defaults must not have
     * the number of one that does not.
     *
     * @param first how the first table decides
     * @param second how the second table decides
     * @return this
     */
    public Difference ways(Way first, Way second) {
        before = first;
        after = second;
        return this;
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
            reduce(at, middle, at.count(), after);
            return decide(at, reduce(at, 0, middle, before));
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

    /** Forgets the rules that cannot matter any more; returns the new end. */
    private int reduce(BoxWalk at, int begin, int end, Way way) {
        if (way.several() == Several.FIRST_WINS) {
            return cut(at, begin, end);
        }
        int covering = -1;
        for (int i = begin; i < end; i++) {
            if (at.open(i) != 0) {
                continue;
            }
            if (covering >= 0 && at.rule(i) == way.fallback()) {
                at.forget(i, end);
                return i;
            } else if (covering >= 0 && conflict(at, covering, i, way)) {
                at.forget(i + 1, end);
                at.forget(covering + 1, i);
                at.forget(begin, covering);
                return begin + 2;
            }
            covering = covering < 0 ? i : covering;
        }
        return end;
    }

    private boolean conflict(BoxWalk at, int one, int other, Way way) {
        return way.several() == Several.CONFLICTS || outcomes[at.rule(one)] != outcomes[at.rule(other)];
    }

    private boolean decide(BoxWalk at, int middle) {
        if (same(at, middle)) {
            return false;
        }
        int first = settled(at, 0, middle, before);
        int second = settled(at, middle, at.count(), after);
        if (first == UNSETTLED || second == UNSETTLED) {
            if (second != UNSETTLED && after.several() == Several.FIRST_WINS) {
                leaveLast(at, middle, at.count());
            }
            if (first != UNSETTLED && before.several() == Several.FIRST_WINS) {
                leaveLast(at, 0, middle);
            }
            return true;
        }
        note(at, first, second);
        return false;
    }

    /** What a table says on all of the box, or {@link #UNSETTLED}. */
    private int settled(BoxWalk at, int begin, int end, Way way) {
        if (begin == end) {
            return NONE;
        }
        if (way.several() == Several.FIRST_WINS) {
            return decided(at, begin, end) ? outcomes[at.rule(begin)] : UNSETTLED;
        }
        int covering = 0;
        boolean agree = true;
        for (int i = begin; i < end; i++) {
            covering += at.open(i) == 0 ? 1 : 0;
            agree &= outcomes[at.rule(i)] == outcomes[at.rule(begin)];
        }
        if (covering == 2 && end == begin + 2 && conflict(at, begin, begin + 1, way)) {
            return CONFLICT;
        }
        boolean certain = way.several() == Several.CONFLICTS ? end == begin + 1 : agree;
        return covering > 0 && certain ? outcomes[at.rule(begin)] : UNSETTLED;
    }

    /** Whether the same rules are left of both tables, so that they agree whatever these are. */
    private boolean same(BoxWalk at, int middle) {
        boolean alike = before.several() == after.several() || middle <= 1;
        if (!alike || at.count() != 2 * middle) {
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
