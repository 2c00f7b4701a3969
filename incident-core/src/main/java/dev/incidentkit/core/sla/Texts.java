package dev.incidentkit.core.sla;

import java.time.Duration;

/** Checks of names, which say which one they refuse, and of times. */
final class Texts {
    /** Longer than any agreement; a thousand percent of it is still a sum of milliseconds. */
    private static final Duration LONGEST = Duration.ofDays(36_525);

    private Texts() {}

    static String name(String value, int max, String what) {
        if (value.isBlank() || value.length() > max) {
            throw new IllegalArgumentException(
                    "The " + what + " must have 1 to " + max + " characters, but is '" + value + "'");
        }
        return value;
    }

    /** Whether a time can be a target or lie off one: at least a millisecond, at most 36,525 days of 24 hours. */
    static boolean isTime(Duration time) {
        return time.compareTo(Duration.ofMillis(1)) >= 0 && time.compareTo(LONGEST) <= 0;
    }
}
