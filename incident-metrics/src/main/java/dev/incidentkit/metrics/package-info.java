/**
 * Counts and durations over incidents. {@link dev.incidentkit.metrics.MilestoneMetric} says what is measured, of which
 * incidents, and what is left out; {@link dev.incidentkit.metrics.Distribution} and
 * {@link dev.incidentkit.metrics.Counts} hold results, which are exact and merge: in any order, in any grouping.
 */
@NullMarked
package dev.incidentkit.metrics;

import org.jspecify.annotations.NullMarked;
