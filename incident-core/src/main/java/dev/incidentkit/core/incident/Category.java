package dev.incidentkit.core.incident;

/**
 * A place in the host's taxonomy, written as a path with {@code /} between the parts, the coarsest first, for example {@code network/vpn}.
 *
 * @param path 1 to 200 characters, not blank
 */
public record Category(String path) {
    /**
     * Checks the path.
     *
     * @throws IllegalArgumentException if it is blank or too long
     */
    public Category {
        Checks.name(path, 200, "category");
    }

    @Override
    public String toString() {
        return path;
    }
}
