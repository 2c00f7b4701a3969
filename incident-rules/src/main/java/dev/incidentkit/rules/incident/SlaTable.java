package dev.incidentkit.rules.incident;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.policy.Decision;
import java.util.Optional;

/** A table that names the service-level agreement that an incident falls under. */
public final class SlaTable {
    private final IncidentTable<String> table;

    /**
     * Asks a table for the names of agreements.
     *
     * @param table a table over incidents whose outcome is the name of an agreement
     */
    public SlaTable(IncidentTable<String> table) {
        this.table = table;
    }

    /**
     * Selects the agreement.
     *
     * @param incident the incident with all that is known of it
     * @return the name of the agreement and the rule that gave it; empty where no rule is about the incident
     */
    public Optional<Decision<String>> select(Incident incident) {
        return table.decide(incident);
    }

    /** {@return the table} */
    public IncidentTable<String> table() {
        return table;
    }

    /** {@return the content hash of the table} */
    public String version() {
        return table.version();
    }

    @Override
    public String toString() {
        return "SLA: " + table;
    }
}
