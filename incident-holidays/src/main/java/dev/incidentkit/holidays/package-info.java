/**
 * Holidays for {@linkplain dev.incidentkit.core.calendar.BusinessCalendar business calendars}:
 * {@linkplain dev.incidentkit.holidays.IcsHolidays from iCalendar files} and
 * {@linkplain dev.incidentkit.holidays.CountryHolidays by country and region}.
 */
@NullMarked
package dev.incidentkit.holidays;

import org.jspecify.annotations.NullMarked;
