package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.OverrideEnd;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.PriorityOverride;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.TriageEvent;
import dev.incidentkit.core.process.Derivation;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Decides judgements, and derives the priority anew after whatever it may depend on changed. */
final class TriageDecisions {
    private final Ports ports;

    TriageDecisions(Ports ports) {
        this.ports = ports;
    }

    List<IncidentEvent> decide(Incident incident, IncidentCommand command, EventMeta meta) {
        if (command instanceof TriageCommand.Triage triage) {
            return List.of(derived(
                    incident,
                    command.action(),
                    meta,
                    (cause, priority) -> new TriageEvent.Triaged(
                            cause, triage.impact(), triage.urgency(), triage.severity(), priority)));
        }
        if (command instanceof TriageCommand.Categorize categorize) {
            return List.of(derived(
                    incident,
                    command.action(),
                    meta,
                    (cause, priority) -> new TriageEvent.Categorized(cause, categorize.category(), priority)));
        }
        if (command instanceof TriageCommand.OverridePriority override) {
            return List.of(new TriageEvent.PriorityOverridden(
                    meta,
                    new PriorityOverride(
                            incident.derivedPriority().orElse(null),
                            override.value(),
                            override.reason(),
                            meta.actor().id(),
                            meta.effectiveAt(),
                            override.until())));
        }
        if (command instanceof TriageCommand.Reclassify reclassify) {
            return List.of(new TriageEvent.Reclassified(
                    meta, incident.handling().type(), reclassify.to(), PersonalText.of(reclassify.reason())));
        }
        return List.of(new TriageEvent.OverrideEnded(meta, OverrideEnd.WITHDRAWN));
    }

    Derivation derivation(Action action) {
        return new Derivation(ports.triage(action));
    }

    /** Makes an event with the priority that follows from it. */
    IncidentEvent derived(
            Incident incident,
            Action action,
            EventMeta meta,
            BiFunction<EventMeta, @Nullable Priority, ? extends IncidentEvent> event) {
        return derivation(action).derived(incident, meta, event);
    }
}
