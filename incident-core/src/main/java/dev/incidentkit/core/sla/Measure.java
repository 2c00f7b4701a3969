package dev.incidentkit.core.sla;

/**
 * What a target is about.
 *
 * @param name 1 to 40 characters, not blank
 */
public record Measure(String name) {
    /** The first answer of a person. */
    public static final Measure RESPONSE = new Measure("RESPONSE");

    /** The end of the incident's effect. */
    public static final Measure RESOLUTION = new Measure("RESOLUTION");

    /** The next word to those who wait. */
    public static final Measure UPDATE = new Measure("UPDATE");

    /** Somebody accountable. */
    public static final Measure OWNERSHIP = new Measure("OWNERSHIP");

    /** Word to a regulator. */
    public static final Measure NOTIFICATION = new Measure("NOTIFICATION");

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is blank or too long
     */
    public Measure {
        Texts.name(name, 40, "name of a target");
    }

    @Override
    public String toString() {
        return name;
    }
}
