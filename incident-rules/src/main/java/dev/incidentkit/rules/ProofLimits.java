package dev.incidentkit.rules;

/**
 * How far a proof goes. Immutable.
 *
 * @param boxes how many boxes of inputs all questions together may look at, at least 1; each takes about a microsecond
 * @param findings how many findings of each code are listed, at least 1; more are only counted
 */
public record ProofLimits(long boxes, int findings) {
    /** Five million boxes, some seconds at worst; a hundred findings of each code. */
    public static final ProofLimits DEFAULT = new ProofLimits(5_000_000, 100);

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if one is less than 1
     */
    public ProofLimits {
        if (boxes < 1 || findings < 1) {
            throw new IllegalArgumentException(
                    "At least one box and one finding, but " + boxes + " boxes and " + findings + " findings");
        }
    }
}
