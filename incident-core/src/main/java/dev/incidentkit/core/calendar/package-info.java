/**
 * Business calendars: weekly hours, breaks, dated shifts and holidays in a time zone, and exact arithmetic with the time
 * that is open by them.
 *
 * <ul>
 *   <li>{@link dev.incidentkit.core.calendar.BusinessCalendar} answers: how much time is open between two instants, when
 *       an amount of it has passed, when it opens and closes.
 *   <li>{@link dev.incidentkit.core.calendar.CalendarBuilder} takes the hours down and refuses what can never open.
 *   <li>{@link dev.incidentkit.core.calendar.Window} and {@link dev.incidentkit.core.calendar.Holiday} are what it takes;
 *       {@link dev.incidentkit.core.calendar.OpenSegment} is what comes out.
 * </ul>
 *
 * <p>Every type here but the builder is immutable and safe for use by several threads.
 */
@NullMarked
package dev.incidentkit.core.calendar;

import org.jspecify.annotations.NullMarked;
