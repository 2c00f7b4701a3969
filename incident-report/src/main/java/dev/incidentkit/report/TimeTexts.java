package dev.incidentkit.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/** Times as short texts, the same in every locale. */
final class TimeTexts {
    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private TimeTexts() {}

    /** Days, hours, minutes and seconds of physical time, the two greatest. */
    static String length(Duration time) {
        long seconds = Math.abs(time.toSeconds());
        return length(
                new long[] {seconds / 86_400, seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60},
                " d",
                " h",
                " min",
                " s");
    }

    /** Hours, minutes and seconds of working time, the two greatest: how long a working day is, differs. */
    static String workingLength(Duration time) {
        long seconds = Math.abs(time.toSeconds());
        return length(new long[] {seconds / 3_600, seconds / 60 % 60, seconds % 60}, " h", " min", " s");
    }

    private static String length(long[] counts, String... units) {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                boolean more = i + 1 < counts.length && counts[i + 1] > 0;
                return counts[i] + units[i] + (more ? " " + counts[i + 1] + units[i + 1] : "");
            }
        }
        return "0 min";
    }

    static String clock(ZonedDateTime time) {
        return two(time.getHour()) + ":" + two(time.getMinute());
    }

    static String date(LocalDate date) {
        return date.getDayOfMonth() + " " + month(date);
    }

    static String day(LocalDate date) {
        return DAYS.get(date.getDayOfWeek().getValue() - 1) + " " + date(date);
    }

    static String month(LocalDate date) {
        return MONTHS.get(date.getMonthValue() - 1);
    }

    /** All of an instant, to the minute. */
    static String full(Instant at, ZoneId zone) {
        ZonedDateTime time = at.atZone(zone);
        return day(time.toLocalDate()) + " " + time.getYear() + " " + clock(time);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
