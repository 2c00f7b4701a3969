package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.ConditionProof;
import dev.incidentkit.core.process.Procedures;
import dev.incidentkit.core.process.Surroundings;
import dev.incidentkit.core.process.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What contradicts itself between procedures and the other parts of a definition. */
final class ProcedureFindings {
    private ProcedureFindings() {}

    static List<String> of(ProcessDefinitionBuilder builder, ConditionProof proof) {
        Procedures procedures = builder.procedures;
        if (procedures.equals(Procedures.NONE)) {
            return List.of();
        }
        List<String> all = new ArrayList<>(procedures.findings(
                new Surroundings(
                        builder.lifecycle,
                        builder.impacts,
                        builder.urgencies,
                        builder.severities,
                        builder.attributes.keySet()),
                proof));
        for (FollowUpRule rule : builder.followUps) {
            if (!procedures.resolutionCodes().isEmpty()
                    && !procedures.resolutionCodes().contains(rule.code())) {
                all.add("reminders for " + rule.reason() + " resolve with code '" + rule.code()
                        + "', which is none of the resolution codes");
            }
        }
        for (ProcessDefinition earlier : builder.predecessors) {
            all.addAll(missing(earlier, procedures.taxonomy()));
        }
        return all;
    }

    /** Incidents keep their categories, so a category that was given once stays in the taxonomy. */
    private static List<String> missing(ProcessDefinition earlier, @Nullable Taxonomy now) {
        Taxonomy before = earlier.procedures().taxonomy();
        if (before == null || now == null) {
            return List.of();
        }
        return before.entries().stream()
                .filter(entry -> now.entry(entry.category()).isEmpty())
                .map(entry -> "category '" + entry.category() + "' of predecessor " + earlier.name()
                        + " is gone; deactivate it instead")
                .toList();
    }
}
