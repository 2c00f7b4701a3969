package dev.incidentkit.core.incident;

import org.jspecify.annotations.Nullable;

/** Checks that return their argument and name the value they refuse. */
final class Checks {
    private Checks() {}

    static String notBlank(@Nullable String value, String what) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(
                    "The " + what + " must not be blank, but is " + (value == null ? "null" : "'" + value + "'"));
        }
        return value;
    }

    static String atMost(String value, int max, String what) {
        if (value.length() > max) {
            throw new IllegalArgumentException("The " + what + " must have at most " + max + " characters, but has "
                    + value.length() + ": '" + value.substring(0, Math.min(40, max)) + "…'");
        }
        return value;
    }
}
