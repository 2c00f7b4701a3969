package dev.incidentkit.metrics;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.RecordType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The time between two milestones, as a definition: no name has two meanings, and what is left out is said.
 *
 * @param name the name of the metric
 * @param from the milestone at which it begins
 * @param to the milestone at which it ends
 * @param exclusions which incidents are left out, asked in order
 */
public record MilestoneMetric(String name, Milestone from, Milestone to, List<Exclusion> exclusions) {
    /** Time to resolve: from the report to the resolution, in physical time, drills and what is no incident left out. */
    public static final MilestoneMetric RESOLVE =
            new MilestoneMetric("MTT-Resolve", Milestone.REPORTED, Milestone.RESOLVED, Exclusion.STANDARD);

    /** Time to acknowledge: from the report to the first acknowledgement, in physical time, drills and what is no incident left out. */
    public static final MilestoneMetric ACKNOWLEDGE =
            new MilestoneMetric("MTTA", Milestone.REPORTED, Milestone.ACKNOWLEDGED, Exclusion.STANDARD);

    /** Time to close: from the report to the closure, in physical time, drills and what is no incident left out. */
    public static final MilestoneMetric CLOSE =
            new MilestoneMetric("MTT-Close", Milestone.REPORTED, Milestone.ENDED, Exclusion.STANDARD);

    /** Copies the exclusions. */
    public MilestoneMetric {
        exclusions = List.copyOf(exclusions);
    }

    /**
     * Incidents that are left out.
     *
     * @param reason why, in a few words
     * @param test which
     */
    public record Exclusion(String reason, Predicate<Incident> test) {
        /** Exercises. */
        public static final Exclusion DRILLS = new Exclusion("drill", Incident::isDrill);

        /** Near misses, and tickets of which it is not judged yet whether they are incidents. */
        public static final Exclusion NO_INCIDENTS =
                new Exclusion("no incident", incident -> incident.handling().type() != RecordType.INCIDENT);

        private static final List<Exclusion> STANDARD = List.of(DRILLS, NO_INCIDENTS);
    }

    /** {@return the metric as a formula in words} */
    public String formula() {
        return name + " = " + to + " - " + from + ", physical time, without "
                + exclusions.stream().map(Exclusion::reason).toList() + " and incidents that lack one of both";
    }

    /**
     * Measures one incident.
     *
     * @param incident the incident
     * @return the milliseconds between both milestones, or empty where it is left out or lacks one
     */
    public OptionalLong measure(Incident incident) {
        if (exclusion(incident) != null) {
            return OptionalLong.empty();
        }
        Instant begin = incident.at(from).orElse(null);
        Instant end = incident.at(to).orElse(null);
        return begin == null || end == null
                ? OptionalLong.empty()
                : OptionalLong.of(Duration.between(begin, end).toMillis());
    }

    @Nullable
    String exclusion(Incident incident) {
        for (Exclusion exclusion : exclusions) {
            if (exclusion.test().test(incident)) {
                return exclusion.reason();
            }
        }
        if (incident.at(from).isEmpty()) {
            return "no " + from;
        }
        return incident.at(to).isEmpty() ? "no " + to : null;
    }
}
