package dev.incidentkit.core.process;

import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.Role;

/**
 * How many people must work on incidents of a kind. Of the rules for a role the first that holds counts.
 *
 * @param name 1 to 100 characters, unique within the rules
 * @param when for which incidents, while it holds
 * @param role as what they work
 * @param count how many, 1 to 100
 * @param within how long they may take to come
 */
public record StaffingRule(String name, Condition when, Role role, int count, Allowance within) {
    /**
     * Checks name and number.
     *
     * @throws IllegalArgumentException if the name is blank or too long, or the number is out of bounds
     */
    public StaffingRule {
        Names.check(name, "staffing rule");
        if (count < 1 || count > 100) {
            throw new IllegalArgumentException(
                    "Staffing rule '" + name + "' asks for 1 to 100 people, but for " + count);
        }
    }
}
