package dev.incidentkit.core.sla;

import org.jspecify.annotations.Nullable;

/**
 * What holds for a clock between two events.
 *
 * @param pause why it pauses, if it does
 * @param done whether its condition to stop holds
 * @param group the accountable group
 * @param person the accountable person
 */
record Situation(
        @Nullable String pause,
        boolean done,
        @Nullable String group,
        @Nullable String person) {
    static final Situation UNKNOWN = new Situation(null, false, null, null);
}
