package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Cause;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.OverrideEnd;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.PriorityOverride;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.TriageEvent;
import dev.incidentkit.core.policy.Decision;
import java.util.List;
import java.util.Optional;
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
        return List.of(new TriageEvent.OverrideEnded(meta, OverrideEnd.WITHDRAWN));
    }

    /**
     * Makes an event with the priority that follows from it: the event is folded without one first, so that the policy
     * sees the incident as it will be.
     */
    IncidentEvent derived(
            Incident incident,
            Action action,
            EventMeta meta,
            BiFunction<EventMeta, @Nullable Priority, ? extends IncidentEvent> event) {
        IncidentEvent without = event.apply(meta, null);
        Optional<Decision<Priority>> found = ports.priority(incident.apply(without), action);
        if (found.isEmpty()) {
            return without;
        }
        Decision<Priority> decision = found.get();
        Cause cause = Cause.rule(decision.rule(), decision.configuration())
                .with(meta.cause().answers());
        return event.apply(new EventMeta(meta.effectiveAt(), meta.recordedAt(), meta.actor(), cause), decision.value());
    }
}
