/**
 * Tables over incidents: {@link dev.incidentkit.rules.incident.IncidentFacts} has the columns,
 * {@link dev.incidentkit.rules.incident.IncidentTable} asks any such table, and the tables of triage, routing, SLA and
 * escalation are asked through core's ports or by name. All types are immutable and safe for use by several threads.
 */
@NullMarked
package dev.incidentkit.rules.incident;

import org.jspecify.annotations.NullMarked;
