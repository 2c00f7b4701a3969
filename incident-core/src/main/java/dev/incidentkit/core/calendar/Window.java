package dev.incidentkit.core.calendar;

import java.time.DateTimeException;
import java.time.LocalTime;

/**
 * A stretch of local time within a day or across one midnight, half open: the beginning belongs to it, the end does not.
 * A window whose end is not after its beginning ends on the next day; an end of 00:00 is the midnight that ends the day,
 * so 00:00 to 00:00 is the whole day. Immutable.
 *
 * @param from the first local time in it, whole milliseconds
 * @param to the first local time after it, whole milliseconds; midnight is the end of the day
 */
public record Window(LocalTime from, LocalTime to) {
    /** The whole day, 00:00 to 24:00. */
    public static final Window ALL_DAY = new Window(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    static final int DAY = 86_400_000;
    private static final int NANOS_PER_MILLI = 1_000_000;
    private static final String END_OF_DAY = "24:00";

    /**
     * Makes a window.
     *
     * @throws IllegalArgumentException if a time has a part finer than a millisecond, or both are the same time other
     *     than midnight, which could mean nothing or a whole day
     */
    public Window {
        whole(from);
        whole(to);
        if (from.equals(to) && !from.equals(LocalTime.MIDNIGHT)) {
            throw new IllegalArgumentException("A window must end at another time than it begins, but runs from " + from
                    + " to " + to + "; a whole day is 00:00 to 24:00");
        }
    }

    private static void whole(LocalTime time) {
        if (time.toNanoOfDay() % NANOS_PER_MILLI != 0) {
            throw new IllegalArgumentException("A window's times are whole milliseconds, but one is " + time);
        }
    }

    /**
     * Makes a window of two local times as they are written down.
     *
     * @param from the beginning, for example {@code 09:00}
     * @param to the end, for example {@code 17:30}, {@code 24:00}, or {@code 06:00} of the next day
     * @return the window
     * @throws IllegalArgumentException if one is no local time, or both are the same
     */
    public static Window of(String from, String to) {
        return new Window(time(from), to.equals(END_OF_DAY) ? LocalTime.MIDNIGHT : time(to));
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("A window's time must be like 09:00, but is '" + text + "'", e);
        }
    }

    /**
     * Makes a window of one text.
     *
     * @param text the beginning and the end with a hyphen between, for example {@code 22:00-06:00}
     * @return the window
     * @throws IllegalArgumentException if the text is not of this form
     */
    public static Window parse(String text) {
        int hyphen = text.indexOf('-');
        if (hyphen < 0) {
            throw new IllegalArgumentException("A window must be like 09:00-17:00, but is '" + text + "'");
        }
        return of(text.substring(0, hyphen).strip(), text.substring(hyphen + 1).strip());
    }

    /** {@return whether this window reaches into the next day} */
    public boolean crossesMidnight() {
        return endMillis() > DAY;
    }

    /** {@return milliseconds from midnight to the beginning} */
    int startMillis() {
        return (int) (from.toNanoOfDay() / NANOS_PER_MILLI);
    }

    /** {@return milliseconds from the midnight before the beginning to the end, up to two days} */
    int endMillis() {
        int end = (int) (to.toNanoOfDay() / NANOS_PER_MILLI);
        return end > startMillis() ? end : end + DAY;
    }

    /** {@return the window as it is written down, for example {@code 22:00-06:00}} */
    @Override
    public String toString() {
        return from + "-" + (to.equals(LocalTime.MIDNIGHT) ? END_OF_DAY : to.toString());
    }
}
