package dev.incidentkit.core.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
        this.tzdbVersion = content.tzdbVersion();
    }

    /** {@return a calendar that is always open, named {@code 24x7}, in UTC} */
    public static BusinessCalendar roundTheClock() {
        return builder("24x7", ZoneOffset.UTC).everyDay(Window.ALL_DAY).build();
    }

    /**
     * {@return Monday to Friday, 09:00 to 17:00, without holidays, named {@code office hours}}
     *
     * @param zone where the office is
     */
    public static BusinessCalendar officeHours(ZoneId zone) {
        Window nineToFive = Window.of("09:00", "17:00");
        return builder("office hours", zone).weekdays(nineToFive).build();
    }

    /**
     * {@return a builder without hours}
     *
     * @param name what the calendar is called in explanations, not blank
     * @param zone the zone in which its local times are read
     */
    public static CalendarBuilder builder(String name, ZoneId zone) {
        return new CalendarBuilder(name, zone);
    }

    /**
     * {@return a builder that has the name, zone, hours, breaks, shifts and holidays of another calendar}
     *
     * @param existing the calendar to begin with
     */
    public static CalendarBuilder builder(BusinessCalendar existing) {
        return new CalendarBuilder(existing.content);
    }

    /**
     * {@return the same name and hours read in another zone; this calendar if the zone is the same}
     *
     * @param zone the other zone, for example a customer's
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

    /** {@return what it was built of, as it was declared} */
    public CalendarContent content() {
        return content;
    }

    /** {@return its holidays, sorted by their text} */
    public List<Holiday> holidays() {
        return content.holidays();
    }

    /** {@return the SHA-256 of name, zone and hours in 64 lower-case hexadecimal digits; not of {@link #tzdbVersion()}} */
    public String hash() {
        return hash;
    }

    /**
     * {@return the version of the time zone database by which local times were turned into instants, for example
     * {@code 2026a}; {@code none} for a fixed offset} Machines with the same hash and different versions may disagree.
     */
    public String tzdbVersion() {
        return tzdbVersion;
    }

    /**
     * {@return the physical time between two instants that is open, zero or more}
     *
     * @param from the beginning
     * @param to the end, not before the beginning
     * @throws IllegalArgumentException if the range is reversed or an instant is out of bounds
     */
    public Duration between(Instant from, Instant to) {
        return Duration.ofMillis(betweenMillis(Arguments.instant(from), Arguments.instant(to)));
    }

    /**
     * {@return {@link #between(Instant, Instant)} in milliseconds}
     *
     * @param from the beginning, milliseconds since the epoch
     * @param to the end, not before the beginning
     */
    public long betweenMillis(long from, long to) {
        Arguments.range(Arguments.instant(from), Arguments.instant(to));
        return timeline.between(from, to);
    }

    /**
     * {@return the earliest instant by which an amount of open time has passed} An amount that runs out at closing time
     * ends at closing time, not at the next opening.
     *
     * @param from the beginning
     * @param amount open time, zero or more; zero gives the beginning itself, open or not
     * @throws CalendarExhaustedException if the calendar has not so much open time left
     * @throws IllegalArgumentException if the amount is negative or the instant is out of bounds
     */
    public Instant after(Instant from, Duration amount) {
        return Instant.ofEpochMilli(afterMillis(Arguments.instant(from), Arguments.amount(amount)));
    }

    /**
     * {@return {@link #after(Instant, Duration)} in milliseconds since the epoch}
     *
     * @param from the beginning, milliseconds since the epoch
     * @param amount milliseconds of open time, zero or more
     */
    public long afterMillis(long from, long amount) {
        Arguments.instant(from);
        long instant = Arguments.amount(amount) == 0 ? from : timeline.after(from, amount);
        if (instant == NEVER) {
            throw exhausted(from, Duration.ofMillis(amount) + " after it");
        }
        return instant;
    }

    /**
     * {@return the latest instant from which an amount of open time passes until another} An answer that falls on an
     * opening is the opening, not the closing before.
     *
     * @param to the end
     * @param amount open time, zero or more; zero gives the end itself, open or not
     * @throws CalendarExhaustedException if the calendar had not so much open time before
     * @throws IllegalArgumentException if the amount is negative or the instant is out of bounds
     */
    public Instant before(Instant to, Duration amount) {
        return Instant.ofEpochMilli(beforeMillis(Arguments.instant(to), Arguments.amount(amount)));
    }

    /**
     * {@return {@link #before(Instant, Duration)} in milliseconds since the epoch}
     *
     * @param to the end, milliseconds since the epoch
     * @param amount milliseconds of open time, zero or more
     */
    public long beforeMillis(long to, long amount) {
        Arguments.instant(to);
        long instant = Arguments.amount(amount) == 0 ? to : timeline.before(to, amount);
        if (instant == NEVER) {
            throw exhausted(to, Duration.ofMillis(amount) + " before it");
        }
        return instant;
    }

    /**
     * {@return the instant a number of days later; what a day is, the unit says}
     *
     * @param from the beginning
     * @param days how many days, 0 to {@value #MAX_DAYS}; zero gives the beginning itself
     * @param unit what a day is
     * @throws CalendarExhaustedException if the calendar has not so many days left
     */
    public Instant afterDays(Instant from, int days, DayUnit unit) {
        Arguments.days(days);
        boolean hours = unit == DayUnit.HOURS_24;
        return hours ? after(from, Duration.ofDays(days)) : WorkingDays.after(this, timeline, from, days);
    }

    /**
     * {@return the instant a number of days earlier; what a day is, the unit says}
     *
     * @param to the end
     * @param days how many days, 0 to {@value #MAX_DAYS}; zero gives the end itself
     * @param unit what a day is
     * @throws CalendarExhaustedException if the calendar had not so many days before
     */
    public Instant beforeDays(Instant to, int days, DayUnit unit) {
        Arguments.days(days);
        boolean hours = unit == DayUnit.HOURS_24;
        return hours ? before(to, Duration.ofDays(days)) : WorkingDays.before(this, timeline, to, days);
    }

    /**
     * {@return whether any time of a local date is open; false for a date that the zone left out}
     *
     * @param date a date in the calendar's zone
     */
    public boolean isWorkingDay(LocalDate date) {
        return timeline.opensOn(Arguments.date(date).toEpochDay());
    }

    /**
     * {@return the first date after another with any open time}
     *
     * @param date a date in the calendar's zone
     * @throws CalendarExhaustedException if there is none
     */
    public LocalDate nextWorkingDay(LocalDate date) {
        return WorkingDays.next(this, timeline, Arguments.date(date));
    }

    /**
     * {@return when the open time of a local date ends; empty if it has none} A window across midnight ends at midnight.
     *
     * @param date a date in the calendar's zone
     */
    public Optional<Instant> endOfDay(LocalDate date) {
        return WorkingDays.end(timeline, Arguments.date(date));
    }

    /**
     * {@return the instant of a local time, as openings are read: the end of the gap if the clocks skip it, the first
     * showing if they show it twice}
     *
     * @param local a date and time on the wall clock of the calendar's zone
     */
    public Instant instantOf(LocalDateTime local) {
        return WorkingDays.instant(timeline, local);
    }

    /**
     * {@return whether an instant lies in an open interval: true at an opening, false at a closing}
     *
     * @param instant the instant
     */
    public boolean isOpen(Instant instant) {
        return timeline.isOpen(Arguments.instant(instant));
    }

    /**
     * {@return {@link #isOpen(Instant)} of milliseconds}
     *
     * @param instant milliseconds since the epoch
     */
    public boolean isOpenMillis(long instant) {
        return timeline.isOpen(Arguments.instant(instant));
    }

    /**
     * {@return the instant itself if it is open, else the next opening; empty if the calendar never opens again}
     *
     * @param instant where to begin
     */
    public Optional<Instant> nextOpening(Instant instant) {
        return optional(nextOpeningMillis(Arguments.instant(instant)));
    }

    /**
     * {@return {@link #nextOpening(Instant)} in milliseconds since the epoch, or {@link #NEVER}}
     *
     * @param instant milliseconds since the epoch
     */
    public long nextOpeningMillis(long instant) {
        return timeline.nextOpening(Arguments.instant(instant));
    }

    /**
     * {@return the end, after the instant, of the open interval in which it lies, or of the next one; empty if the
     * calendar never closes again}
     *
     * @param instant where to begin
     */
    public Optional<Instant> nextClosing(Instant instant) {
        return optional(nextClosingMillis(Arguments.instant(instant)));
    }

    /**
     * {@return {@link #nextClosing(Instant)} in milliseconds since the epoch, or {@link #NEVER}}
     *
     * @param instant milliseconds since the epoch
     */
    public long nextClosingMillis(long instant) {
        return timeline.nextClosing(Arguments.instant(instant));
    }

    /**
     * {@return the instant itself if it was open right before, else the previous closing; empty if it never was open}
     *
     * @param instant where to begin
     */
    public Optional<Instant> previousClosing(Instant instant) {
        return optional(previousClosingMillis(Arguments.instant(instant)));
    }

    /**
     * {@return {@link #previousClosing(Instant)} in milliseconds since the epoch, or {@link #NEVER}}
     *
     * @param instant milliseconds since the epoch
     */
    public long previousClosingMillis(long instant) {
        return timeline.previousClosing(Arguments.instant(instant));
    }

    /**
     * {@return the open intervals of a range in order, cut to it; none touches the next}
     *
     * @param from the beginning
     * @param to the end, not before the beginning
     * @throws IllegalArgumentException if the range is reversed or an instant is out of bounds
     */
    public List<OpenSegment> openSegments(Instant from, Instant to) {
        List<OpenSegment> segments = new ArrayList<>();
        SegmentConsumer add = (start, end) -> segments.add(OpenSegment.of(start, end));
        forEachOpenMillis(Arguments.instant(from), Arguments.instant(to), add);
        return List.copyOf(segments);
    }

    /**
     * Hands over the open intervals of a range, cut to it, in order; otherwise as {@link #openSegments}.
     *
     * @param from the beginning, milliseconds since the epoch
     * @param to the end, not before the beginning
     * @param consumer takes each interval
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
