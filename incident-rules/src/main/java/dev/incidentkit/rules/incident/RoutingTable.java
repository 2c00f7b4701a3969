package dev.incidentkit.rules.incident;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.policy.Decision;
import dev.incidentkit.core.policy.RoutingPolicy;
import java.util.Optional;

/** A table that names the group that a new incident belongs to: core's port for routing. */
public final class RoutingTable extends TableBridge<String> implements RoutingPolicy {
    /**
     * Asks a table for groups.
     *
     * @param table a table over incidents whose outcome is the host's identifier of a group
     */
    public RoutingTable(IncidentTable<String> table) {
        super("routing", table);
    }

    @Override
    public Optional<Decision<Owner>> route(Incident incident) {
        return table().decide(incident)
                .map(found -> new Decision<>(Owner.group(found.value()), found.rule(), found.configuration()));
    }
}
