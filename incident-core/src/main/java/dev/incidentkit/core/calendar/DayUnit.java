package dev.incidentkit.core.calendar;

/** What a day is when a number of days is added to an instant. */
public enum DayUnit {
    /** A day is 24 hours of open time. */
    HOURS_24,
    /**
     * The same local time on the n-th next day with any open time; where that is closed, the next opening forward, the
     * previous closing backward. It is never converted to hours.
     */
    WORKING_DAY
}
