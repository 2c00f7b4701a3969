package dev.incidentkit.core.incident;

import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;

/**
 * What alerts of one deduplication key said about an incident so far.
 *
 * @param key the deduplication key
 * @param state what the latest said
 * @param silenced whether the latest was suppressed, so that nothing followed from it
 * @param occurrences how many said that the condition holds, suppressed ones included
 * @param recoveries how many said that it holds no longer
 * @param suppressed how many of both were suppressed
 * @param changes how often the condition came back or went away
 * @param firstAt the earliest of their instants, by the source's clock
 * @param lastAt the latest of their instants, by the source's clock
 * @param heardAt when the latest was recorded
 * @param recentChanges when the latest changes were recorded, in order; at most {@value #MOST_CHANGES}
 * @param flapping whether the condition changes too often to be acted on
 */
@RecordBuilder
@Value.Builder
public record AlertTally(
        String key,
        AlertState state,
        boolean silenced,
        long occurrences,
        long recoveries,
        long suppressed,
        long changes,
        Instant firstAt,
        Instant lastAt,
        Instant heardAt,
        List<Instant> recentChanges,
        boolean flapping) {
    /** How many changes are remembered one by one. */
    public static final int MOST_CHANGES = 100;

    /** Cuts the instants to milliseconds and copies the list. */
    public AlertTally {
        Checks.name(key, 190, "key of alerts");
        firstAt = Checks.millis(firstAt);
        lastAt = Checks.millis(lastAt);
        heardAt = Checks.millis(heardAt);
        recentChanges = recentChanges.stream().map(Checks::millis).toList();
    }

    /**
     * How many changes were recorded since an instant, as far as they are remembered.
     *
     * @param since the instant, inclusive
     * @return how many, at most {@value #MOST_CHANGES}
     */
    public int changesSince(Instant since) {
        return (int) recentChanges.stream().filter(at -> !at.isBefore(since)).count();
    }

    /** {@return whether something may follow from it: it is neither flapping nor silenced} */
    public boolean isHeard() {
        return !flapping && !silenced;
    }
}
