package dev.incidentkit.core.process;

import dev.incidentkit.core.incident.Cause;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.TriageEvent;
import dev.incidentkit.core.incident.WorkEvent;
import dev.incidentkit.core.policy.Decision;
import dev.incidentkit.core.policy.TriagePolicy;
import java.util.List;
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
        return event.apply(because(found.get(), meta), found.get().value());
    }

    /**
     * The priority that follows from what a rule has just decided about the incident. It is an event of its own, so that
     * neither rule hides the other.
     *
     * @param incident the incident after what was decided
     * @param meta when and who, and what ports answered
     * @return the event; empty where the same rule has given the same priority before, or none gives one
     */
    public Optional<IncidentEvent> again(Incident incident, EventMeta meta) {
        return triage.priority(incident)
                .filter(found -> !isOnRecord(incident, found))
                .map(found -> new TriageEvent.Triaged(because(found, meta), null, null, null, found.value()));
    }

    private static EventMeta because(Decision<Priority> found, EventMeta meta) {
        Cause cause = Cause.rule(found.rule(), found.configuration())
                .with(meta.cause().answers());
        return new EventMeta(meta.effectiveAt(), meta.recordedAt(), meta.actor(), cause);
    }

    /** Whether what was derived last is the same, by the same rule. */
    private static boolean isOnRecord(Incident incident, Decision<Priority> found) {
        List<IncidentEvent> history = incident.history();
        for (int i = history.size() - 1; i >= 0; i--) {
            Priority priority = derivedBy(history.get(i));
            if (priority != null) {
                Cause cause = history.get(i).meta().cause();
                return priority.equals(found.value())
                        && found.rule().equals(cause.rule())
                        && found.configuration().equals(cause.configuration());
            }
        }
        return false;
    }

    /**
     * The priority that was derived with an event.
     *
     * @param event the event
     * @return the priority; null where none was derived
     */
    public static @Nullable Priority derivedBy(IncidentEvent event) {
        if (event instanceof TriageEvent.Triaged triaged) {
            return triaged.priority();
        } else if (event instanceof TriageEvent.Categorized categorized) {
            return categorized.priority();
        }
        return event instanceof WorkEvent.Amended amended ? amended.priority() : null;
    }
}
