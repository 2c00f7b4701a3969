/**
 * What is to be expected: a definition run forward by a seeded simulation of arrivals, staff, skills and calendars. Begin
 * with {@link dev.incidentkit.metrics.forecast.ForecastModel}.
 */
@NullMarked
package dev.incidentkit.metrics.forecast;

import org.jspecify.annotations.NullMarked;
