package dev.incidentkit.report;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.PriorityMatrix;
import dev.incidentkit.metrics.Period;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a report shows, and of when. Begin with {@link #of}; each {@code with} gives a copy.
 *
 * @param title its title
 * @param source where the records come from, in a few words
 * @param definition whose scales, lifecycle and clocks count
 * @param matrix the matrix that priorities are held against; null where there is none
 * @param asOf when incidents are looked at: what is open lasts until then
 * @param zone whose days count, and in which times are read
 * @param period the period of trends
 * @param categoryDepth to how many parts categories are cut, 1 or more
 * @param categories how many categories are told one by one, 1 to 200; the others are told together
 * @param slowest how many of the slowest incidents are told, 0 to 50
 */
public record ReportPlan(
        String title,
        String source,
        ProcessDefinition definition,
        @Nullable PriorityMatrix matrix,
        Instant asOf,
        ZoneId zone,
        Period period,
        int categoryDepth,
        int categories,
        int slowest) {
    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if a number is out of its bounds
     */
    public ReportPlan {
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(zone, "zone");
        if (categoryDepth < 1) {
            throw new IllegalArgumentException("Categories are cut to 1 part or more, but not to " + categoryDepth);
        }
        if (categories < 1 || categories > 200) {
            throw new IllegalArgumentException("1 to 200 categories are told one by one, but not " + categories);
        }
        if (slowest < 0 || slowest > 50) {
            throw new IllegalArgumentException("0 to 50 of the slowest incidents are told, but not " + slowest);
        }
    }

    /**
     * The default: by month, the 15 most frequent categories, the 5 slowest incidents, no matrix.
     *
     * @param definition whose scales, lifecycle and clocks count
     * @param asOf when incidents are looked at
     * @param zone whose days count, and in which times are read
     * @return the plan
     */
    public static ReportPlan of(ProcessDefinition definition, Instant asOf, ZoneId zone) {
        return new ReportPlan("Incidents", "", definition, null, asOf, zone, Period.MONTH, Integer.MAX_VALUE, 15, 5);
    }

    /**
     * With other words above it.
     *
     * @param words its title
     * @param from where the records come from, in a few words
     * @return a copy
     */
    public ReportPlan titled(String words, String from) {
        return new ReportPlan(words, from, definition, matrix, asOf, zone, period, categoryDepth, categories, slowest);
    }

    /**
     * With a matrix that priorities are held against.
     *
     * @param other the matrix
     * @return a copy
     */
    public ReportPlan withMatrix(PriorityMatrix other) {
        return new ReportPlan(title, source, definition, other, asOf, zone, period, categoryDepth, categories, slowest);
    }

    /**
     * With trends by another period.
     *
     * @param other the period
     * @return a copy
     */
    public ReportPlan per(Period other) {
        return new ReportPlan(title, source, definition, matrix, asOf, zone, other, categoryDepth, categories, slowest);
    }

    /**
     * With other categories.
     *
     * @param depth to how many parts they are cut, 1 or more
     * @param shown how many are told one by one, 1 to 200
     * @return a copy
     * @throws IllegalArgumentException if a number is out of its bounds
     */
    public ReportPlan withCategories(int depth, int shown) {
        return new ReportPlan(title, source, definition, matrix, asOf, zone, period, depth, shown, slowest);
    }

    /**
     * With more or fewer of the slowest incidents.
     *
     * @param count how many, 0 to 50
     * @return a copy
     * @throws IllegalArgumentException if the number is out of its bounds
     */
    public ReportPlan withSlowest(int count) {
        return new ReportPlan(title, source, definition, matrix, asOf, zone, period, categoryDepth, categories, count);
    }
}
