package dev.incidentkit.core.calendar;

import java.time.LocalDate;
import java.time.MonthDay;

/**
 * A local date, or a part of it, on which the weekly hours do not hold. What a dated shift opens stays open on a holiday.
 * Immutable.
 */
public sealed interface Holiday {
    /** {@return what the holiday is called, not blank} */
    String name();

    /** {@return the part of the date that is closed; it does not cross midnight} */
    Window closed();

    /**
     * A whole date.
     *
     * @param date the local date
     * @param name what the holiday is called, not blank
     * @return the holiday
     */
    static Holiday on(LocalDate date, String name) {
        return new Dated(date, name, Window.ALL_DAY);
    }

    /**
     * A part of a date.
     *
     * @param date the local date
     * @param name what the holiday is called, not blank
     * @param closed the part that is closed, for example 12:00 to 24:00; not across midnight
     * @return the holiday
     */
    static Holiday on(LocalDate date, String name, Window closed) {
        return new Dated(date, name, closed);
    }

    /**
     * A whole day of each year.
     *
     * @param day the month and day; 29 February occurs in leap years only
     * @param name what the holiday is called, not blank
     * @return the holiday
     */
    static Holiday yearly(MonthDay day, String name) {
        return new Yearly(day, name, Window.ALL_DAY);
    }

    /**
     * A part of a day of each year.
     *
     * @param day the month and day; 29 February occurs in leap years only
     * @param name what the holiday is called, not blank
     * @param closed the part that is closed, for example 12:00 to 24:00; not across midnight
     * @return the holiday
     */
    static Holiday yearly(MonthDay day, String name, Window closed) {
        return new Yearly(day, name, closed);
    }

    /**
     * A holiday of one date.
     *
     * @param date the local date
     * @param name what the holiday is called, not blank
     * @param closed the part of the date that is closed; not across midnight
     */
    record Dated(LocalDate date, String name, Window closed) implements Holiday {
        /**
         * Makes the holiday.
         *
         * @throws IllegalArgumentException if the name is blank or the window crosses midnight
         */
        public Dated {
            Arguments.holiday(name, closed);
        }
    }

    /**
     * A holiday of every year.
     *
     * @param day the month and day; 29 February occurs in leap years only
     * @param name what the holiday is called, not blank
     * @param closed the part of the day that is closed; not across midnight
     */
    record Yearly(MonthDay day, String name, Window closed) implements Holiday {
        /**
         * Makes the holiday.
         *
         * @throws IllegalArgumentException if the name is blank or the window crosses midnight
         */
        public Yearly {
            Arguments.holiday(name, closed);
        }
    }
}
