package dev.incidentkit.metrics;

/**
 * How often incidents went from one status to another.
 *
 * @param from the status before; empty where incidents began
 * @param to the status after
 * @param count how often: an incident that goes the same way twice counts twice
 */
public record StatusChange(String from, String to, long count) {
    /** {@return whether incidents begin here} */
    public boolean isBeginning() {
        return from.isEmpty();
    }
}
