package dev.incidentkit.testkit;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.core.sla.SlaExplanation;
import dev.incidentkit.core.sla.SlaStanding;
import dev.incidentkit.desk.NotificationFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How everything stands at one moment of a scenario. Immutable.
 *
 * @param definition by what the incident is handled
 * @param events its record so far; none before it is reported
 * @param at what the clock shows
 * @param last what the last step wrote, with all that fell due before it
 * @param refusal everything that stood against the last step; empty where it was accepted
 */
public record Moment(
        ProcessDefinition definition,
        List<IncidentEvent> events,
        Instant at,
        List<IncidentEvent> last,
        List<Unmet> refusal) {
    /** Copies the lists. */
    public Moment {
        events = List.copyOf(events);
        last = List.copyOf(last);
        refusal = List.copyOf(refusal);
    }

    /**
     * The incident.
     *
     * @return the incident as it stands
     * @throws IllegalStateException if none was reported
     */
    public Incident incident() {
        if (events.isEmpty()) {
            throw new IllegalStateException(
                    "No incident was reported by " + at + "; what stood against it: " + refusal);
        }
        return Incident.replay(events);
    }

    /** {@return how every cycle of every clock stands} */
    public List<SlaStanding> standings() {
        return definition.clock().standings(events, at);
    }

    /**
     * Why a clock stands as it does.
     *
     * @param policy the name of the policy
     * @param measure which of its targets
     * @return the explanation; empty if the definition has no such clock
     */
    public Optional<SlaExplanation> explain(String policy, Measure measure) {
        return definition.clock().explain(events, at, policy, measure);
    }

    /** {@return what people were told of so far, by the standard filter of the desk} */
    public List<SentMessage> sent() {
        List<SentMessage> sent = new ArrayList<>();
        NotificationFilter filter = NotificationFilter.standard();
        Incident incident = null;
        for (IncidentEvent event : events) {
            incident = incident == null ? Incident.replay(List.of(event)) : incident.apply(event);
            if (filter.tells(event, incident)) {
                sent.add(SentMessage.of(event));
            }
        }
        return sent;
    }
}
