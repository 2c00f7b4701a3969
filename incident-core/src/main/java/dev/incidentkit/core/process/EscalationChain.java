package dev.incidentkit.core.process;

import dev.incidentkit.core.incident.Condition;
import java.util.List;

/**
 * Whom to call, one after the other, while a condition holds: that nobody acknowledged, that nobody is accountable, that the
 * owner changed too often, how severe it is. It begins when the condition begins to hold and ends when it ends; the steps are
 * those of the definition that the incident had when it began.
 *
 * @param name 1 to 100 characters, unique within the chains
 * @param when while which condition
 * @param steps the steps in order, at least one
 * @param repeats how often all of them are gone through again, 0 to 9
 */
public record EscalationChain(String name, Condition when, List<EscalationStep> steps, int repeats) {
    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException if the name is blank or too long, there are no steps or more than 20, or the repeats
     *     are out of bounds
     */
    public EscalationChain {
        Names.check(name, "chain of escalation");
        steps = List.copyOf(steps);
        if (steps.isEmpty() || steps.size() > 20 || repeats < 0 || repeats > 9) {
            throw new IllegalArgumentException("Chain '" + name + "' has 1 to 20 steps and 0 to 9 repeats, but has "
                    + steps.size() + " and " + repeats);
        }
    }
}
