package dev.incidentkit.core.calendar;

import dev.incidentkit.core.ConfigurationException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Takes down the hours of a {@link BusinessCalendar}. Windows of a day may overlap; they are united. A window across
 * midnight is the same as two, one on each date.
 *
 * <p>For each local date: a shift replaces the weekly windows, weekly breaks and holidays of its date, and what it opens
 * past midnight is open whatever the next date is; else the weekly windows hold, less weekly breaks and holidays. Dated
 * breaks are taken from all of it. Not safe for use by several threads.
 */
public final class CalendarBuilder {
    /** The earliest and the latest year of a dated entry. */
    static final int MAX_YEAR = 9999;

    private final String name;
    private ZoneId zone;
    private final Map<DayOfWeek, List<Window>> weekly = new EnumMap<>(DayOfWeek.class);
    private final Map<DayOfWeek, List<Window>> weeklyBreaks = new EnumMap<>(DayOfWeek.class);
    private final TreeMap<LocalDate, List<Window>> shifts = new TreeMap<>();
    private final TreeMap<LocalDate, List<Window>> breaks = new TreeMap<>();
    private final Set<Holiday> holidays = new LinkedHashSet<>();

    CalendarBuilder(String name, ZoneId zone) {
        this.name = name;
        this.zone = zone;
    }

    CalendarBuilder(CalendarContent content) {
        this(content.name(), content.zone());
        weekly.putAll(content.weekly());
        weeklyBreaks.putAll(content.weeklyBreaks());
        shifts.putAll(content.shifts());
        breaks.putAll(content.breaks());
        holidays.addAll(content.holidays());
    }

    CalendarBuilder zone(ZoneId other) {
        this.zone = other;
        return this;
    }

    /**
     * Sets the windows that begin on a weekday, in place of those set before.
     *
     * @param day the weekday
     * @param windows the windows; none closes the day
     * @return this
     */
    public CalendarBuilder on(DayOfWeek day, Window... windows) {
        weekly.put(day, List.of(windows));
        return this;
    }

    /**
     * Sets the windows of Monday to Friday, in place of those set before.
     *
     * @param windows the windows that begin on each of these days
     * @return this
     */
    public CalendarBuilder weekdays(Window... windows) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.compareTo(DayOfWeek.FRIDAY) <= 0) {
                on(day, windows);
            }
        }
        return this;
    }

    /**
     * Sets the windows of every weekday, in place of those set before.
     *
     * @param windows the windows that begin on each day
     * @return this
     */
    public CalendarBuilder everyDay(Window... windows) {
        for (DayOfWeek day : DayOfWeek.values()) {
            on(day, windows);
        }
        return this;
    }

    /**
     * Sets the breaks that begin on a weekday, in place of those set before. A date with a shift has no weekly breaks.
     *
     * @param day the weekday
     * @param windows what is taken from the weekly windows
     * @return this
     */
    public CalendarBuilder breakOn(DayOfWeek day, Window... windows) {
        weeklyBreaks.put(day, List.of(windows));
        return this;
    }

    /**
     * Sets the breaks of every weekday, in place of those set before.
     *
     * @param windows what is taken from the weekly windows of each day
     * @return this
     */
    public CalendarBuilder dailyBreak(Window... windows) {
        for (DayOfWeek day : DayOfWeek.values()) {
            breakOn(day, windows);
        }
        return this;
    }

    /**
     * Sets the breaks that begin on a date, in place of those set before. They are taken from whatever is open then.
     *
     * @param date the local date
     * @param windows what is taken
     * @return this
     */
    public CalendarBuilder breakOn(LocalDate date, Window... windows) {
        breaks.put(date, List.of(windows));
        return this;
    }

    /**
     * Sets what is open on a date in place of its weekly windows and whether or not it is a holiday.
     *
     * @param date the local date
     * @param windows the windows that begin on that date; none closes it
     * @return this
     */
    public CalendarBuilder shift(LocalDate date, Window... windows) {
        shifts.put(date, List.of(windows));
        return this;
    }

    /**
     * Adds a holiday.
     *
     * @param holiday when the weekly windows do not hold
     * @return this
     */
    public CalendarBuilder holiday(Holiday holiday) {
        holidays.add(holiday);
        return this;
    }

    /**
     * Adds holidays.
     *
     * @param more when the weekly windows do not hold
     * @return this
     */
    public CalendarBuilder holidays(Collection<? extends Holiday> more) {
        holidays.addAll(more);
        return this;
    }

    /**
     * Makes the calendar.
     *
     * @return the calendar
     * @throws ConfigurationException if the name is blank, a date lies outside the years 1 to 9999, or nothing is ever
     *     open; with all findings
     */
    public BusinessCalendar build() {
        List<String> findings = new ArrayList<>();
        if (name.isBlank()) {
            findings.add("its name is blank: '" + name + "'");
        }
        dates(shifts.keySet(), "shift", findings);
        dates(breaks.keySet(), "break", findings);
        dates(
                holidays.stream()
                        .filter(Holiday.Dated.class::isInstance)
                        .map(holiday -> ((Holiday.Dated) holiday).date())
                        .toList(),
                "holiday",
                findings);
        if (!findings.isEmpty()) {
            throw refused(findings);
        }
        CalendarContent content = content();
        Timeline timeline = new Timeline(new DailyHours(content), zone.getRules());
        if (!timeline.everOpens()) {
            throw refused(List.of(neverOpens()));
        }
        return new BusinessCalendar(content, timeline);
    }

    private static void dates(Collection<LocalDate> dates, String what, List<String> findings) {
        for (LocalDate date : dates) {
            if (date.getYear() < 1 || date.getYear() > MAX_YEAR) {
                findings.add("the " + what + " of " + date + " lies outside the years 1 to " + MAX_YEAR);
            }
        }
    }

    private String neverOpens() {
        boolean hours = weekly.values().stream().anyMatch(windows -> !windows.isEmpty());
        return "it never opens: "
                + (hours ? "breaks and holidays leave nothing of its hours " + weekly : "no weekday has hours")
                + ", and no shift opens any of " + shifts.keySet();
    }

    private ConfigurationException refused(List<String> findings) {
        return new ConfigurationException("calendar '" + name + "'", findings);
    }

    private CalendarContent content() {
        List<Holiday> sorted = new ArrayList<>(holidays);
        sorted.sort(Comparator.comparing(Holiday::toString));
        return new CalendarContent(name, zone, weekly, weeklyBreaks, shifts, breaks, sorted);
    }
}
