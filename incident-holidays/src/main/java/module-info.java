/** Holidays for business calendars, from iCalendar files and by country. */
module dev.incidentkit.holidays {
    requires static org.jspecify;
    requires transitive dev.incidentkit.core;
    requires de.focus_shift.jollyday.core;
    requires ical4j.core;

    exports dev.incidentkit.holidays;
}
