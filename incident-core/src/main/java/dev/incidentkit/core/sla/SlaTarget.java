package dev.incidentkit.core.sla;

import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.Facts;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a policy promises. Build one with {@link #of}.
 *
 * @param measure what it is about
 * @param goals what is asked, by the label of the priority; a priority without a goal has no clock
 * @param otherwise what is asked of incidents without a priority, if anything
 * @param thresholds what is signalled beside the breach, in the order in which ties are decided
 * @param conditions when the clock applies, starts, pauses, stops, begins anew and is cancelled
 * @param satisfier which deeds satisfy it, if deeds do
 * @param rules the conventions
 * @param zoneSource whose zone local times are read in
 * @param zones the zone of each customer, group or site that has one of its own, by name
 */
@RecordBuilder
@Value.Builder
public record SlaTarget(
        Measure measure,
        SortedMap<String, Goal> goals,
        @Nullable Goal otherwise,
        List<Threshold> thresholds,
        ClockConditions conditions,
        @Nullable Satisfier satisfier,
        ClockRules rules,
        ZoneSource zoneSource,
        SortedMap<String, ZoneId> zones) {
    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException if there is no goal at all
     */
    public SlaTarget {
        goals = Collections.unmodifiableSortedMap(new TreeMap<>(goals));
        zones = Collections.unmodifiableSortedMap(new TreeMap<>(zones));
        thresholds = List.copyOf(thresholds);
        if (goals.isEmpty() && otherwise == null) {
            throw new IllegalArgumentException("Target " + measure + " asks for nothing: it has no goal");
        }
    }

    /**
     * Begins a target with the default conditions and rules.
     *
     * @param measure what it is about
     * @param goals what is asked, by the label of the priority
     * @return a builder for the rest; {@code build()} makes the target
     */
    public static SlaTargetBuilder of(Measure measure, Map<String, Goal> goals) {
        return new SlaTargetBuilder()
                .measure(measure)
                .goals(new TreeMap<>(goals))
                .conditions(ClockConditions.of())
                .rules(ClockRules.of().build())
                .zoneSource(ZoneSource.POLICY)
                .zones(new TreeMap<>());
    }

    /** {@return the name of the target} */
    public String name() {
        return measure.name();
    }

    /**
     * The goal that holds for an incident.
     *
     * @param facts what is known of the incident
     * @return the goal of its priority, or the one for incidents without; null where there is none
     */
    @Nullable
    Goal goal(Facts facts) {
        if (!facts.has(Fact.BuiltIn.PRIORITY)) {
            return otherwise;
        }
        for (Map.Entry<String, Goal> entry : goals.entrySet()) {
            if (facts.is(Fact.BuiltIn.PRIORITY, entry.getKey())) {
                return entry.getValue();
            }
        }
        return null;
    }

    /** The zone that holds for an incident; null where it is the calendar's own. */
    @Nullable
    ZoneId zone(Facts facts) {
        Fact source = switch (zoneSource) {
            case POLICY -> null;
            case CUSTOMER -> Fact.CUSTOMER;
            case GROUP -> Fact.BuiltIn.OWNER_GROUP;
            case SITE -> Fact.SITE;
        };
        if (source == null) {
            return null;
        }
        for (Map.Entry<String, ZoneId> entry : zones.entrySet()) {
            if (facts.is(source, entry.getKey())) {
                return entry.getValue();
            }
        }
        return null;
    }
}
