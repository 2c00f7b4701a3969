package dev.incidentkit.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hours as a person writes them down, in seconds from midnight, up to two days; the common source of a calendar and of
 * the oracle. Pairs are from and to.
 */
public final class Hours {
    static final int DAY = 86_400;

    public final ZoneId zone;
    final Map<DayOfWeek, List<int[]>> week = new EnumMap<>(DayOfWeek.class);
    final Map<DayOfWeek, List<int[]>> weeklyBreaks = new EnumMap<>(DayOfWeek.class);
    final Map<LocalDate, List<int[]>> shifts = new LinkedHashMap<>();
    final Map<LocalDate, List<int[]>> breaks = new LinkedHashMap<>();
    final Map<LocalDate, List<int[]>> holidays = new LinkedHashMap<>();
    final Map<MonthDay, List<int[]>> yearly = new LinkedHashMap<>();

    public Hours(ZoneId zone) {
        this.zone = zone;
    }

    /** {@return the same hours on the wall clocks of another zone} */
    public Hours in(ZoneId other) {
        Hours hours = new Hours(other);
        hours.week.putAll(week);
        hours.weeklyBreaks.putAll(weeklyBreaks);
        hours.shifts.putAll(shifts);
        hours.breaks.putAll(breaks);
        hours.holidays.putAll(holidays);
        hours.yearly.putAll(yearly);
        return hours;
    }

    /** {@return every hour of every day} */
    public static Hours roundTheClock() {
        Hours hours = new Hours(ZoneOffset.UTC);
        for (DayOfWeek day : DayOfWeek.values()) {
            hours.week.put(day, List.of(new int[] {0, DAY}));
        }
        return hours;
    }

    /** {@return the calendar of these hours} */
    public BusinessCalendar calendar() {
        CalendarBuilder builder = BusinessCalendar.builder("drawn", zone);
        week.forEach((day, pairs) -> builder.on(day, windows(pairs)));
        weeklyBreaks.forEach((day, pairs) -> builder.breakOn(day, windows(pairs)));
        shifts.forEach((date, pairs) -> builder.shift(date, windows(pairs)));
        breaks.forEach((date, pairs) -> builder.breakOn(date, windows(pairs)));
        holidays.forEach(
                (date, pairs) -> pairs.forEach(pair -> builder.holiday(Holiday.on(date, "dated", window(pair)))));
        yearly.forEach(
                (day, pairs) -> pairs.forEach(pair -> builder.holiday(Holiday.yearly(day, "yearly", window(pair)))));
        return builder.build();
    }

    private static Window[] windows(List<int[]> pairs) {
        return pairs.stream().map(Hours::window).toArray(Window[]::new);
    }

    static Window window(int[] pair) {
        return Window.of(text(pair[0]), pair[1] == DAY ? "24:00" : text(pair[1] % DAY));
    }

    static String text(int second) {
        return String.format("%02d:%02d:%02d", second / 3600, second / 60 % 60, second % 60);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(zone.toString());
        append(text, " week ", week);
        append(text, " breaks ", weeklyBreaks);
        append(text, " shifts ", shifts);
        append(text, " dated breaks ", breaks);
        append(text, " holidays ", holidays);
        append(text, " yearly ", yearly);
        return text.toString();
    }

    private static void append(StringBuilder text, String what, Map<?, List<int[]>> hours) {
        hours.forEach((key, pairs) -> {
            text.append(what).append(key);
            pairs.forEach(
                    pair -> text.append(' ').append(text(pair[0])).append('-').append(text(pair[1])));
        });
    }
}
