package dev.incidentkit.store;

/** What becomes of the later messages of an incident while an earlier one is parked. */
public enum ParkPolicy {
    /** The next message proceeds. */
    NEXT_PROCEEDS,

    /** The later messages wait until the parked one is resumed or discarded. */
    NEXT_WAITS
}
