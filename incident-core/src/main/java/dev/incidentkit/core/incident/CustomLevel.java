package dev.incidentkit.core.incident;

/**
 * A level of a scale that a host declares for one of its own attributes.
 *
 * @param scale the name of the scale, not blank
 * @param name the label, not blank
 * @param rank the place in the scale, 0 for the most severe
 */
public record CustomLevel(String scale, String name, int rank) implements Level {
    /**
     * Checks the labels and the rank.
     *
     * @throws IllegalArgumentException if a label is blank or the rank is out of bounds
     */
    public CustomLevel {
        Checks.notBlank(scale, "scale");
        Levels.check(name, rank);
    }

    @Override
    public boolean isAtLeast(Level other) {
        if (!(other instanceof CustomLevel custom) || !custom.scale.equals(scale)) {
            throw new IllegalArgumentException(
                    "Levels of one scale can be compared, but " + scale + ":" + this + " was compared with " + other);
        }
        return rank <= custom.rank;
    }

    @Override
    public String toString() {
        return name;
    }
}
