package dev.incidentkit.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What opens and closes on each local date, in milliseconds from its midnight. A window across midnight is two, one on
 * each date. Immutable once built.
 *
 * <p>Four layers make a date: weekly windows, unless a shift replaces them; what closes those (weekly breaks, holidays);
 * what shifts open, also past the midnight before; dated breaks, which close whatever is open.
 */
final class DailyHours {
    private static final long DAY = Window.DAY;

    private final long[][] weekly = new long[7][];
    private final long[][] weeklyBreaks = new long[7][];
    private final long[][] net = new long[7][];
    private final Map<Long, long[]> shifts = new HashMap<>();
    private final Map<Long, long[]> shiftTails = new HashMap<>();
    private final Map<Long, long[]> breaks = new HashMap<>();
    private final Map<Long, long[]> dated = new HashMap<>();
    private final Map<MonthDay, long[]> yearly = new HashMap<>();
    private long firstDated = Long.MAX_VALUE;
    private long lastDated = Long.MIN_VALUE;

    DailyHours(CalendarContent content) {
        for (DayOfWeek day : DayOfWeek.values()) {
            int i = day.ordinal();
            weekly[i] = onWeekday(content.weekly(), day);
            weeklyBreaks[i] = onWeekday(content.weeklyBreaks(), day);
            net[i] = Spans.minus(weekly[i], weeklyBreaks[i]);
        }
        content.shifts().forEach((date, windows) -> put(date, Spans.of(windows), shifts, shiftTails));
        content.breaks().forEach((date, windows) -> put(date, Spans.of(windows), breaks, breaks));
        content.holidays().forEach(this::put);
    }

    private static long[] onWeekday(Map<DayOfWeek, List<Window>> windows, DayOfWeek day) {
        long[] own = Spans.within(Spans.of(windows.getOrDefault(day, List.of())), 0, DAY);
        long[] tail = Spans.within(Spans.of(windows.getOrDefault(day.minus(1), List.of())), DAY, 2 * DAY);
        return Spans.union(tail, own);
    }

    private void put(LocalDate date, long[] spans, Map<Long, long[]> here, Map<Long, long[]> next) {
        long day = date.toEpochDay();
        here.merge(day, Spans.within(spans, 0, DAY), Spans::union);
        long[] tail = Spans.within(spans, DAY, 2 * DAY);
        if (tail.length > 0) {
            next.merge(day + 1, tail, Spans::union);
        }
        extent(day);
        extent(day + 1);
    }

    private void put(Holiday holiday) {
        long[] closed = {holiday.closed().startMillis(), holiday.closed().endMillis()};
        if (holiday instanceof Holiday.Dated one) {
            dated.merge(one.date().toEpochDay(), closed, Spans::union);
            extent(one.date().toEpochDay());
        } else if (holiday instanceof Holiday.Yearly each) {
            yearly.merge(each.day(), closed, Spans::union);
        }
    }

    private void extent(long day) {
        firstDated = Math.min(firstDated, day);
        lastDated = Math.max(lastDated, day);
    }

    /** {@return the first date that differs from its like in other years, or {@link Long#MAX_VALUE}} */
    long firstDated() {
        return firstDated;
    }

    /** {@return the last date that differs from its like in other years, or {@link Long#MIN_VALUE}} */
    long lastDated() {
        return lastDated;
    }

    /** {@return whether every weekday is open all day and no day of the year is a holiday} */
    boolean neverClosesByRule() {
        for (long[] spans : net) {
            if (spans.length != 2 || spans[1] - spans[0] != DAY) {
                return false;
            }
        }
        return yearly.isEmpty();
    }

    /** {@return whether any weekday has open hours} */
    boolean opensWeekly() {
        for (long[] spans : net) {
            if (spans.length > 0) {
                return true;
            }
        }
        return false;
    }

    /** {@return the dates on which a shift opens something, as days since the epoch} */
    Iterable<Long> shiftDays() {
        TreeSet<Long> all = new TreeSet<>(shifts.keySet());
        all.addAll(shiftTails.keySet());
        return all;
    }

    /** {@return what is open on a date whose clocks do not change; not to be changed} */
    long[] open(long day) {
        if (day < firstDated || day > lastDated) {
            return yearly.isEmpty() ? net[weekday(day)] : Spans.minus(net[weekday(day)], yearlyClosed(day));
        }
        long[] open = Spans.union(Spans.minus(weekly(day), weeklyClosed(day)), shifted(day));
        return Spans.minus(open, broken(day));
    }

    /** {@return the weekly windows of a date, none if a shift replaces them} */
    long[] weekly(long day) {
        return shifts.containsKey(day) ? Spans.NONE : weekly[weekday(day)];
    }

    /** {@return what is taken from weekly windows on a date} */
    long[] weeklyClosed(long day) {
        long[] holidays = Spans.union(yearlyClosed(day), dated.getOrDefault(day, Spans.NONE));
        return Spans.union(weeklyBreaks[weekday(day)], holidays);
    }

    /** {@return what shifts open on a date} */
    long[] shifted(long day) {
        return Spans.union(shifts.getOrDefault(day, Spans.NONE), shiftTails.getOrDefault(day, Spans.NONE));
    }

    /** {@return what is taken from whatever is open on a date} */
    long[] broken(long day) {
        return breaks.getOrDefault(day, Spans.NONE);
    }

    private long[] yearlyClosed(long day) {
        return yearly.isEmpty()
                ? Spans.NONE
                : yearly.getOrDefault(MonthDay.from(LocalDate.ofEpochDay(day)), Spans.NONE);
    }

    private static int weekday(long day) {
        return (int) Math.floorMod(day + 3, 7L); // the epoch was a Thursday
    }
}
