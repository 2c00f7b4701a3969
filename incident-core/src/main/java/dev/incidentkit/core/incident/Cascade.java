package dev.incidentkit.core.incident;

import java.time.Instant;
import java.util.List;

/**
 * A step of a parent that its children are still to take. It is written with the parent's step, and carried out once after
 * it, also where whoever took the step died in between.
 *
 * @param asked the sequence of the event that asks for it, in the parent's record
 * @param rule the rule of the definition
 * @param action the step of the parent
 * @param children the children, in the order in which they were linked
 * @param askedAt when it was asked for
 */
public record Cascade(int asked, String rule, Action action, List<IncidentId> children, Instant askedAt) {
    /** Copies the list. */
    public Cascade {
        children = List.copyOf(children);
    }
}
