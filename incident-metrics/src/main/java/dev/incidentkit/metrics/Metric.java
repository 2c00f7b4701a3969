package dev.incidentkit.metrics;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Milestone;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongBinaryOperator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A metric as a definition: what is measured, of which incidents, in whose time, and what is left out. No name has two
 * meanings: a copy that measures something else has another name. Two metrics are equal if they have the same formula.
 * Safe for use by several threads, as far as the measurement is.
 *
 * @param name the name, 1 to 100 characters
 * @param unit what its numbers are; counts where kinds are counted
 * @param text what is measured, as a formula in words
 * @param population of what it is measured
 * @param exclusions which incidents are left out, asked in order
 * @param calendar whose open time counts; null for physical time
 * @param parts where an incident is measured in parts, what they are; null otherwise
 * @param tallies where incidents are counted by kinds, the kinds; null where numbers are measured
 * @param measurement measures one incident
 */
public record Metric(
        String name,
        Unit unit,
        String text,
        String population,
        List<Exclusion> exclusions,
        @Nullable BusinessCalendar calendar,
        @Nullable String parts,
        @Nullable Tallies tallies,
        Measurement measurement) {
    static final LongBinaryOperator PHYSICAL = (from, to) -> to - from;

    /**
     * Copies the exclusions.
     *
     * @throws IllegalArgumentException if the name is blank or too long, or parts are counted by kinds
     */
    public Metric {
        exclusions = List.copyOf(exclusions);
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("A metric has a name of 1 to 100 characters, but has '" + name + "'");
        }
        if (parts != null && tallies != null) {
            throw new IllegalArgumentException(name + " measures by " + parts + " and so cannot count " + tallies);
        }
    }

    /**
     * The time between two milestones, in physical time, of incidents that reached both; drills, what is no incident,
     * duplicates, cancelled incidents and children are left out.
     *
     * @param name its name
     * @param from where it begins
     * @param to where it ends
     * @return the metric
     */
    public static Metric between(String name, Milestone from, Milestone to) {
        return new Metric(
                name,
                Unit.MILLISECONDS,
                to + " - " + from,
                "incidents that reached both",
                Exclusion.USUAL,
                null,
                null,
                null,
                new Between(from, to));
    }

    /**
     * The share of incidents of which something holds.
     *
     * @param name its name
     * @param text what holds, in words
     * @param population of which incidents, in words
     * @param of which incidents
     * @param holds whether it holds
     * @return the metric; drills, what is no incident, duplicates, cancelled incidents and children are left out
     */
    public static Metric share(
            String name, String text, String population, Predicate<Incident> of, Predicate<Incident> holds) {
        return shareOf(name, text, population, one -> of.test(one.incident()), one -> holds.test(one.incident()));
    }

    static Metric shareOf(String name, String text, String population, Predicate<Case> of, Predicate<Case> holds) {
        String left = "not of " + population;
        return new Metric(
                name,
                Unit.COUNT,
                "count(" + text + ") / count(" + population + ")",
                population,
                Exclusion.USUAL,
                null,
                null,
                Tallies.YES_NO,
                (one, elapsed, out) -> {
                    if (of.test(one)) {
                        out.tally(holds.test(one) ? "yes" : "no");
                    } else {
                        out.exclude(left);
                    }
                });
    }

    /**
     * This metric in the open time of a calendar; its name says so.
     *
     * @param other the calendar
     * @return a copy
     */
    public Metric in(BusinessCalendar other) {
        return new Metric(
                name + " in " + other.name(), unit, text, population, exclusions, other, parts, tallies, measurement);
    }

    /**
     * This metric under another name, with other exclusions.
     *
     * @param other the name
     * @param left which incidents are left out
     * @return a copy
     */
    public Metric excluding(String other, List<Exclusion> left) {
        return new Metric(other, unit, text, population, left, calendar, parts, tallies, measurement);
    }

    /**
     * This metric, which leaves out some more.
     *
     * @param other its name
     * @param more what else is left out
     * @return a copy
     */
    public Metric without(String other, Exclusion more) {
        List<Exclusion> all = new ArrayList<>(exclusions);
        all.add(more);
        return excluding(other, all);
    }

    /** {@return the whole definition as a formula in words, by which metrics are told apart} */
    public String formula() {
        StringBuilder formula = new StringBuilder(name).append(" = ").append(text);
        if (parts != null) {
            formula.append(", by ").append(parts);
        }
        if (unit == Unit.MILLISECONDS) {
            formula.append(", ").append(time());
        }
        formula.append("; of ").append(population);
        if (!exclusions.isEmpty()) {
            formula.append("; without ").append(exclusions);
        }
        return formula.toString();
    }

    /** {@return whose time counts, in words} */
    public String time() {
        return calendar == null ? "physical time" : "open time of calendar " + calendar.name() + " " + calendar.hash();
    }

    /** Measures one incident that is not left out. */
    void measure(Case one, Outcomes out) {
        LongBinaryOperator elapsed = calendar == null ? PHYSICAL : calendar::betweenMillis;
        if (measurement instanceof Between between) {
            between.measure(one, elapsed, out);
        } else {
            measurement.measure(one, elapsed, out);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Metric that && that.formula().equals(formula());
    }

    @Override
    public int hashCode() {
        return formula().hashCode();
    }

    @Override
    public String toString() {
        return formula();
    }
}
