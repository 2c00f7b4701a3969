package dev.incidentkit.core.incident;

/**
 * Why an incident waits. Clocks pause for some reasons and not for others.
 *
 * @param name 1 to 40 characters, not blank
 */
public record HoldReason(String name) {
    /** Waiting for the caller. */
    public static final HoldReason CALLER = new HoldReason("CALLER");

    /** Waiting for a supplier. */
    public static final HoldReason VENDOR = new HoldReason("VENDOR");

    /** Waiting for a linked change. */
    public static final HoldReason CHANGE = new HoldReason("CHANGE");

    /** Waiting for a linked problem. */
    public static final HoldReason PROBLEM = new HoldReason("PROBLEM");

    /** Waiting for evidence. */
    public static final HoldReason EVIDENCE = new HoldReason("EVIDENCE");

    /** Waiting for an agreed time. */
    public static final HoldReason SCHEDULED = new HoldReason("SCHEDULED");

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is blank or too long
     */
    public HoldReason {
        Checks.name(name, 40, "hold reason");
    }

    @Override
    public String toString() {
        return name;
    }
}
