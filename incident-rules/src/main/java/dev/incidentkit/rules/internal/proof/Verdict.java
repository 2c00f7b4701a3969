package dev.incidentkit.rules.internal.proof;

/** What the rules that match an input together decide, where that is not simply the first of them. */
@FunctionalInterface
public interface Verdict {
    /**
     * The outcome of some rules.
     *
     * @param rules the rules that match, ascending; only the first {@code count} count
     * @param count how many match; may be 0
     * @param second whether they are rules of the second of two tables that are compared
     * @return a number that is the same exactly when the outcome is
     */
    int of(int[] rules, int count, boolean second);
}
