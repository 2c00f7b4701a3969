package dev.incidentkit.core.incident;

/**
 * A host's own name for where an incident stands, with its fixed meaning.
 *
 * @param name 1 to 60 characters, not blank, unique within a lifecycle
 * @param phase what it means
 */
public record Status(String name, Phase phase) {
    /** Reported. */
    public static final Status NEW = new Status("NEW", Phase.NEW);

    /** Being worked on. */
    public static final Status IN_PROGRESS = new Status("IN_PROGRESS", Phase.ACTIVE);

    /** Waiting. */
    public static final Status ON_HOLD = new Status("ON_HOLD", Phase.ON_HOLD);

    /** The service is back. */
    public static final Status RESOLVED = new Status("RESOLVED", Phase.RESOLVED);

    /** Done. */
    public static final Status CLOSED = new Status("CLOSED", Phase.CLOSED);

    /** Ended without a resolution. */
    public static final Status CANCELLED = new Status("CANCELLED", Phase.CANCELLED);

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is blank or too long
     */
    public Status {
        Checks.name(name, 60, "name of a status");
    }

    @Override
    public String toString() {
        return name;
    }
}
