package dev.incidentkit.metrics.forecast;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.incident.Report;

/**
 * One kind of incident that is to come.
 *
 * @param name its name, unique within a model
 * @param between the time from one to the next, in open time of the calendar
 * @param calendar when they come
 * @param report what is reported; its {@code reportedAt} is set by the simulation
 * @param skill which skill it needs
 * @param work how long it takes a person, in open time of the staff's calendar
 */
public record Demand(
        String name, Sampler between, BusinessCalendar calendar, Report report, String skill, Sampler work) {
    /**
     * Checks the names.
     *
     * @throws IllegalArgumentException if one is blank
     */
    public Demand {
        if (name.isBlank() || skill.isBlank()) {
            throw new IllegalArgumentException(
                    "A demand has a name and a skill, but has '" + name + "' and '" + skill + "'");
        }
    }
}
