package dev.incidentkit.core.process;

import dev.incidentkit.core.incident.Condition;

/**
 * A row of the table of candidates for major incidents.
 *
 * @param name 1 to 100 characters, unique within the table
 * @param when which incidents
 */
public record MajorCandidate(String name, Condition when) {
    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is blank or too long
     */
    public MajorCandidate {
        Names.check(name, "candidate for major incidents");
    }
}
