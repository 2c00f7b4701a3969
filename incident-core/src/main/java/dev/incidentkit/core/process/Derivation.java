package dev.incidentkit.core.process;

import dev.incidentkit.core.incident.Cause;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.policy.Decision;
import dev.incidentkit.core.policy.TriagePolicy;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Derives priorities anew where something changes that they may depend on. Safe for use by several threads. */
public final class Derivation {
    private final TriagePolicy triage;

    /**
     * Derives by a policy.
     *
     * @param triage the policy
     */
    public Derivation(TriagePolicy triage) {
        this.triage = triage;
    }

    /**
     * Makes an event with the priority that follows from it: the event is folded without one first, so that the policy
     * sees the incident as it will be.
     *
     * @param incident the incident before
     * @param meta when, who and why
     * @param event makes the event of its cause and priority; null for none
     * @return the event, with the rule as its cause where one decided
     */
    public IncidentEvent derived(
            Incident incident,
            EventMeta meta,
            BiFunction<EventMeta, @Nullable Priority, ? extends IncidentEvent> event) {
        IncidentEvent without = event.apply(meta, null);
        Optional<Decision<Priority>> found = triage.priority(incident.apply(without));
        if (found.isEmpty()) {
            return without;
        }
        Decision<Priority> decision = found.get();
        Cause cause = Cause.rule(decision.rule(), decision.configuration())
                .with(meta.cause().answers());
        return event.apply(new EventMeta(meta.effectiveAt(), meta.recordedAt(), meta.actor(), cause), decision.value());
    }
}
