package dev.incidentkit.testkit.conformance;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.calendar.Holiday;
import dev.incidentkit.core.calendar.Window;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Predicate;

/**
 * Working hours in two forms that share no code: as a calendar of the library, and as a question to what the wall clock
 * shows, which is asked minute by minute. Slow, and so simple that it is its own proof. Immutable.
 *
 * @param calendar the hours as a calendar
 * @param open whether the minute that begins at a local time is open
 */
public record WalkedCalendar(BusinessCalendar calendar, Predicate<LocalDateTime> open) {
    private static final long MINUTE = 60_000;

    /** The longest walk, in minutes: somewhat more than a year. */
    private static final int LONGEST = 600_000;

    private static final LocalDate HOLIDAY = LocalDate.of(2026, 4, 6);
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime FIVE = LocalTime.of(17, 0);
    private static final LocalTime TEN_AT_NIGHT = LocalTime.of(22, 0);
    private static final LocalTime SIX = LocalTime.of(6, 0);

    /**
     * The hours of the pack: {@code office} (Monday to Friday, 09:00 to 17:00 UTC), {@code office-berlin} (the same in
     * Berlin with a break from 12:00 to 13:00, closed on Easter Monday, 6 April 2026), {@code always-paris} (round the
     * clock, with days of 23 and 25 hours), {@code nights-new-york} (every night, 22:00 to 06:00).
     *
     * @return the four of them
     */
    public static List<WalkedCalendar> all() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        return List.of(
                new WalkedCalendar(
                        BusinessCalendar.builder("office", ZoneOffset.UTC)
                                .weekdays(Window.of("09:00", "17:00"))
                                .build(),
                        time -> isWeekday(time) && isWithin(time, NINE, FIVE)),
                new WalkedCalendar(
                        BusinessCalendar.builder("office-berlin", berlin)
                                .weekdays(Window.of("09:00", "12:00"), Window.of("13:00", "17:00"))
                                .holiday(Holiday.on(HOLIDAY, "Easter Monday"))
                                .build(),
                        time -> isWeekday(time)
                                && !time.toLocalDate().equals(HOLIDAY)
                                && isWithin(time, NINE, FIVE)
                                && !isWithin(time, LocalTime.NOON, LocalTime.of(13, 0))),
                new WalkedCalendar(
                        BusinessCalendar.builder("always-paris", ZoneId.of("Europe/Paris"))
                                .everyDay(Window.ALL_DAY)
                                .build(),
                        time -> true),
                new WalkedCalendar(
                        BusinessCalendar.builder("nights-new-york", ZoneId.of("America/New_York"))
                                .everyDay(Window.of("22:00", "06:00"))
                                .build(),
                        time -> !isWithin(time, SIX, TEN_AT_NIGHT)));
    }

    /**
     * Hours of a host's own, for a pack that is to ask about them. Each minute is asked of the calendar alone whether it is
     * open; nothing that adds up is taken from it.
     *
     * @param calendar the hours, for example those of a definition; they begin and end at whole minutes, and not within an
     *     hour that the clocks show twice
     * @return the hours, to be walked
     */
    public static WalkedCalendar of(BusinessCalendar calendar) {
        return new WalkedCalendar(calendar, time -> calendar.isOpen(calendar.instantOf(time)));
    }

    private static boolean isWeekday(LocalDateTime time) {
        return time.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue();
    }

    private static boolean isWithin(LocalDateTime time, LocalTime from, LocalTime to) {
        return !time.toLocalTime().isBefore(from) && time.toLocalTime().isBefore(to);
    }

    /**
     * Whether the minute that begins at an instant is open.
     *
     * @param instant a whole minute
     * @return true if it is
     */
    public boolean isOpen(Instant instant) {
        return open.test(ZonedDateTime.ofInstant(instant, calendar.zone()).toLocalDateTime());
    }

    /**
     * Counts the open minutes between two instants.
     *
     * @param from a whole minute
     * @param to a whole minute, not earlier
     * @return the working time
     */
    public Duration between(Instant from, Instant to) {
        long open = 0;
        for (long at = from.toEpochMilli(); at < to.toEpochMilli(); at += MINUTE) {
            open += isOpen(Instant.ofEpochMilli(at)) ? 1 : 0;
        }
        return Duration.ofMinutes(open);
    }

    /**
     * Walks until an amount of open minutes has passed.
     *
     * @param from a whole minute
     * @param amount whole minutes, more than zero
     * @return the end of the last of them
     * @throws IllegalArgumentException if a year is not enough
     */
    public Instant after(Instant from, Duration amount) {
        long left = amount.toMinutes();
        long at = from.toEpochMilli();
        for (int walked = 0; walked < LONGEST; walked++) {
            left -= isOpen(Instant.ofEpochMilli(at)) ? 1 : 0;
            at += MINUTE;
            if (left == 0) {
                return Instant.ofEpochMilli(at);
            }
        }
        throw new IllegalArgumentException(calendar + " does not give " + amount + " from " + from + " within a year");
    }
}
