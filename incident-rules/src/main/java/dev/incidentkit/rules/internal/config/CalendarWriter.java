package dev.incidentkit.rules.internal.config;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.calendar.CalendarContent;
import dev.incidentkit.core.calendar.Holiday;
import dev.incidentkit.core.calendar.Window;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes calendars as trees, each once, under a key of its own. Not safe for use by several threads. */
final class CalendarWriter {
    private static final int MAX_TRIES = 10_000;

    private final Map<String, BusinessCalendar> byKey = new LinkedHashMap<>();

    /** The key of a calendar: its name, or one like it where another calendar has that. */
    String key(BusinessCalendar calendar) {
        String key = calendar.name();
        for (int other = 2; other < MAX_TRIES; other++) {
            BusinessCalendar known = byKey.putIfAbsent(key, calendar);
            if (known == null || known.equals(calendar)) {
                return key;
            }
            key = calendar.name() + " " + other;
        }
        throw new UnwritableException("more than " + MAX_TRIES + " calendars of one name '" + calendar.name() + "'");
    }

    /** The calendars whose keys were asked for. */
    Map<String, Object> calendars() {
        Map<String, Object> tree = new LinkedHashMap<>();
        byKey.forEach((key, calendar) -> tree.put(key, calendar(key, calendar.content())));
        return tree;
    }

    private static Map<String, Object> calendar(String key, CalendarContent content) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (!key.equals(content.name())) {
            tree.put("name", content.name());
        }
        tree.put("zone", content.zone().getId());
        put(tree, "hours", weekly(content.weekly()));
        Map<String, Object> breaks = weekly(content.weeklyBreaks());
        content.breaks().forEach((date, windows) -> breaks.put(date.toString(), windows(windows)));
        put(tree, "breaks", breaks);
        Map<String, Object> shifts = new LinkedHashMap<>();
        content.shifts().forEach((date, windows) -> shifts.put(date.toString(), windows(windows)));
        put(tree, "shifts", shifts);
        if (!content.holidays().isEmpty()) {
            List<Object> holidays = new ArrayList<>();
            content.holidays().forEach(holiday -> holidays.add(holiday(holiday)));
            tree.put("holidays", holidays);
        }
        return tree;
    }

    private static void put(Map<String, Object> tree, String key, Map<String, Object> value) {
        if (!value.isEmpty()) {
            tree.put(key, value);
        }
    }

    private static Map<String, Object> weekly(Map<DayOfWeek, List<Window>> windows) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Window> own = windows.getOrDefault(day, List.of());
            if (!own.isEmpty()) {
                tree.put(day.name().toLowerCase(Locale.ROOT), windows(own));
            }
        }
        return tree;
    }

    private static Object windows(List<Window> windows) {
        List<String> texts = windows.stream().map(Window::toString).toList();
        return texts.isEmpty() ? CalendarReader.CLOSED : texts.size() == 1 ? texts.get(0) : texts;
    }

    private static Map<String, Object> holiday(Holiday holiday) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (holiday instanceof Holiday.Dated dated) {
            tree.put("date", dated.date().toString());
        } else if (holiday instanceof Holiday.Yearly yearly) {
            tree.put("yearly", yearly.day().toString().substring(2));
        }
        tree.put("name", holiday.name());
        if (!holiday.closed().equals(Window.ALL_DAY)) {
            tree.put(CalendarReader.CLOSED, holiday.closed().toString());
        }
        return tree;
    }
}
