package dev.incidentkit.core.policy;

import dev.incidentkit.core.incident.Incident;
import java.util.Optional;
import java.util.Set;

/** Leaves every policy to its conditions. */
enum NoSelection implements SlaSelection {
    INSTANCE;

    @Override
    public Optional<Decision<String>> select(Incident incident) {
        return Optional.empty();
    }

    @Override
    public Set<String> policies() {
        return Set.of();
    }

    @Override
    public String version() {
        return "none";
    }
}
