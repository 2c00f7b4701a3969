package dev.incidentkit.core.policy;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Denies and hides nothing. */
enum Unrestricted implements AccessPolicy {
    /** The one there is. */
    INSTANCE;

    @Override
    public Optional<String> denial(Actor actor, Action action, @Nullable Incident incident) {
        return Optional.empty();
    }

    @Override
    public boolean shows(Actor reader, String field, IncidentEvent event, Incident incident) {
        return true;
    }

    @Override
    public String version() {
        return "unrestricted";
    }
}
