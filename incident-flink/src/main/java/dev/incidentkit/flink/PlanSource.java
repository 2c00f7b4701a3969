package dev.incidentkit.flink;

import dev.incidentkit.metrics.MetricPlan;
import java.io.Serializable;

/**
 * Makes the plan of a job where its parts run. A plan holds functions, so it is made anew there by the code in the job's
 * jar, and is not sent; it must be the same each time.
 */
@FunctionalInterface
public interface PlanSource extends Serializable {
    /** {@return the plan: what is measured, and by which clocks incidents are timed} */
    MetricPlan plan();
}
