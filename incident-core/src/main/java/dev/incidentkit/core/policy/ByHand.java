package dev.incidentkit.core.policy;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Owner;
import java.util.Optional;

/** Leaves routing to people. */
enum ByHand implements RoutingPolicy {
    INSTANCE;

    @Override
    public Optional<Decision<Owner>> route(Incident incident) {
        return Optional.empty();
    }

    @Override
    public String version() {
        return "by-hand";
    }
}
