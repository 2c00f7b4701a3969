package dev.incidentkit.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The open spans of each local date. A window across midnight is two, one on each date. Immutable once built.
 *
 * <p>A date with a shift has what the shift opens and no weekly hours; any other has the weekly hours of its weekday less
 * weekly breaks and holidays. What a shift of the day before opens past midnight is added, and dated breaks are taken
 * from all of it.
 */
final class DailyHours {
    private final int[][] weekly = new int[7][];
    private final Map<Long, int[]> shifts = new HashMap<>();
    private final Map<Long, int[]> shiftTails = new HashMap<>();
    private final Map<Long, int[]> breaks = new HashMap<>();
    private final Map<Long, int[]> dated = new HashMap<>();
    private final Map<Integer, int[]> yearly = new HashMap<>();
    private long firstDated = Long.MAX_VALUE;
    private long lastDated = Long.MIN_VALUE;

    DailyHours(CalendarContent content) {
        for (DayOfWeek day : DayOfWeek.values()) {
            weekly[day.ordinal()] =
                    Spans.minus(onWeekday(content.weekly(), day), onWeekday(content.weeklyBreaks(), day));
        }
        content.shifts().forEach((date, windows) -> put(date, Spans.of(windows), shifts, shiftTails));
        content.breaks().forEach((date, windows) -> put(date, Spans.of(windows), breaks, breaks));
        content.holidays().forEach(this::put);
    }

    private static int[] onWeekday(Map<DayOfWeek, List<Window>> windows, DayOfWeek day) {
        int[] own = Spans.within(Spans.of(windows.getOrDefault(day, List.of())), 0);
        int[] tail = Spans.within(Spans.of(windows.getOrDefault(day.minus(1), List.of())), 1);
        return Spans.union(tail, own);
    }

    private void put(LocalDate date, int[] spans, Map<Long, int[]> here, Map<Long, int[]> next) {
        long day = date.toEpochDay();
        here.merge(day, Spans.within(spans, 0), Spans::union);
        int[] tail = Spans.within(spans, 1);
        if (tail.length > 0) {
            next.merge(day + 1, tail, Spans::union);
        }
        extent(day);
        extent(day + 1);
    }

    private void put(Holiday holiday) {
        int[] closed = {holiday.closed().startMillis(), holiday.closed().endMillis()};
        if (holiday instanceof Holiday.Dated one) {
            dated.merge(one.date().toEpochDay(), closed, Spans::union);
            extent(one.date().toEpochDay());
        } else if (holiday instanceof Holiday.Yearly each) {
            yearly.merge(key(each.day()), closed, Spans::union);
        }
    }

    private static int key(MonthDay day) {
        return day.getMonthValue() * 32 + day.getDayOfMonth();
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
        for (int[] spans : weekly) {
            if (spans.length != 2 || spans[1] - spans[0] != Window.DAY) {
                return false;
            }
        }
        return yearly.isEmpty();
    }

    /** {@return whether any weekday has open hours} */
    boolean opensWeekly() {
        for (int[] spans : weekly) {
            if (spans.length > 0) {
                return true;
            }
        }
        return false;
    }

    /** {@return the dates on which something is open by a shift, as days since the epoch} */
    Iterable<Long> shiftDays() {
        Map<Long, int[]> all = new HashMap<>(shifts);
        all.putAll(shiftTails);
        return all.keySet();
    }

    /** {@return the open spans of a date in milliseconds from its local midnight; not to be changed} */
    int[] open(long epochDay) {
        if (epochDay < firstDated || epochDay > lastDated) {
            return byRule(epochDay);
        }
        int[] shift = shifts.get(epochDay);
        int[] open = shift == null ? Spans.minus(byRule(epochDay), dated.getOrDefault(epochDay, Spans.NONE)) : shift;
        open = Spans.union(open, shiftTails.getOrDefault(epochDay, Spans.NONE));
        return Spans.minus(open, breaks.getOrDefault(epochDay, Spans.NONE));
    }

    private int[] byRule(long epochDay) {
        int[] hours = weekly[(int) Math.floorMod(epochDay + 3, 7L)]; // the epoch was a Thursday
        if (yearly.isEmpty() || hours.length == 0) {
            return hours;
        }
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        int[] closed = yearly.get(date.getMonthValue() * 32 + date.getDayOfMonth());
        return closed == null ? hours : Spans.minus(hours, closed);
    }
}
