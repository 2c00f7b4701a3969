package dev.incidentkit.core.incident;

/**
 * How bad an incident is on its own, judged apart from its priority. The default scale has four levels.
 *
 * @param name the label, not blank
 * @param rank the place in the scale, 0 for the most severe
 */
public record Severity(String name, int rank) implements Level {
    /** Rank 0 of the default scale. */
    public static final Severity SEV1 = new Severity("SEV1", 0);

    /** Rank 1 of the default scale. */
    public static final Severity SEV2 = new Severity("SEV2", 1);

    /** Rank 2 of the default scale. */
    public static final Severity SEV3 = new Severity("SEV3", 2);

    /** Rank 3 of the default scale. */
    public static final Severity SEV4 = new Severity("SEV4", 3);

    /**
     * Checks the label and the rank.
     *
     * @throws IllegalArgumentException if the label is blank or the rank is out of bounds
     */
    public Severity {
        Levels.check(name, rank);
    }

    @Override
    public String toString() {
        return name;
    }
}
