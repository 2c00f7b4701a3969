package dev.incidentkit.testkit.cases;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.IncidentCommand;

/**
 * Something that somebody may do.
 *
 * @param name what it is, for people
 * @param actor who does it, with a role that may as a rule
 * @param command what is asked for
 */
public record CommandCase(String name, Actor actor, IncidentCommand command) {
    @Override
    public String toString() {
        return name;
    }
}
