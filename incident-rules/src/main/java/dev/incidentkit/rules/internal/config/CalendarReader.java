package dev.incidentkit.rules.internal.config;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.calendar.CalendarBuilder;
import dev.incidentkit.core.calendar.Holiday;
import dev.incidentkit.core.calendar.Window;
import dev.incidentkit.rules.config.DefinitionCode;
import dev.incidentkit.rules.config.HolidaySource;
import dev.incidentkit.rules.internal.yaml.Node;
import dev.incidentkit.rules.internal.yaml.Section;
import dev.incidentkit.rules.internal.yaml.Values;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads calendars. */
final class CalendarReader {
    /** What stands for no hours at all. */
    static final String CLOSED = "closed";

    private static final Map<String, List<DayOfWeek>> DAYS = days();

    private final Scope scope;
    private final Values values;
    private final @Nullable HolidaySource source;

    CalendarReader(Scope scope, @Nullable HolidaySource source) {
        this.scope = scope;
        this.values = scope.values;
        this.source = source;
    }

    private static Map<String, List<DayOfWeek>> days() {
        Map<String, List<DayOfWeek>> days = new LinkedHashMap<>();
        List<DayOfWeek> all = List.of(DayOfWeek.values());
        days.put("daily", all);
        days.put("weekdays", all.subList(0, 5));
        days.put("weekend", all.subList(5, 7));
        all.forEach(day -> days.put(day.name().toLowerCase(Locale.ROOT), List.of(day)));
        return days;
    }

    void calendars(Map<String, Node.Entry> entries, String path) {
        entries.forEach((name, entry) -> {
            Section section = values.section(entry.value(), Values.path(path, name));
            BusinessCalendar calendar = section == null ? null : calendar(name, section);
            if (calendar != null) {
                scope.calendars.put(name, calendar);
            }
        });
    }

    private @Nullable BusinessCalendar calendar(String key, Section section) {
        String given = section.text("name");
        Node zoneNode = section.need("zone");
        ZoneId zone = zoneNode == null ? null : values.zone(zoneNode, section.path("zone"));
        int errors = scope.report().errors();
        CalendarBuilder builder =
                BusinessCalendar.builder(given == null ? key : given, zone == null ? ZoneId.of("UTC") : zone);
        weekly(section, "hours", builder::on);
        breaks(section, builder);
        dated(section.entries("shifts"), section.path("shifts"), builder::shift);
        holidays(section, zone, builder);
        section.close();
        boolean sound = zone != null && errors == scope.report().errors();
        return sound ? values.made(section.node(), section.path(), builder::build) : null;
    }

    private void weekly(Section section, String key, BiConsumer<DayOfWeek, Window[]> set) {
        section.entries(key).forEach((name, entry) -> day(section.path(key), entry, set));
    }

    /** General names come before particular ones only if they stand so: what stands below wins, as in the builder. */
    private void day(String path, Node.Entry entry, BiConsumer<DayOfWeek, Window[]> set) {
        String name = entry.key().value();
        List<DayOfWeek> days = DAYS.get(name);
        if (days == null) {
            values.unknown(entry.key(), path, "a day of the week", DAYS.keySet());
            return;
        }
        Window[] windows = windows(entry.value(), Values.path(path, name));
        days.forEach(day -> set.accept(day, windows));
    }

    private void breaks(Section section, CalendarBuilder builder) {
        String path = section.path("breaks");
        Map<String, Node.Entry> dated = new LinkedHashMap<>();
        section.entries("breaks").forEach((name, entry) -> {
            if (!name.isEmpty() && Character.isDigit(name.charAt(0))) {
                dated.put(name, entry);
            } else {
                day(path, entry, builder::breakOn);
            }
        });
        dated(dated, path, builder::breakOn);
    }

    private void dated(Map<String, Node.Entry> entries, String path, BiConsumer<LocalDate, Window[]> set) {
        entries.forEach((name, entry) -> {
            LocalDate date = values.parsed(entry.key(), path, "a date, like 2026-12-24", LocalDate::parse);
            Window[] windows = windows(entry.value(), Values.path(path, name));
            if (date != null) {
                set.accept(date, windows);
            }
        });
    }

    private Window[] windows(Node node, String path) {
        if (node instanceof Node.Text text && text.value().equals(CLOSED)) {
            return new Window[0];
        }
        List<Window> windows = new ArrayList<>();
        for (Node.Text text : values.texts(node, path)) {
            Window window = window(text, path);
            if (window != null) {
                windows.add(window);
            }
        }
        return windows.toArray(new Window[0]);
    }

    private @Nullable Window window(Node node, String path) {
        return values.parsed(node, path, "hours like 09:00-17:00, or closed", Window::parse);
    }

    private void holidays(Section section, @Nullable ZoneId zone, CalendarBuilder builder) {
        Node node = section.get("holidays");
        if (node == null) {
            return;
        }
        String path = section.path("holidays");
        int index = 0;
        for (Node item : Values.items(node)) {
            Section holiday = values.section(item, path + "[" + index++ + "]");
            if (holiday != null) {
                holiday(holiday, zone, builder);
            }
        }
    }

    private void holiday(Section section, @Nullable ZoneId zone, CalendarBuilder builder) {
        Node from = section.get("from");
        Node date = section.get("date");
        Node yearly = section.get("yearly");
        String name = section.text("name");
        Node closedNode = section.get(CLOSED);
        section.close();
        if (from != null && date == null && yearly == null && name == null && closedNode == null) {
            borrowed(from, section.path("from"), zone, builder);
            return;
        }
        Window closed = closedNode == null ? Window.ALL_DAY : window(closedNode, section.path(CLOSED));
        if (from != null || (date == null) == (yearly == null) || name == null) {
            String wanted = "a holiday has either 'date' and 'name', 'yearly' and 'name', or 'from' alone";
            scope.report().error(DefinitionCode.SHAPE, section.node(), section.path(), wanted);
        } else if (closed != null) {
            Holiday holiday = date == null ? yearly(yearly, section, name, closed) : on(date, section, name, closed);
            if (holiday != null) {
                builder.holiday(holiday);
            }
        }
    }

    private @Nullable Holiday on(Node node, Section section, String name, Window closed) {
        LocalDate date = values.parsed(node, section.path("date"), "a date, like 2026-12-24", LocalDate::parse);
        return date == null ? null : values.made(section.node(), section.path(), () -> Holiday.on(date, name, closed));
    }

    private @Nullable Holiday yearly(@Nullable Node node, Section section, String name, Window closed) {
        if (node == null) {
            return null;
        }
        String path = section.path("yearly");
        MonthDay day = values.parsed(node, path, "month and day, like 12-25", text -> MonthDay.parse("--" + text));
        return day == null
                ? null
                : values.made(section.node(), section.path(), () -> Holiday.yearly(day, name, closed));
    }

    private void borrowed(Node node, String path, @Nullable ZoneId zone, CalendarBuilder builder) {
        String reference = values.text(node, path);
        if (reference == null || zone == null) {
            return;
        }
        if (source == null) {
            String message = "holidays '" + reference + "' come from the host, which gave no source of holidays";
            scope.report().error(DefinitionCode.NAME_UNKNOWN, node, path, message);
            return;
        }
        values.made(node, path, () -> {
            try {
                return builder.holidays(source.holidays(reference, zone));
            } catch (IOException e) {
                throw new IllegalArgumentException("holidays '" + reference + "' cannot be read: " + e.getMessage(), e);
            }
        });
    }
}
