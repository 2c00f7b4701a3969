package dev.incidentkit.core.process;

import dev.incidentkit.core.incident.Alert;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts are only counted, for as long as nothing else is asked: those of a maintenance that is known beforehand, or
 * of a source that nobody is to be called for.
 *
 * @param name 1 to 100 characters, unique within the rules
 * @param when for each name that an alert may have a value of, the values of which it must have one; at least one name
 * @param from since when it holds, inclusive; null for ever
 * @param to until when it holds, exclusive; null for ever
 */
public record SuppressionRule(
        String name,
        Map<String, Set<String>> when,
        @Nullable Instant from,
        @Nullable Instant to) {
    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException if it says nothing of alerts, or ends before it begins
     */
    public SuppressionRule {
        Names.check(name, "suppression rule");
        if (when.isEmpty() || when.values().stream().anyMatch(Set::isEmpty)) {
            throw new IllegalArgumentException(
                    "Suppression rule '" + name + "' must name values of alerts, but has " + when);
        }
        if (from != null && to != null && !from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "Suppression rule '" + name + "' ends at " + to + ", but begins at " + from);
        }
        when = when.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }

    /**
     * Holds for ever.
     *
     * @param name its name
     * @param value the name of a value of alerts
     * @param oneOf which values
     * @return the rule
     */
    public static SuppressionRule always(String name, String value, String... oneOf) {
        return new SuppressionRule(name, Map.of(value, Set.of(oneOf)), null, null);
    }

    /**
     * Whether an alert is suppressed.
     *
     * @param alert the alert
     * @param at the instant at which it is taken
     * @return true if the rule holds then and for that alert
     */
    public boolean suppresses(Alert alert, Instant at) {
        return (from == null || !at.isBefore(from))
                && (to == null || at.isBefore(to))
                && when.entrySet().stream()
                        .allMatch(entry -> alert.value(entry.getKey())
                                .filter(entry.getValue()::contains)
                                .isPresent());
    }

    /** The same text for equal rules on every machine. */
    @Override
    public String toString() {
        TreeMap<String, TreeSet<String>> sorted = new TreeMap<>();
        when.forEach((key, values) -> sorted.put(key, new TreeSet<>(values)));
        return "SuppressionRule[name=" + name + ", when=" + sorted + ", from=" + from + ", to=" + to + "]";
    }
}
