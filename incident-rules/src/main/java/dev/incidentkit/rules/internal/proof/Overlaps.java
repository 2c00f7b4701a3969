package dev.incidentkit.rules.internal.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * The pairs of rules that some input matches both.
 *
 * @param conflicting pairs with different outcomes, at most as many as asked for
 * @param conflicts how many pairs with different outcomes there are
 * @param harmless pairs with the same outcome, at most as many as asked for
 * @param agreements how many pairs with the same outcome there are
 */
public record Overlaps(List<Pair> conflicting, long conflicts, List<Pair> harmless, long agreements) {
    /**
     * Two rules.
     *
     * @param first the one that stands first
     * @param second the other
     */
    public record Pair(int first, int second) {}

    /** Copies the lists. */
    public Overlaps {
        conflicting = List.copyOf(conflicting);
        harmless = List.copyOf(harmless);
    }

    /**
     * Finds them.
     *
     * @param grid the rules
     * @param outcomes the outcome of each rule
     * @param most how many pairs of each kind to list; all are counted
     * @return the pairs, ascending by the second rule
     */
    public static Overlaps of(RuleGrid grid, int[] outcomes, int most) {
        Neighbours neighbours = new Neighbours(grid);
        List<Pair> conflicting = new ArrayList<>();
        List<Pair> harmless = new ArrayList<>();
        long conflicts = 0;
        long agreements = 0;
        for (int rule = 1; rule < grid.rules(); rule++) {
            int found = neighbours.find(rule, 0, rule);
            for (int i = 0; i < found; i++) {
                int other = neighbours.get(i);
                boolean same = outcomes[rule] == outcomes[other];
                agreements += same ? 1 : 0;
                conflicts += same ? 0 : 1;
                List<Pair> list = same ? harmless : conflicting;
                if (list.size() < most) {
                    list.add(new Pair(other, rule));
                }
            }
        }
        return new Overlaps(conflicting, conflicts, harmless, agreements);
    }
}
