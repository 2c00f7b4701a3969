package dev.incidentkit.metrics;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a metric says about one group of incidents. Measured and left out add up to the population.
 *
 * @param metric the name of the metric
 * @param formula the metric's whole definition in words
 * @param group which group
 * @param part which part, for example a status; empty for the whole
 * @param unit what the values are, apart from counts and shares
 * @param population how many incidents, or clocks, were looked at
 * @param n of how many the values are
 * @param excluded how many were left out, by reason
 * @param notes how often something worth telling occurred, for example which beginning was known
 * @param values the figures by name, in order: {@code sum, mean, median, p90, p95, min, max} of numbers; the counts of
 *     kinds by their labels, and {@code share}; none of numbers where {@code n} is 0
 * @param relativeError by which part of their value median and percentiles may be too high; 0 where they are exact
 */
public record Figure(
        String metric,
        String formula,
        GroupKey group,
        String part,
        Unit unit,
        long population,
        long n,
        SortedMap<String, Long> excluded,
        SortedMap<String, Long> notes,
        Map<String, BigDecimal> values,
        BigDecimal relativeError) {
    /**
     * Copies the maps.
     *
     * @throws IllegalArgumentException if measured and left out do not add up to the population
     */
    public Figure {
        excluded = Collections.unmodifiableSortedMap(new TreeMap<>(excluded));
        notes = Collections.unmodifiableSortedMap(new TreeMap<>(notes));
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        long left = excluded.values().stream().mapToLong(Long::longValue).sum();
        if (n + left != population) {
            throw new IllegalArgumentException(
                    metric + ": " + n + " measured and " + left + " left out are not the population of " + population);
        }
    }

    /**
     * One of its values.
     *
     * @param name the value's name
     * @return the value
     * @throws IllegalArgumentException if it has none of that name
     */
    public BigDecimal value(String name) {
        BigDecimal value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(metric + " has no " + name + ", but " + values.keySet());
        }
        return value;
    }
}
