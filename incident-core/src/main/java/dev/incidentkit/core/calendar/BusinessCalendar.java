package dev.incidentkit.core.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Working time: which instants are open, how much open time lies between two of them, and when an amount of it has passed.
 *
 * <p>Open intervals are half open: an instant of opening is open, an instant of closing is not. Open time is physical
 * time, so a day of 00:00 to 24:00 has 23 or 25 hours where the clocks change. A local time that the clocks skip is the
 * end of the gap; one that they show twice opens at the first showing and closes at the last. The resolution is the
 * millisecond; anything finer is cut off.
 *
 * <p>Methods whose names end in {@code Millis} take and give milliseconds since the epoch and allocate nothing. All
 * methods take about the same time however far apart the instants are; the first that reaches a year not reached before
 * compiles it. Instants from {@link #EARLIEST} to {@link #LATEST} are accepted.
 *
 * <p>Immutable to its users and safe for use by several threads, which never wait for each other. Two calendars are equal
 * if their names, zones and hours are.
 */
public final class BusinessCalendar {
    /** The latest instant that a calendar reckons with, in milliseconds since the epoch: in the year 33658. */
    public static final long LATEST = 1_000_000_000_000_000L;

    /** The earliest instant that a calendar reckons with, in milliseconds since the epoch. */
    public static final long EARLIEST = -LATEST;

    /** What the methods in milliseconds answer where there is no such instant. */
    public static final long NEVER = Timeline.NONE;

    /** The largest number of working days that can be added at once. */
    public static final int MAX_DAYS = 1_000_000;

    private final CalendarContent content;
    private final Timeline timeline;
    private final String hash;
    private final String tzdbVersion;

    BusinessCalendar(CalendarContent content, Timeline timeline) {
        this.content = content;
        this.timeline = timeline;
        this.hash = content.hash();
        this.tzdbVersion = version(content.zone());
    }

    private static String version(ZoneId zone) {
        return ZoneRulesProvider.getAvailableZoneIds().contains(zone.getId())
                ? ZoneRulesProvider.getVersions(zone.getId()).lastKey()
                : "none";
    }

    /**
     * Round the clock, named {@code 24x7}, in UTC.
     *
     * @return a calendar that is always open
     */
    public static BusinessCalendar roundTheClock() {
        return builder("24x7", ZoneOffset.UTC).everyDay(Window.ALL_DAY).build();
    }

    /**
     * Monday to Friday, 09:00 to 17:00, without holidays, named {@code office hours}.
     *
     * @param zone where the office is
     * @return the calendar
     */
    public static BusinessCalendar officeHours(ZoneId zone) {
        return builder("office hours", zone)
                .weekdays(Window.of("09:00", "17:00"))
                .build();
    }

    /**
     * Begins a calendar.
     *
     * @param name what it is called in explanations, not blank
     * @param zone the zone in which its local times are read
     * @return a builder without hours
     */
    public static CalendarBuilder builder(String name, ZoneId zone) {
        return new CalendarBuilder(name, zone);
    }

    /**
     * Begins a calendar with all that another has, to change some.
     *
     * @param existing the calendar to begin with
     * @return a builder that has its name, zone, hours, breaks, shifts and holidays
     */
    public static CalendarBuilder builder(BusinessCalendar existing) {
        return new CalendarBuilder(existing.content);
    }

    /**
     * The same hours read in another zone.
     *
     * @param zone the other zone, for example a customer's
     * @return a calendar of the same name and hours; this one if the zone is the same
     * @throws dev.incidentkit.core.ConfigurationException if it never opens there, since the zone left out its only dates
     */
    public BusinessCalendar inZone(ZoneId zone) {
        return zone.equals(content.zone()) ? this : builder(this).zone(zone).build();
    }

    /** {@return what it is called} */
    public String name() {
        return content.name();
    }

    /** {@return the zone in which its local times are read} */
    public ZoneId zone() {
        return content.zone();
    }

    /** {@return its holidays, sorted by their text} */
    public List<Holiday> holidays() {
        return content.holidays();
    }

    /**
     * The hash of its content: name, zone and hours. It does not cover {@linkplain #tzdbVersion() the zone's rules}.
     *
     * @return SHA-256, 64 lower-case hexadecimal digits
     */
    public String hash() {
        return hash;
    }

    /**
     * The version of the time zone database by which its local times were turned into instants. Two machines with the
     * same hash and different versions may disagree.
     *
     * @return the version, for example {@code 2026a}; {@code none} for a fixed offset
     */
    public String tzdbVersion() {
        return tzdbVersion;
    }

    /**
     * The open time between two instants.
     *
     * @param from the beginning
     * @param to the end, not before the beginning
     * @return the physical time that is open in the range, zero or more
     * @throws IllegalArgumentException if the range is reversed or an instant is out of bounds
     */
    public Duration between(Instant from, Instant to) {
        return Duration.ofMillis(betweenMillis(Arguments.instant(from), Arguments.instant(to)));
    }

    /**
     * The open time between two instants, in milliseconds.
     *
     * @param from the beginning, milliseconds since the epoch
     * @param to the end, not before the beginning
     * @return milliseconds, zero or more
     * @throws IllegalArgumentException if the range is reversed or an instant is out of bounds
     */
    public long betweenMillis(long from, long to) {
        Arguments.range(Arguments.instant(from), Arguments.instant(to));
        return timeline.between(from, to);
    }

    /**
     * The earliest instant by which an amount of open time has passed. An amount that runs out at closing time ends at
     * closing time, not at the next opening.
     *
     * @param from the beginning
     * @param amount open time, zero or more; zero gives the beginning itself, open or not
     * @return the instant
     * @throws CalendarExhaustedException if the calendar has not so much open time left
     * @throws IllegalArgumentException if the amount is negative or the instant is out of bounds
     */
    public Instant after(Instant from, Duration amount) {
        return Instant.ofEpochMilli(afterMillis(Arguments.instant(from), Arguments.amount(amount)));
    }

    /**
     * The earliest instant by which an amount of open time has passed, in milliseconds.
     *
     * @param from the beginning, milliseconds since the epoch
     * @param amount milliseconds of open time, zero or more
     * @return milliseconds since the epoch
     * @throws CalendarExhaustedException if the calendar has not so much open time left
     * @throws IllegalArgumentException if the amount is negative or the instant is out of bounds
     */
    public long afterMillis(long from, long amount) {
        Arguments.instant(from);
        if (Arguments.amount(amount) == 0) {
            return from;
        }
        long instant = timeline.after(from, amount);
        if (instant == NEVER) {
            throw exhausted(from, Duration.ofMillis(amount) + " after it");
        }
        return instant;
    }

    /**
     * The latest instant from which an amount of open time passes until another. An answer that falls on an opening is the
     * opening, not the closing before.
     *
     * @param to the end
     * @param amount open time, zero or more; zero gives the end itself, open or not
     * @return the instant
     * @throws CalendarExhaustedException if the calendar had not so much open time before
     * @throws IllegalArgumentException if the amount is negative or the instant is out of bounds
     */
    public Instant before(Instant to, Duration amount) {
        return Instant.ofEpochMilli(beforeMillis(Arguments.instant(to), Arguments.amount(amount)));
    }

    /**
     * The latest instant from which an amount of open time passes until another, in milliseconds.
     *
     * @param to the end, milliseconds since the epoch
     * @param amount milliseconds of open time, zero or more
     * @return milliseconds since the epoch
     * @throws CalendarExhaustedException if the calendar had not so much open time before
     * @throws IllegalArgumentException if the amount is negative or the instant is out of bounds
     */
    public long beforeMillis(long to, long amount) {
        Arguments.instant(to);
        if (Arguments.amount(amount) == 0) {
            return to;
        }
        long instant = timeline.before(to, amount);
        if (instant == NEVER) {
            throw exhausted(to, Duration.ofMillis(amount) + " before it");
        }
        return instant;
    }

    /**
     * The instant a number of days later.
     *
     * @param from the beginning
     * @param days how many days, 0 to {@value #MAX_DAYS}; zero gives the beginning itself
     * @param unit what a day is
     * @return the instant; by {@link DayUnit#WORKING_DAY} the same local time on the n-th next date with any open time,
     *     or the next opening if that is closed
     * @throws CalendarExhaustedException if the calendar has not so many days left
     */
    public Instant afterDays(Instant from, int days, DayUnit unit) {
        if (unit == DayUnit.HOURS_24) {
            return after(from, Duration.ofDays(Arguments.days(days)));
        }
        return WorkingDays.after(this, timeline, from, Arguments.days(days));
    }

    /**
     * The instant a number of days earlier.
     *
     * @param to the end
     * @param days how many days, 0 to {@value #MAX_DAYS}; zero gives the end itself
     * @param unit what a day is
     * @return the instant; by {@link DayUnit#WORKING_DAY} the same local time on the n-th date before with any open time,
     *     or the previous closing if that is closed
     * @throws CalendarExhaustedException if the calendar had not so many days before
     */
    public Instant beforeDays(Instant to, int days, DayUnit unit) {
        if (unit == DayUnit.HOURS_24) {
            return before(to, Duration.ofDays(Arguments.days(days)));
        }
        return WorkingDays.before(this, timeline, to, Arguments.days(days));
    }

    /**
     * Whether any time of a local date is open.
     *
     * @param date a date in the calendar's zone
     * @return true if so; false for a date that the zone left out
     */
    public boolean isWorkingDay(LocalDate date) {
        return timeline.opensOn(Arguments.date(date).toEpochDay());
    }

    /**
     * The first date after another with any open time.
     *
     * @param date a date in the calendar's zone
     * @return the next working day
     * @throws CalendarExhaustedException if there is none
     */
    public LocalDate nextWorkingDay(LocalDate date) {
        return WorkingDays.next(this, timeline, Arguments.date(date));
    }

    /**
     * When the open time of a local date ends.
     *
     * @param date a date in the calendar's zone
     * @return the end of its last window, or its midnight if that reaches into the next date; empty if it has no open time
     */
    public Optional<Instant> endOfDay(LocalDate date) {
        return WorkingDays.end(timeline, Arguments.date(date));
    }

    /**
     * The instant of a local time in the calendar's zone, as openings are read.
     *
     * @param local a date and time on the wall clock
     * @return its instant; the end of the gap if the clocks skip it, the first showing if they show it twice
     */
    public Instant instantOf(LocalDateTime local) {
        Arguments.date(local.toLocalDate());
        return Instant.ofEpochMilli(
                timeline.edges.opening(local.toInstant(ZoneOffset.UTC).toEpochMilli()));
    }

    /**
     * Whether an instant is open: true at an opening, false at a closing.
     *
     * @param instant the instant
     * @return true if it lies in an open interval
     */
    public boolean isOpen(Instant instant) {
        return timeline.isOpen(Arguments.instant(instant));
    }

    /**
     * Whether an instant is open, in milliseconds.
     *
     * @param instant milliseconds since the epoch
     * @return true if it lies in an open interval
     */
    public boolean isOpenMillis(long instant) {
        return timeline.isOpen(Arguments.instant(instant));
    }

    /**
     * The first instant at or after another that is open.
     *
     * @param instant where to begin
     * @return the instant itself if it is open, else the next opening; empty if the calendar never opens again
     */
    public Optional<Instant> nextOpening(Instant instant) {
        return optional(nextOpeningMillis(Arguments.instant(instant)));
    }

    /**
     * The first instant at or after another that is open, in milliseconds.
     *
     * @param instant milliseconds since the epoch
     * @return milliseconds since the epoch, or {@link #NEVER}
     */
    public long nextOpeningMillis(long instant) {
        return timeline.nextOpening(Arguments.instant(instant));
    }

    /**
     * The first closing after an instant.
     *
     * @param instant where to begin
     * @return the end of the open interval in which the instant lies, or of the next one; empty if the calendar never
     *     closes again
     */
    public Optional<Instant> nextClosing(Instant instant) {
        return optional(nextClosingMillis(Arguments.instant(instant)));
    }

    /**
     * The first closing after an instant, in milliseconds.
     *
     * @param instant milliseconds since the epoch
     * @return milliseconds since the epoch, or {@link #NEVER}
     */
    public long nextClosingMillis(long instant) {
        return timeline.nextClosing(Arguments.instant(instant));
    }

    /**
     * The last instant at or before another until which the calendar was open.
     *
     * @param instant where to begin
     * @return the instant itself if it was open right before it, else the previous closing; empty if it never was open
     */
    public Optional<Instant> previousClosing(Instant instant) {
        return optional(previousClosingMillis(Arguments.instant(instant)));
    }

    /**
     * The last instant at or before another until which the calendar was open, in milliseconds.
     *
     * @param instant milliseconds since the epoch
     * @return milliseconds since the epoch, or {@link #NEVER}
     */
    public long previousClosingMillis(long instant) {
        return timeline.previousClosing(Arguments.instant(instant));
    }

    /**
     * The open intervals of a range, cut to it.
     *
     * @param from the beginning
     * @param to the end, not before the beginning
     * @return the intervals in order; none touches the next
     * @throws IllegalArgumentException if the range is reversed or an instant is out of bounds
     */
    public List<OpenSegment> openSegments(Instant from, Instant to) {
        List<OpenSegment> segments = new ArrayList<>();
        forEachOpenMillis(
                Arguments.instant(from),
                Arguments.instant(to),
                (start, end) -> segments.add(new OpenSegment(Instant.ofEpochMilli(start), Instant.ofEpochMilli(end))));
        return List.copyOf(segments);
    }

    /**
     * Hands over the open intervals of a range, cut to it, in order.
     *
     * @param from the beginning, milliseconds since the epoch
     * @param to the end, not before the beginning
     * @param consumer takes each interval
     * @throws IllegalArgumentException if the range is reversed or an instant is out of bounds
     */
    public void forEachOpenMillis(long from, long to, SegmentConsumer consumer) {
        Arguments.range(Arguments.instant(from), Arguments.instant(to));
        long start = timeline.nextOpening(from);
        while (start < to) {
            long end = Math.min(to, timeline.nextClosing(start));
            consumer.accept(start, end);
            start = end < to ? timeline.nextOpening(end) : to;
        }
    }

    CalendarExhaustedException exhausted(long from, String asked) {
        return new CalendarExhaustedException(content.name(), Instant.ofEpochMilli(from), asked);
    }

    private static Optional<Instant> optional(long instant) {
        return instant == NEVER ? Optional.empty() : Optional.of(Instant.ofEpochMilli(instant));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BusinessCalendar that && that.hash.equals(hash);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    @Override
    public String toString() {
        return content.name() + "[" + content.zone() + "]";
    }
}
