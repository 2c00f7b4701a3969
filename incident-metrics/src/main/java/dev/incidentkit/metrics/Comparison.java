package dev.incidentkit.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One metric, period against period.
 *
 * @param before the figure of the earlier period
 * @param after the figure of the later period
 * @param changes the change of each value that both have, in the order of the earlier one
 */
public record Comparison(Figure before, Figure after, Map<String, Change> changes) {
    /** Copies the map. */
    public Comparison {
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
    }

    /**
     * How a value changed.
     *
     * @param difference later minus earlier
     * @param percent the difference in percent of the earlier value, to one decimal; null where that is 0
     */
    public record Change(BigDecimal difference, @Nullable BigDecimal percent) {}

    /**
     * Compares two figures.
     *
     * @param before the figure of the earlier period
     * @param after the figure of the later period
     * @return the comparison
     * @throws IllegalArgumentException if they are figures of different metrics or parts
     */
    public static Comparison of(Figure before, Figure after) {
        if (!before.formula().equals(after.formula()) || !before.part().equals(after.part())) {
            throw new IllegalArgumentException("Figures of one metric compare, but these are of " + before.metric()
                    + " " + before.part() + " and " + after.metric() + " " + after.part());
        }
        Map<String, Change> changes = new LinkedHashMap<>();
        before.values().forEach((name, value) -> {
            BigDecimal now = after.values().get(name);
            if (now != null) {
                changes.put(name, change(value, now));
            }
        });
        return new Comparison(before, after, changes);
    }

    private static Change change(BigDecimal before, BigDecimal after) {
        BigDecimal difference = after.subtract(before);
        BigDecimal percent = before.signum() == 0
                ? null
                : difference.movePointRight(2).divide(before.abs(), 1, RoundingMode.HALF_UP);
        return new Change(difference, percent);
    }
}
