package dev.incidentkit.core.definition;

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
    private final Derivation derivation;

    TriageDecisions(ProcessDefinition definition) {
        this.derivation = new Derivation(definition.triage());
    }

    List<IncidentEvent> decide(Incident incident, IncidentCommand command, EventMeta meta) {
        if (command instanceof TriageCommand.Triage triage) {
            return List.of(derived(
                    incident,
                    meta,
                    (cause, priority) -> new TriageEvent.Triaged(
                            cause, triage.impact(), triage.urgency(), triage.severity(), priority)));
        }
        if (command instanceof TriageCommand.Categorize categorize) {
            return List.of(derived(
                    incident,
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

    Derivation derivation() {
        return derivation;
    }

    /** Makes an event with the priority that follows from it. */
    IncidentEvent derived(
            Incident incident,
            EventMeta meta,
            BiFunction<EventMeta, @Nullable Priority, ? extends IncidentEvent> event) {
        return derivation.derived(incident, meta, event);
    }
}
