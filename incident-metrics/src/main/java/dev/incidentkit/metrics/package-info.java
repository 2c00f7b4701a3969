/**
 * Figures about incidents. A {@link dev.incidentkit.metrics.Metric} is a definition that says what is measured, of which
 * incidents, in whose time, and what is left out; {@link dev.incidentkit.metrics.Metrics} has those of the library. A
 * {@link dev.incidentkit.metrics.MetricPlan} names metrics and groupings; a {@link dev.incidentkit.metrics.MetricFold}
 * measures whole records by it, a {@link dev.incidentkit.metrics.LiveFold} events as they come. What looks at several
 * incidents together has folds of its own. All partial results merge: in any order, in any grouping.
 */
@NullMarked
package dev.incidentkit.metrics;

import org.jspecify.annotations.NullMarked;
