package dev.incidentkit.rules.incident;

import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.ConditionProof;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.policy.Decision;
import dev.incidentkit.core.policy.SelectionPolicy;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A table that names the category of incidents that have none: core's port for classification. */
public final class CategoryTable extends TableBridge<String> implements SelectionPolicy<Category> {
    /**
     * Asks a table for categories.
     *
     * @param table a table over incidents whose outcome is the path of a category
     */
    public CategoryTable(IncidentTable<String> table) {
        super("classification", table);
    }

    @Override
    public Optional<Decision<Category>> select(Incident incident) {
        return table().decide(incident)
                .map(found -> new Decision<>(new Category(found.value()), found.rule(), found.configuration()));
    }

    @Override
    public List<String> misfits(Predicate<Category> isKnown, ConditionProof proof) {
        return misfits(path -> isKnown.test(new Category(path)));
    }
}
