package dev.incidentkit.core.incident;

/**
 * How far an incident's effect reaches: how many users or services suffer. The default scale has three levels.
 *
 * @param name the label, not blank
 * @param rank the place in the scale, 0 for the most severe
 */
public record Impact(String name, int rank) implements Level {
    /** Rank 0 of the default scale. */
    public static final Impact HIGH = new Impact("HIGH", 0);

    /** Rank 1 of the default scale. */
    public static final Impact MEDIUM = new Impact("MEDIUM", 1);

    /** Rank 2 of the default scale. */
    public static final Impact LOW = new Impact("LOW", 2);

    /**
     * Checks the label and the rank.
     *
     * @throws IllegalArgumentException if the label is blank or the rank is out of bounds
     */
    public Impact {
        Levels.check(name, rank);
    }

    @Override
    public String toString() {
        return name;
    }
}
