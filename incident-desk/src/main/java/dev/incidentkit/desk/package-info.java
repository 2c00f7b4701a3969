/**
 * The only writer. {@link dev.incidentkit.desk.ServiceDesk} loads an incident, has its definition decide, seals the events
 * and appends them once under the expected version; {@link dev.incidentkit.desk.TimerRunner} turns what falls due into
 * commands and {@link dev.incidentkit.desk.OutboxRunner} turns messages into notifications, when a host's scheduler calls
 * them; {@link dev.incidentkit.desk.AlertDesk} takes alerts of monitoring; {@link dev.incidentkit.desk.Audit} proves that
 * records are whole.
 *
 * <p>Everything here is safe for use by several threads, builders excepted. Loggers carry the names of the classes; no
 * personal data is logged.
 */
@NullMarked
package dev.incidentkit.desk;

import org.jspecify.annotations.NullMarked;
