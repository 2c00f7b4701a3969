/**
 * The vocabulary of incidents: scales and levels, typed attributes, commands, events, and the fold of events to an
 * {@link dev.incidentkit.core.incident.Incident}.
 *
 * <p>Every type here is immutable and safe for use by several threads unless it says otherwise.
 */
@NullMarked
package dev.incidentkit.core.incident;

import org.jspecify.annotations.NullMarked;
