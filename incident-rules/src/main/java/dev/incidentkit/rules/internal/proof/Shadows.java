package dev.incidentkit.rules.internal.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds rules that other rules cover, alone or only together. Not safe for use by several threads.
 */
public final class Shadows {
    private static final int MINIMIZED = 24;
    private static final int EASY = 1_000;

    /** Less than one by more than a sum of shares can lose by rounding. */
    private static final double ALMOST = 1 - 1e-6;

    private final RuleGrid grid;
    private final BoxWalk walk;
    private final Neighbours neighbours;
    private final BitSet shadowed = new BitSet();
    private final int[] low;
    private final int[] high;

    /**
     * Prepares to look for them.
     *
     * @param grid the rules, in the order in which they win
     */
    public Shadows(RuleGrid grid) {
        this.grid = grid;
        this.walk = new BoxWalk(grid);
        this.neighbours = new Neighbours(grid);
        this.low = new int[grid.columns()];
        this.high = new int[grid.columns()];
    }

    /**
     * Whether the rules before a rule cover it. Quickest when rules are asked about in their order: what is covered
     * itself is then left out of the cover of others.
     *
     * @param rule the rule; one that can never match is not looked at and counts as free
     * @param budget how many boxes may be looked at
     * @return the answer
     */
    public Shadow byEarlier(int rule, NodeBudget budget) {
        int found = neighbours.find(rule, 0, rule);
        int[] others = new int[found];
        int kept = 0;
        for (int i = 0; i < found; i++) {
            others[kept] = neighbours.get(i);
            kept += shadowed.get(others[kept]) ? 0 : 1;
        }
        Shadow answer = by(rule, Arrays.copyOf(others, kept), budget);
        shadowed.set(rule, answer.answer() == Shadow.Answer.SHADOWED);
        return answer;
    }

    /** Whether some rules, each of which meets the rule and comes before it, cover it. */
    private Shadow by(int rule, int[] others, NodeBudget budget) {
        for (int other : others) {
            if (contains(other, rule)) {
                return new Shadow(Shadow.Answer.SHADOWED, List.of(other));
            }
        }
        if (others.length < 2) {
            return Shadow.FREE;
        }
        BitSet used = new BitSet();
        long before = budget.spent();
        Shadow.Answer answer = ask(rule, others, used, budget);
        if (answer != Shadow.Answer.SHADOWED) {
            return answer == Shadow.Answer.FREE ? Shadow.FREE : Shadow.UNKNOWN;
        }
        boolean easy = budget.spent() - before <= EASY && used.cardinality() <= MINIMIZED;
        return new Shadow(
                answer,
                easy ? minimized(rule, used, budget) : used.stream().boxed().toList());
    }

    private boolean contains(int outer, int inner) {
        for (int column = 0; column < grid.columns(); column++) {
            if (grid.lows(column)[outer] > grid.lows(column)[inner]
                    || grid.highs(column)[outer] < grid.highs(column)[inner]
                    || (grid.scattered(column) && !Runs.contains(grid.cell(outer, column), grid.cell(inner, column)))) {
                return false;
            }
        }
        return true;
    }

    private Shadow.Answer ask(int rule, int[] others, BitSet used, NodeBudget budget) {
        for (int column = 0; column < low.length; column++) {
            low[column] = grid.lows(column)[rule];
            high[column] = grid.highs(column)[rule];
        }
        int[] some = Arrays.copyOf(others, others.length + 1);
        some[others.length] = rule;
        boolean[] free = {false};
        boolean done = walk.over(low, high, some, at -> open(at, rule, used, free), budget);
        if (free[0]) {
            return Shadow.Answer.FREE;
        }
        return done ? Shadow.Answer.SHADOWED : Shadow.Answer.UNKNOWN;
    }

    private boolean open(BoxWalk at, int rule, BitSet used, boolean[] free) {
        int last = at.count() - 1;
        if (last < 0 || at.rule(last) != rule) {
            return false;
        }
        for (int i = 0; i < last; i++) {
            if (at.open(i) == 0) {
                used.set(at.rule(i));
                return false;
            }
        }
        if (last == 0 || (at.open(last) == 0 && tooSmall(at, last))) {
            free[0] = true;
            at.stop();
            return false;
        }
        return true;
    }

    /** Whether the others are too small to fill the box, even if none of them met another. */
    private boolean tooSmall(BoxWalk at, int last) {
        double filled = 0;
        for (int i = 0; i < last && filled < ALMOST; i++) {
            double share = 1;
            for (long open = at.open(i); open != 0; open &= open - 1) {
                int column = Long.numberOfTrailingZeros(open);
                int from = Math.max(grid.lows(column)[at.rule(i)], at.from(column));
                int to = Math.min(grid.highs(column)[at.rule(i)], at.to(column));
                share *= (to - from + 1) / (double) (at.to(column) - at.from(column) + 1);
            }
            filled += share;
        }
        return filled < ALMOST;
    }

    /** Leaves out rules as long as the others still cover. */
    private List<Integer> minimized(int rule, BitSet used, NodeBudget budget) {
        int[] kept = used.stream().toArray();
        for (int i = kept.length - 1; i >= 0; i--) {
            int[] fewer = new int[kept.length - 1];
            System.arraycopy(kept, 0, fewer, 0, i);
            System.arraycopy(kept, i + 1, fewer, i, fewer.length - i);
            NodeBudget part = budget.part(EASY);
            if (ask(rule, fewer, new BitSet(), part) == Shadow.Answer.SHADOWED) {
                kept = fewer;
            }
            budget.charge(part);
        }
        List<Integer> by = new ArrayList<>(kept.length);
        Arrays.stream(kept).forEach(by::add);
        return by;
    }
}
