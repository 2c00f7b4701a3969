package dev.incidentkit.testkit.mutation;

import dev.incidentkit.testkit.cases.RouteStep;
import java.util.List;

/**
 * The smallest course of events in which a mutant does otherwise: a scenario with these steps would notice it.
 *
 * @param steps what is done, for example {@code +PT31M ann: resume}; for a table the one input
 * @param original what the definition or table does at the last of them
 * @param mutant what the mutant does instead
 */
public record Killer(List<String> steps, String original, String mutant) {
    /** Copies the steps. */
    public Killer {
        steps = List.copyOf(steps);
    }

    /** The same, as the search has it. */
    record Found(List<RouteStep> moves, String original, String mutant) {
        Killer killer() {
            return new Killer(moves.stream().map(RouteStep::toString).toList(), original, mutant);
        }
    }

    @Override
    public String toString() {
        return String.join(", then ", steps) + "\n      as it is:   " + original + "\n      as mutated: " + mutant;
    }
}
