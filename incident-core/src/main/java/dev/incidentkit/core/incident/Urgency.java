package dev.incidentkit.core.incident;

/**
 * How soon the effect of an incident becomes unbearable for the business. The default scale has three levels.
 *
 * @param name the label, not blank
 * @param rank the place in the scale, 0 for the most severe
 */
public record Urgency(String name, int rank) implements Level {
    /** Rank 0 of the default scale. */
    public static final Urgency HIGH = new Urgency("HIGH", 0);

    /** Rank 1 of the default scale. */
    public static final Urgency MEDIUM = new Urgency("MEDIUM", 1);

    /** Rank 2 of the default scale. */
    public static final Urgency LOW = new Urgency("LOW", 2);

    /**
     * Checks the label and the rank.
     *
     * @throws IllegalArgumentException if the label is blank or the rank is out of bounds
     */
    public Urgency {
        Levels.check(name, rank);
    }

    @Override
    public String toString() {
        return name;
    }
}
