package dev.incidentkit.metrics;

import dev.incidentkit.core.incident.HistoryException;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.sla.SlaClock;
import dev.incidentkit.core.sla.SlaPolicy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is measured at once: metrics, each by every grouping. Immutable. Begin with {@link #of}.
 *
 * @param metrics the metrics, names all different
 * @param groupings by what they are grouped, each
 * @param exactUpTo up to how many numbers of a group percentiles are exact
 * @param clocks by which clocks incidents are timed; null where no metric asks for them
 */
public record MetricPlan(
        List<Metric> metrics,
        List<Grouping> groupings,
        int exactUpTo,
        @Nullable SlaClock clocks) {
    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if two metrics have one name, or there is none, or no grouping
     */
    public MetricPlan {
        metrics = List.copyOf(metrics);
        groupings = List.copyOf(groupings);
        Set<String> names = new HashSet<>();
        for (Metric metric : metrics) {
            if (!names.add(metric.name())) {
                throw new IllegalArgumentException(
                        "No name has two meanings, but '" + metric.name() + "' is there twice");
            }
        }
        if (metrics.isEmpty() || groupings.isEmpty() || exactUpTo < 0) {
            throw new IllegalArgumentException("A plan has metrics and groupings, and a size from 0, but this has "
                    + metrics.size() + ", " + groupings.size() + " and " + exactUpTo);
        }
    }

    /**
     * Begins a plan: all incidents are one group, percentiles are exact up to {@link Summary#EXACT_UP_TO} numbers.
     *
     * @param metrics the metrics
     * @return the plan
     */
    public static MetricPlan of(List<Metric> metrics) {
        return new MetricPlan(metrics, List.of(Grouping.by()), Summary.EXACT_UP_TO, null);
    }

    /**
     * This plan with other groupings.
     *
     * @param others the groupings; {@code Grouping.by()} is all incidents together
     * @return a copy
     */
    public MetricPlan by(Grouping... others) {
        return new MetricPlan(metrics, List.of(others), exactUpTo, clocks);
    }

    /**
     * This plan with another size up to which percentiles are exact.
     *
     * @param size how many numbers of a group are kept one by one
     * @return a copy
     */
    public MetricPlan withExactUpTo(int size) {
        return new MetricPlan(metrics, groupings, size, clocks);
    }

    /**
     * This plan with clocks.
     *
     * @param clock by which incidents are timed
     * @return a copy
     */
    public MetricPlan timedBy(SlaClock clock) {
        return new MetricPlan(metrics, groupings, exactUpTo, clock);
    }

    /**
     * An incident as this plan sees it.
     *
     * @param incident the incident
     * @param asOf when it is looked at
     * @return the case
     */
    public Case view(Incident incident, Instant asOf) {
        return new Case(incident, asOf, clocks);
    }

    /**
     * An incident as this plan sees it. The record is folded to an incident only where a metric, an exclusion or a
     * dimension asks for what the library's own do not.
     *
     * @param record the whole record of the incident
     * @param asOf when it is looked at
     * @return the case
     * @throws HistoryException if the events cannot be the record of one incident
     */
    public Case view(List<? extends IncidentEvent> record, Instant asOf) {
        return new Case(record, asOf, clocks);
    }

    /**
     * Measures whole records: of a store, a stream or an import.
     *
     * @param records the records, one list of events an incident; closed when it has been read
     * @param asOf when they are looked at
     * @return what was measured
     */
    public MetricFold measure(Stream<? extends List<? extends IncidentEvent>> records, Instant asOf) {
        MetricFold fold = MetricFold.of(this);
        try (records) {
            records.forEachOrdered(record -> fold.add(view(record, asOf)));
        }
        return fold;
    }

    /** {@return a hash of all definitions: results of two plans merge where it is the same} */
    public String hash() {
        StringBuilder content = new StringBuilder("plan/1\n").append(exactUpTo).append('\n');
        metrics.forEach(metric -> content.append(metric.formula()).append('\n'));
        groupings.forEach(grouping -> content.append(grouping.description()).append('\n'));
        if (clocks != null) {
            for (SlaPolicy policy : clocks.policies()) {
                content.append(policy.hash()).append('\n');
            }
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(content.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
