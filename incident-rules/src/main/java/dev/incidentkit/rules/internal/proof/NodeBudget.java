package dev.incidentkit.rules.internal.proof;

/**
 * How many boxes proofs may look at. Some questions about rules have no short answer (they are co-NP-complete), so that
 * each proof must be able to give up and say so. Not safe for use by several threads.
 */
public final class NodeBudget {
    private final long limit;
    private long spent;

    /**
     * Makes a budget.
     *
     * @param limit how many boxes may be looked at
     */
    public NodeBudget(long limit) {
        this.limit = limit;
    }

    /** Takes one box off the budget; false once there is none left. */
    boolean take() {
        return spent++ < limit;
    }

    /**
     * A budget of its own for one of several questions, so that a hard one does not leave the others unanswered.
     *
     * @param most how many boxes it may look at, unless less is left here
     * @return a new budget; what it spends is not taken off here until {@link #charge} is told
     */
    public NodeBudget part(long most) {
        return new NodeBudget(Math.max(0, Math.min(most, limit - spent)));
    }

    /**
     * Takes off what a part has spent.
     *
     * @param part a budget that {@link #part} gave
     */
    public void charge(NodeBudget part) {
        charge(Math.min(part.spent, part.limit));
    }

    /** Takes off as much as some other work is worth. */
    void charge(long nodes) {
        spent += nodes;
    }

    /**
     * How many boxes were looked at.
     *
     * @return the number
     */
    public long spent() {
        return Math.min(spent, limit);
    }
}
