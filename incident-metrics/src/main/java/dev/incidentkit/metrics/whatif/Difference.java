package dev.incidentkit.metrics.whatif;

import java.util.List;

/**
 * One thing in which two definitions differ about an incident.
 *
 * @param kind what kind of thing
 * @param subject what exactly, for example {@code RESOLUTION/1} of a clock; empty where the kind says it all
 * @param before how it is under the first definition
 * @param after how it is under the second
 * @param causes which policy values, or rules of tables, made it differ, at least one
 */
public record Difference(DifferenceKind kind, String subject, String before, String after, List<String> causes) {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if no cause is named
     */
    public Difference {
        causes = List.copyOf(causes);
        if (causes.isEmpty()) {
            throw new IllegalArgumentException(
                    "A difference names its cause, but this has none: " + kind + " " + subject);
        }
    }
}
