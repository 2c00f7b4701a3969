package dev.incidentkit.holidays;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Local times that a zone leaves out when its clocks go forward. A calendar takes such a time for the end of the gap; the
 * parser of files would add the length of the gap to it.
 */
final class LeftOutTimes {
    private static final Pattern TIME = Pattern.compile(
            "((?:DTSTART|DTEND)(?:;[^:]*)?;TZID=\"?([^\":;]+)\"?(?:;[^:]*)?:)(\\d{8}T\\d{6})",
            Pattern.CASE_INSENSITIVE);
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    private LeftOutTimes() {}

    /**
     * A line of a file, with the end of the gap in place of a time that lies in one. What names a zone that only the file
     * defines, and what is no time, stays as it is.
     */
    static String moved(String line) {
        Matcher matcher = TIME.matcher(line);
        if (!matcher.matches()) {
            return line;
        }
        try {
            LocalDateTime time = LocalDateTime.parse(matcher.group(3), FORMAT);
            ZoneOffsetTransition gap = ZoneId.of(matcher.group(2)).getRules().getTransition(time);
            return gap == null || !gap.isGap() ? line : matcher.group(1) + FORMAT.format(gap.getDateTimeAfter());
        } catch (DateTimeException e) {
            return line; // the parser tells it in the event's name
        }
    }

    /** A repetition of an event that begins at some local time: the end of the gap where that time lies in one. */
    static ZonedDateTime moved(ZonedDateTime repetition, LocalTime begins) {
        LocalDateTime meant = repetition.toLocalDate().atTime(begins);
        ZoneOffsetTransition gap = repetition.getZone().getRules().getTransition(meant);
        boolean left =
                gap != null && gap.isGap() && repetition.toLocalDateTime().equals(meant.plus(gap.getDuration()));
        return left ? gap.getDateTimeAfter().atZone(repetition.getZone()) : repetition;
    }
}
