package dev.incidentkit.json;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Reads instants in ISO-8601. The two forms that are written, with seconds and with milliseconds in UTC, are most of an
 * event's texts and are read digit by digit; all else is left to {@link Instant#parse}, which also words what is wrong.
 */
final class Instants {
    private static final String SECONDS = "dddd-dd-ddTdd:dd:ddZ";
    private static final String MILLIS = "dddd-dd-ddTdd:dd:dd.dddZ";
    private static final int SECONDS_A_DAY = 86_400;
    private static final int NANOS_A_MILLI = 1_000_000;

    private Instants() {}

    static Instant parse(String text) {
        boolean millis = has(text, MILLIS);
        if (!millis && !has(text, SECONDS)) {
            return Instant.parse(text);
        }
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        if (hour > 23 || minute > 59 || second > 59) {
            return Instant.parse(text);
        }
        long day = LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10))
                .toEpochDay();
        int nanos = millis ? digits(text, 20, 23) * NANOS_A_MILLI : 0;
        return Instant.ofEpochSecond(day * SECONDS_A_DAY + hour * 3600L + minute * 60L + second, nanos);
    }

    private static boolean has(String text, String form) {
        if (text.length() != form.length()) {
            return false;
        }
        for (int i = 0; i < form.length(); i++) {
            char expected = form.charAt(i);
            char found = text.charAt(i);
            if (expected == 'd' ? found < '0' || found > '9' : found != expected) {
                return false;
            }
        }
        return true;
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }
}
