package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.lifecycle.LifecycleProbe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is told what an observed definition decides, for example to measure coverage. Calls come on the deciding threads. What
 * a probe throws reaches whoever asked for the decision.
 */
public interface DefinitionProbe extends LifecycleProbe {
    /**
     * A command was accepted.
     *
     * @param before the incident before it; null where the command began one
     * @param command what was asked for
     * @param events what was decided, with all that fell due before; none where the command was satisfied already
     */
    void decided(@Nullable Incident before, IncidentCommand command, List<IncidentEvent> events);
}
