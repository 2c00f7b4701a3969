package dev.incidentkit.metrics;

import dev.incidentkit.core.incident.Incident;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Measures many incidents, grouped by a dimension, with what was left out and why: measured and left out add up to all.
 * Not safe for use by several threads: fold apart and merge.
 *
 * @param <K> the kind of group
 */
public final class MetricFold<K extends Comparable<? super K>> {
    private final MilestoneMetric metric;
    private final long unitMillis;
    private final Function<Incident, K> dimension;
    private final TreeMap<K, DistributionBuilder> groups = new TreeMap<>();
    private final Counts<String> excluded = new Counts<>();
    private long seen;

    /**
     * Creates a fold over no incidents.
     *
     * @param metric what to measure
     * @param unit in what whole units; what is left over is cut; at least a millisecond
     * @param dimension the group of an incident
     * @throws IllegalArgumentException if the unit is shorter than a millisecond
     */
    public MetricFold(MilestoneMetric metric, Duration unit, Function<Incident, K> dimension) {
        if (unit.toMillis() < 1) {
            throw new IllegalArgumentException("The unit must be a millisecond at least, but is " + unit);
        }
        this.metric = metric;
        this.unitMillis = unit.toMillis();
        this.dimension = dimension;
    }

    /**
     * Measures one more incident.
     *
     * @param incident the incident
     */
    public void add(Incident incident) {
        seen++;
        OptionalLong measured = metric.measure(incident);
        if (measured.isPresent()) {
            groups.computeIfAbsent(dimension.apply(incident), key -> new DistributionBuilder())
                    .add(measured.getAsLong() / unitMillis);
        } else {
            excluded.add(String.valueOf(metric.exclusion(incident)));
        }
    }

    /** {@return the distribution of each group, in the order of the groups} */
    public SortedMap<K, Distribution> groups() {
        SortedMap<K, Distribution> results = new TreeMap<>();
        groups.forEach((group, builder) -> results.put(group, builder.build()));
        return results;
    }

    /** {@return the distribution of all groups together} */
    public Distribution all() {
        return groups().values().stream().reduce(Distribution.EMPTY, Distribution::merge);
    }

    /** {@return how many incidents were left out, by reason} */
    public Counts<String> excluded() {
        return excluded;
    }

    /** {@return how many incidents were seen: those measured and those left out} */
    public long seen() {
        return seen;
    }
}
