package dev.incidentkit.rules.config;

import dev.incidentkit.rules.format.ReadLimits;
import java.util.Objects;

/**
 * How large the files of a definition may be before they are refused. The defaults are far beyond what people write, and
 * small enough that a hostile file costs neither much time nor much memory. Immutable.
 *
 * @param maxBytes the largest YAML file, in bytes; default 1 MiB
 * @param maxDepth the deepest nesting of lists and mappings; default 32
 * @param maxAliases the most aliases in a file; default 100
 * @param maxNodes the most values in a file, what aliases stand for counted each time; default 100,000
 * @param maxEntries the most entries of one list or mapping; default 10,000
 * @param maxScalar the longest single value, in characters; default 8,192
 * @param maxFiles the most files of one definition; default 64
 * @param maxFindings after how many findings no more are kept, saying so; default 200
 * @param tables the limits of the table files
 */
public record DefinitionLimits(
        int maxBytes,
        int maxDepth,
        int maxAliases,
        int maxNodes,
        int maxEntries,
        int maxScalar,
        int maxFiles,
        int maxFindings,
        ReadLimits tables) {
    /** The deepest nesting that may be allowed: reading takes some stack for each level. */
    public static final int MOST_DEPTH = 256;

    private static final DefinitionLimits DEFAULTS =
            new DefinitionLimits(1 << 20, 32, 100, 100_000, 10_000, 8_192, 64, 200, ReadLimits.defaults());

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if a limit is not positive (of aliases: negative), or the depth is more than
     *     {@value #MOST_DEPTH}
     */
    public DefinitionLimits {
        positive("maxBytes", maxBytes);
        positive("maxDepth", maxDepth);
        positive("maxNodes", maxNodes);
        positive("maxEntries", maxEntries);
        positive("maxScalar", maxScalar);
        positive("maxFiles", maxFiles);
        positive("maxFindings", maxFindings);
        Objects.requireNonNull(tables, "tables");
        if (maxAliases < 0 || maxDepth > MOST_DEPTH) {
            throw new IllegalArgumentException("There are 0 or more aliases and at most " + MOST_DEPTH
                    + " levels, but these are " + maxAliases + " and " + maxDepth);
        }
    }

    private static void positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, but is " + value);
        }
    }

    /** {@return the limits that hold when none are given, as named at the components} */
    public static DefinitionLimits defaults() {
        return DEFAULTS;
    }
}
