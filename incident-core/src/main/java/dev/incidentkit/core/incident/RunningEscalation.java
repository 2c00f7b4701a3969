package dev.incidentkit.core.incident;

import java.util.List;

/**
 * An escalation whose reason still holds.
 *
 * @param chain the name of the chain of the definition
 * @param steps its steps, repeats included, as they were when it began
 * @param next how many of them are over; all where nobody more is to be called
 */
public record RunningEscalation(String chain, List<PlannedEscalation> steps, int next) {
    /** Copies the list. */
    public RunningEscalation {
        steps = List.copyOf(steps);
    }
}
