package dev.incidentkit.architecture.samples.core.sla;

/** Has the name of another type that users import. */
public final class Day {
    @Override
    public String toString() {
        return "a day of the calendar, or of an agreement";
    }
}
