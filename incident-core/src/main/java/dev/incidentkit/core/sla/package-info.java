/**
 * Service levels: policies as data, their verification, and the clocks that fold an incident's events over business
 * calendars. A {@link dev.incidentkit.core.sla.SlaClock} stores nothing: for a given record, how a clock stands at an
 * instant is the same whenever it is computed.
 *
 * <p>Every type here is immutable and safe for use by several threads unless it says otherwise.
 */
@NullMarked
package dev.incidentkit.core.sla;

import org.jspecify.annotations.NullMarked;
