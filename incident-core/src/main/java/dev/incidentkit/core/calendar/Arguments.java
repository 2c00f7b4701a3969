package dev.incidentkit.core.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Checks of arguments that name the value they refuse. */
final class Arguments {
    private Arguments() {}

    static String name(String name, String what) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("The name of a " + what + " must not be blank, but is '" + name + "'");
        }
        return name;
    }

    static void holiday(String name, Window closed) {
        name(name, "holiday");
        if (closed.crossesMidnight()) {
            throw new IllegalArgumentException(
                    "Holiday '" + name + "' must lie within one day, but closes " + closed + "; make it two");
        }
    }

    static long instant(long epochMillis) {
        if (epochMillis < BusinessCalendar.EARLIEST || epochMillis > BusinessCalendar.LATEST) {
            throw new IllegalArgumentException("A calendar reckons with instants from "
                    + Instant.ofEpochMilli(BusinessCalendar.EARLIEST) + " to "
                    + Instant.ofEpochMilli(BusinessCalendar.LATEST) + ", but got " + epochMillis
                    + " ms since the epoch");
        }
        return epochMillis;
    }

    static long instant(Instant instant) {
        long second = instant.getEpochSecond();
        if (second < BusinessCalendar.EARLIEST / 1000 || second > BusinessCalendar.LATEST / 1000) {
            throw new IllegalArgumentException("A calendar reckons with instants from "
                    + Instant.ofEpochMilli(BusinessCalendar.EARLIEST) + " to "
                    + Instant.ofEpochMilli(BusinessCalendar.LATEST) + ", but got " + instant);
        }
        return instant.toEpochMilli();
    }

    static long amount(Duration amount) {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("An amount of time must not be negative, but is " + amount);
        }
        return amount.toSeconds() > Long.MAX_VALUE / 1000 - 1 ? Long.MAX_VALUE : amount.toMillis();
    }

    static long amount(long millis) {
        if (millis < 0) {
            throw new IllegalArgumentException("An amount of time must not be negative, but is " + millis + " ms");
        }
        return millis;
    }

    static int days(int days) {
        if (days < 0 || days > BusinessCalendar.MAX_DAYS) {
            throw new IllegalArgumentException(
                    "A number of days must be 0 to " + BusinessCalendar.MAX_DAYS + ", but is " + days);
        }
        return days;
    }

    static LocalDate date(LocalDate date) {
        if (Math.abs((long) date.getYear()) > 30_000) {
            throw new IllegalArgumentException(
                    "A calendar reckons with dates of the years -30000 to 30000, but got " + date);
        }
        return date;
    }

    static void range(long from, long to) {
        if (to < from) {
            throw new IllegalArgumentException("A range must not be reversed, but runs from "
                    + Instant.ofEpochMilli(from) + " to " + Instant.ofEpochMilli(to));
        }
    }
}
