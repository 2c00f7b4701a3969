package dev.incidentkit.rules.internal.yaml;

import java.time.Duration;
import java.util.Map;

/** Lengths of time as people write them: {@code 15m}, {@code 1h 30m}, {@code PT4H}. A day has 24 hours. */
public final class Durations {
    private static final Map<String, Long> MILLIS =
            Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "min", 60_000L, "h", 3_600_000L, "d", 86_400_000L);
    private static final int MAX_LENGTH = 60;

    private Durations() {}

    /**
     * Reads a length of time.
     *
     * @param text the text
     * @return the time
     * @throws IllegalArgumentException if it is none
     * @throws java.time.DateTimeException if it begins like ISO 8601 and is not
     * @throws ArithmeticException if it is too long
     */
    public static Duration parse(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("'" + text + "' is no length of time");
        }
        if (text.charAt(0) == 'P' || text.startsWith("-P")) {
            return Duration.parse(text);
        }
        return Duration.ofMillis(millis(text));
    }

    private static long millis(String text) {
        long millis = 0;
        int at = 0;
        while (at < text.length()) {
            int digits = skip(text, at, true);
            int letters = skip(text, digits, false);
            Long unit = MILLIS.get(text.substring(digits, letters));
            if (digits == at || unit == null) {
                throw new IllegalArgumentException("'" + text + "' is no length of time");
            }
            long part = Math.multiplyExact(Long.parseLong(text.substring(at, digits)), unit);
            millis = Math.addExact(millis, part);
            at = letters;
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
        }
        return millis;
    }

    private static int skip(String text, int from, boolean digits) {
        int at = from;
        while (at < text.length() && (digits ? isDigit(text.charAt(at)) : isLetter(text.charAt(at)))) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    /**
     * A length of time as it is written: in hours, minutes and seconds where nothing is lost.
     *
     * @param time the time
     * @return the text
     */
    public static String text(Duration time) {
        if (time.isNegative() || time.isZero() || time.toNanosPart() != 0) {
            return time.toString();
        }
        StringBuilder text = new StringBuilder();
        part(text, time.toHours(), "h");
        part(text, time.toMinutesPart(), "m");
        part(text, time.toSecondsPart(), "s");
        return text.toString();
    }

    private static void part(StringBuilder text, long amount, String unit) {
        if (amount != 0) {
            text.append(text.isEmpty() ? "" : " ").append(amount).append(unit);
        }
    }
}
