package dev.incidentkit.core.incident;

import java.util.List;

/**
 * What became of one child in a cascade.
 *
 * @param child the child
 * @param outcome what became of it
 * @param lacking everything that stood against the step, where it refused
 */
public record CascadeResult(IncidentId child, CascadeOutcome outcome, List<Unmet> lacking) {
    /** Copies the list. */
    public CascadeResult {
        lacking = List.copyOf(lacking);
    }
}
