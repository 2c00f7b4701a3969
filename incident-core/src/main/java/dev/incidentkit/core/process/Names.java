package dev.incidentkit.core.process;

/** Checks names of parts. */
final class Names {
    private static final int MAX = 100;

    private Names() {}

    static void check(String name, String what) {
        if (name.isBlank() || name.length() > MAX) {
            throw new IllegalArgumentException(
                    "The name of a " + what + " has 1 to " + MAX + " characters, but is '" + name + "'");
        }
    }
}
