package dev.incidentkit.rules;

/** Is told what an observed table decides, for example to measure coverage. Calls come on the deciding threads. */
@FunctionalInterface
public interface TableProbe {
    /**
     * A rule decided, or is one of several that matched.
     *
     * @param table the table
     * @param row the rule's index in the table
     */
    void hit(RuleTable table, int row);

    /**
     * No rule matched.
     *
     * @param table the table
     */
    default void missed(RuleTable table) {}
}
