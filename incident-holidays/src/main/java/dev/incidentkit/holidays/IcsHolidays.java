package dev.incidentkit.holidays;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.calendar.Holiday;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.TimeZoneRegistryImpl;
import net.fortuna.ical4j.model.component.VEvent;

/**
 * Reads holidays from iCalendar files (RFC 5545). An event of dates closes each of them; one with times closes that part of
 * each local date, and one without a length nothing. A local time that its zone leaves out is when the clocks go on, as
 * in calendars, where the zone is one that Java knows. Repeated events are expanded within the given dates, so a rule
 * without end is no danger. Cancelled events are left out.
 *
 * <p>Files may come from strangers: they are limited in size, depth, number of events and work, and no limit is passed
 * in silence. Nothing is fetched from the network. Safe for use by several threads.
 */
public final class IcsHolidays {
    /** The largest file that is read, in bytes. */
    public static final int MAX_BYTES = 2_000_000;

    /** The largest number of events in a file. */
    public static final int MAX_EVENTS = 10_000;

    /** The largest number of holidays that come of a file. */
    public static final int MAX_HOLIDAYS = 50_000;

    /** The longest stretch of dates, in years. */
    public static final int MAX_YEARS = 100;

    private static final int MAX_DEPTH = 3;
    private static final String BEGIN = "BEGIN:";

    private IcsHolidays() {}

    /**
     * Reads the holidays of a file.
     *
     * @param name the name of the file, for messages
     * @param in its bytes, UTF-8; not closed
     * @param zone the zone of the calendar, in which events with times of other zones are read
     * @param first the first date that matters
     * @param last the last date that matters, at most {@value #MAX_YEARS} years later
     * @return the holidays that lie within the dates, by date
     * @throws ConfigurationException if it is no such file, passes a limit, or has events that cannot be read; with all
     *     findings
     * @throws IllegalArgumentException if the dates are reversed or too far apart
     * @throws UncheckedIOException if the bytes cannot be read
     */
    public static List<Holiday> read(String name, InputStream in, ZoneId zone, LocalDate first, LocalDate last) {
        if (last.isBefore(first) || last.isAfter(first.plusYears(MAX_YEARS))) {
            throw new IllegalArgumentException("Holidays are read for dates in order and at most " + MAX_YEARS
                    + " years apart, but not from " + first + " to " + last);
        }
        String text = text(name, in);
        EventExpander expander = new EventExpander(zone, first, last);
        Set<Holiday> holidays = new LinkedHashSet<>();
        for (VEvent event : events(name, text)) {
            holidays.addAll(expander.expand(event));
        }
        if (!expander.findings().isEmpty()) {
            throw refused(name, expander.findings());
        }
        List<Holiday> sorted = new ArrayList<>(holidays);
        sorted.sort(Comparator.comparing(Holiday::toString));
        return List.copyOf(sorted);
    }

    private static String text(String name, InputStream in) {
        try {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw refused(name, List.of("it has more than " + MAX_BYTES + " bytes"));
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            measure(name, text);
            // the parser unfolds lines only where they end as the standard says, and many files end theirs otherwise
            return text.lines().map(LeftOutTimes::moved).collect(Collectors.joining("\r\n", "", "\r\n"));
        } catch (CharacterCodingException e) {
            throw refused(name, List.of("it is no UTF-8: " + e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("holiday file '" + name + "' cannot be read: " + e.getMessage(), e);
        }
    }

    /** Counts what the parser would build, before it does. */
    private static void measure(String name, String text) {
        int depth = 0;
        int components = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            if (line.regionMatches(true, 0, BEGIN, 0, BEGIN.length())) {
                depth++;
                components++;
            } else if (line.regionMatches(true, 0, "END:", 0, 4)) {
                depth--;
            }
            if (depth > MAX_DEPTH || components > 2 * MAX_EVENTS) {
                throw refused(
                        name,
                        List.of(
                                depth > MAX_DEPTH
                                        ? "its components are nested deeper than " + MAX_DEPTH
                                        : "it has more than " + 2 * MAX_EVENTS + " components"));
            }
        }
    }

    private static List<VEvent> events(String name, String text) {
        try {
            List<VEvent> events = new CalendarBuilder(new CalendarParserImpl(), new TimeZoneRegistryImpl())
                    .build(new StringReader(text))
                    .getComponents(Component.VEVENT);
            if (events.size() > MAX_EVENTS) {
                throw refused(name, List.of("it has " + events.size() + " events, more than " + MAX_EVENTS));
            }
            return events;
        } catch (IOException | ParserException | IllegalArgumentException | IllegalStateException e) {
            throw refused(name, List.of("it is no iCalendar file: " + e.getMessage()));
        }
    }

    private static ConfigurationException refused(String name, List<String> findings) {
        return new ConfigurationException("holiday file '" + name + "'", findings);
    }
}
