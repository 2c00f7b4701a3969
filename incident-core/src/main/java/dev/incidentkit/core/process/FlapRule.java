package dev.incidentkit.core.process;

import dev.incidentkit.core.incident.AlertTally;
import java.time.Duration;

/**
 * When a condition changes too often to be acted on. From then on nothing is reopened or resolved because of it, until it
 * was quiet for long enough.
 *
 * @param changes how many changes, 2 to {@value AlertTally#MOST_CHANGES}
 * @param within in how much time, more than zero and at most 30 days
 * @param quiet for how long it must stay as it is, more than zero and at most 30 days
 */
public record FlapRule(int changes, Duration within, Duration quiet) {
    private static final Duration LONGEST = Duration.ofDays(30);

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if a value is out of bounds
     */
    public FlapRule {
        if (changes < 2 || changes > AlertTally.MOST_CHANGES) {
            throw new IllegalArgumentException(
                    "A condition flaps from 2 to " + AlertTally.MOST_CHANGES + " changes, but asked were " + changes);
        }
        check(within, "within");
        check(quiet, "quiet");
    }

    private static void check(Duration value, String what) {
        if (value.isNegative() || value.isZero() || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("The time '" + what
                    + "' of a flapping rule is more than zero and at most " + LONGEST + ", but is " + value);
        }
    }
}
