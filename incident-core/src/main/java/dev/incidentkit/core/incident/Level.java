package dev.incidentkit.core.incident;

/**
 * One level of an ordered {@link Scale}. Rank 0 is the most severe level of its scale, so a <em>smaller</em> rank is
 * more severe. The types of levels keep scales apart: an {@link Impact} cannot be passed where an {@link Urgency} is
 * expected.
 */
public sealed interface Level permits Impact, Urgency, Severity, Priority, CustomLevel {
    /**
     * The label of this level, unique within its scale.
     *
     * @return the label, not blank
     */
    String name();

    /**
     * The place of this level in its scale.
     *
     * @return 0 for the most severe level, at most {@value Scale#MAX_SIZE} - 1
     */
    int rank();

    /**
     * Whether this level is at least as severe as another one of the same scale ({@code >=} in rules).
     *
     * @param other a level of the same scale
     * @return true if this level's rank is at most the other's
     * @throws IllegalArgumentException if the other level is of another kind of scale
     */
    default boolean isAtLeast(Level other) {
        if (other.getClass() != getClass()) {
            throw new IllegalArgumentException(
                    "Levels of one scale can be compared, but " + this + " was compared with " + other);
        }
        return rank() <= other.rank();
    }
}
