package dev.incidentkit.core.incident;

/** The one check that all kinds of levels share. */
final class Levels {
    private Levels() {}

    static void check(String name, int rank) {
        Checks.notBlank(name, "name of a level");
        if (rank < 0 || rank >= Scale.MAX_SIZE) {
            throw new IllegalArgumentException(
                    "The rank of level '" + name + "' must be 0 to " + (Scale.MAX_SIZE - 1) + ", but is " + rank);
        }
    }
}
