package dev.incidentkit.metrics.forecast;

import dev.incidentkit.core.calendar.BusinessCalendar;
import java.util.Set;

/**
 * People who can do the same and are there at the same times. Each works on one incident at a time and goes on with it
 * when the calendar opens again.
 *
 * @param group the group that incidents are assigned to, unique within a model
 * @param people how many, 1 or more
 * @param skills what they can do, at least one skill
 * @param calendar when they are there
 */
public record Staff(String group, int people, Set<String> skills, BusinessCalendar calendar) {
    /**
     * Copies the skills.
     *
     * @throws IllegalArgumentException if there are no people or no skills
     */
    public Staff {
        skills = Set.copyOf(skills);
        if (people < 1 || skills.isEmpty() || group.isBlank()) {
            throw new IllegalArgumentException("Staff are a group of people with skills, but these are " + people
                    + " of '" + group + "' with " + skills);
        }
    }
}
