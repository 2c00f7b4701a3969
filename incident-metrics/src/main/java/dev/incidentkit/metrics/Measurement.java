package dev.incidentkit.metrics;

import java.util.function.LongBinaryOperator;

/** Measures one incident: what a metric does. A pure function, safe for use by several threads. */
@FunctionalInterface
public interface Measurement {
    /**
     * Measures one incident.
     *
     * @param one the incident
     * @param elapsed the time between two instants, in milliseconds, in the metric's calendar; the second is not before
     *     the first
     * @param out takes what was measured: at least one value, tally or exclusion
     */
    void measure(Case one, LongBinaryOperator elapsed, Outcomes out);
}
