package dev.incidentkit.rules.incident;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.policy.Decision;
import dev.incidentkit.core.policy.SlaSelection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A table that names the service-level agreement that an incident falls under: core's port for their selection. */
public final class SlaTable extends TableBridge<String> implements SlaSelection {
    private final Set<String> policies;

    /**
     * Asks a table for the names of agreements.
     *
     * @param table a table over incidents whose outcome is the name of a policy
     */
    public SlaTable(IncidentTable<String> table) {
        super("SLA", table);
        this.policies =
                Collections.unmodifiableSet(new TreeSet<>(table.outcomes().values()));
    }

    @Override
    public Optional<Decision<String>> select(Incident incident) {
        return table().decide(incident);
    }

    @Override
    public Set<String> policies() {
        return policies;
    }
}
