package dev.incidentkit.rules.internal.proof;

import java.util.List;

/**
 * Whether other rules leave nothing of a rule.
 *
 * @param answer what is known
 * @param by if shadowed, the rules that cover it together; none of them could be left out, as far as that was tried
 */
public record Shadow(Answer answer, List<Integer> by) {
    /** What is known. */
    public enum Answer {
        /** The others cover it. */
        SHADOWED,
        /** Some input is left to it. */
        FREE,
        /** The budget ran out. */
        UNKNOWN
    }

    static final Shadow FREE = new Shadow(Answer.FREE, List.of());
    static final Shadow UNKNOWN = new Shadow(Answer.UNKNOWN, List.of());

    /** Copies the list. */
    public Shadow {
        by = List.copyOf(by);
    }
}
