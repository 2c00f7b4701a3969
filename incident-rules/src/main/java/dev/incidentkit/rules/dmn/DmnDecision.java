package dev.incidentkit.rules.dmn;

import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.format.FormatFinding;
import java.util.List;
import java.util.Optional;

/**
 * A decision of a model.
 *
 * @param name its name
 * @param id its id in the model, or empty
 * @param table its decision table; empty if it has none that could be read
 * @param requires the names of the inputs and decisions that it requires
 * @param refusals why it cannot be evaluated; empty if it can
 */
public record DmnDecision(
        String name, String id, Optional<RuleTable> table, List<String> requires, List<FormatFinding> refusals) {
    /** Copies the lists. */
    public DmnDecision {
        requires = List.copyOf(requires);
        refusals = List.copyOf(refusals);
    }
}
