package dev.incidentkit.core.sla;

/** Checks of names that say which one they refuse. */
final class Texts {
    private Texts() {}

    static String name(String value, int max, String what) {
        if (value.isBlank() || value.length() > max) {
            throw new IllegalArgumentException(
                    "The " + what + " must have 1 to " + max + " characters, but is '" + value + "'");
        }
        return value;
    }
}
