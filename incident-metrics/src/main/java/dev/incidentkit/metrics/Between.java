package dev.incidentkit.metrics;

import dev.incidentkit.core.incident.Milestone;
import java.util.function.LongBinaryOperator;

/** The time between two milestones. A class of its own and no lambda, so that it is called without looking it up. */
record Between(Milestone from, Milestone to) implements Measurement {
    @Override
    public void measure(Case one, LongBinaryOperator elapsed, Outcomes out) {
        Durations.measure(one, from, to, elapsed, out);
    }
}
