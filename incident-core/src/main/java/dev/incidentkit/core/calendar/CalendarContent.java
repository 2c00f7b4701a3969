package dev.incidentkit.core.calendar;

import dev.incidentkit.core.internal.CanonicalForm;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a calendar was built of, as it was declared. Immutable.
 *
 * @param name the name of the calendar
 * @param zone the zone in which all local times are read
 * @param weekly the windows that begin on each weekday; a missing day is closed
 * @param weeklyBreaks what is taken from the weekly windows
 * @param shifts the windows that begin on a date and replace the weekly ones of that date; none means closed
 * @param breaks what is taken from whatever is open on a date
 * @param holidays when the weekly windows do not hold, sorted by their text
 */
public record CalendarContent(
        String name,
        ZoneId zone,
        Map<DayOfWeek, List<Window>> weekly,
        Map<DayOfWeek, List<Window>> weeklyBreaks,
        SortedMap<LocalDate, List<Window>> shifts,
        SortedMap<LocalDate, List<Window>> breaks,
        List<Holiday> holidays) {
    /** Copies the collections. */
    public CalendarContent {
        weekly = Map.copyOf(weekly);
        weeklyBreaks = Map.copyOf(weeklyBreaks);
        shifts = Collections.unmodifiableSortedMap(new TreeMap<>(shifts));
        breaks = Collections.unmodifiableSortedMap(new TreeMap<>(breaks));
        holidays = List.copyOf(holidays);
    }

    /**
     * The hash of what the content means: windows that overlap or touch are written as their union, so that two ways to
     * write the same hours down are one calendar.
     */
    String hash() {
        CanonicalForm form = new CanonicalForm("calendar/1").put("name", name).put("zone", zone.getId());
        for (DayOfWeek day : DayOfWeek.values()) {
            form.put(day.name(), text(weekly.getOrDefault(day, List.of())))
                    .put(day + " breaks", text(weeklyBreaks.getOrDefault(day, List.of())));
        }
        form.list("shifts", dated(shifts)).list("breaks", dated(breaks));
        List<String> closed = new ArrayList<>();
        for (Holiday holiday : holidays) {
            closed.add(holiday.toString());
        }
        return form.set("holidays", closed).hash();
    }

    /** The version of the zone's rules that this machine has now; {@code none} for a fixed offset. */
    String tzdbVersion() {
        return ZoneRulesProvider.getAvailableZoneIds().contains(zone.getId())
                ? ZoneRulesProvider.getVersions(zone.getId()).lastKey()
                : "none";
    }

    private static List<String> dated(SortedMap<LocalDate, List<Window>> windows) {
        List<String> texts = new ArrayList<>();
        windows.forEach((date, hours) -> texts.add(date + "=" + text(hours)));
        return texts;
    }

    private static String text(List<Window> windows) {
        return Arrays.toString(Spans.of(windows));
    }
}
