package dev.incidentkit.rules.incident;

import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.policy.Decision;
import dev.incidentkit.core.policy.TriagePolicy;
import dev.incidentkit.rules.ColumnType;
import dev.incidentkit.rules.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table that gives incidents their priority: core's port for triage. */
public final class TriageTable extends TableBridge<Priority> implements TriagePolicy {
    /**
     * Asks a table for priorities.
     *
     * @param table a table over incidents
     */
    public TriageTable(IncidentTable<Priority> table) {
        super("triage", table);
    }

    @Override
    public Optional<Decision<Priority>> priority(Incident incident) {
        return table().decide(incident);
    }

    @Override
    public List<String> misfits(Scale<Impact> impacts, Scale<Urgency> urgencies, Scale<Priority> priorities) {
        List<String> misfits = new ArrayList<>();
        for (Input<?> input : table().table().schema().inputs()) {
            switch (input.name()) {
                case "impact" -> misfit(misfits, input.name(), input.type(), impacts);
                case "urgency" -> misfit(misfits, input.name(), input.type(), urgencies);
                default -> {
                    // other columns are checked against the facts when the table is bound
                }
            }
        }
        misfit(misfits, table().output().name(), table().output().type(), priorities);
        return misfits;
    }

    private static void misfit(List<String> misfits, String column, ColumnType<?> type, Scale<?> ofDefinition) {
        if (!(type instanceof ColumnType.ScaleType<?> scale)
                || !scale.scale().levels().equals(ofDefinition.levels())) {
            misfits.add("column '" + column + "' of the table is over " + type + ", but the definition has "
                    + ofDefinition);
        }
    }
}
