package dev.incidentkit.rules.incident;

import dev.incidentkit.core.incident.ConditionProof;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.policy.Decision;
import dev.incidentkit.core.policy.SelectionPolicy;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A table that names the model of incidents that have none: core's port for the selection of incident models. */
public final class ModelTable extends TableBridge<String> implements SelectionPolicy<String> {
    /**
     * Asks a table for models.
     *
     * @param table a table over incidents whose outcome is the name of a model
     */
    public ModelTable(IncidentTable<String> table) {
        super("model", table);
    }

    @Override
    public Optional<Decision<String>> select(Incident incident) {
        return table().decide(incident);
    }

    @Override
    public List<String> misfits(Predicate<String> isKnown, ConditionProof proof) {
        return misfits(isKnown);
    }
}
