/**
 * Incidents as meters. {@link dev.incidentkit.micrometer.IncidentMeters} counts and times events as they come;
 * {@link dev.incidentkit.micrometer.FigureMeters} shows figures of metrics as gauges. Names are in lower case with dots,
 * without units: a registry writes them as its back end wants, and adds the unit.
 */
@NullMarked
package dev.incidentkit.micrometer;

import org.jspecify.annotations.NullMarked;
