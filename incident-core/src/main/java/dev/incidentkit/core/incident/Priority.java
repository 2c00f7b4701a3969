package dev.incidentkit.core.incident;

/**
 * The order in which incidents are worked on. The default scale is P1 (most severe) to P5.
 *
 * @param name the label, not blank
 * @param rank the place in the scale, 0 for the most severe
 */
public record Priority(String name, int rank) implements Level {
    /** Rank 0 of the default scale. */
    public static final Priority P1 = new Priority("P1", 0);

    /** Rank 1 of the default scale. */
    public static final Priority P2 = new Priority("P2", 1);

    /** Rank 2 of the default scale. */
    public static final Priority P3 = new Priority("P3", 2);

    /** Rank 3 of the default scale. */
    public static final Priority P4 = new Priority("P4", 3);

    /** Rank 4 of the default scale. */
    public static final Priority P5 = new Priority("P5", 4);

    /**
     * Checks the label and the rank.
     *
     * @throws IllegalArgumentException if the label is blank or the rank is out of bounds
     */
    public Priority {
        Levels.check(name, rank);
    }

    @Override
    public String toString() {
        return name;
    }
}
