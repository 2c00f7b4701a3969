package dev.incidentkit.testkit;

import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.ProcessEvent;
import dev.incidentkit.core.incident.WorkEvent;
import dev.incidentkit.desk.NotificationFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that people were told of.
 *
 * @param kind the kind of event, for example {@code Breached}
 * @param audience whom it was for; null where the event names nobody
 * @param at when
 * @param event the event itself
 */
public record SentMessage(String kind, @Nullable String audience, Instant at, IncidentEvent event) {
    /** What a desk tells of. It asks its filter about an incident after all that was written at once, and so is it asked here. */
    static List<SentMessage> of(List<IncidentEvent> events, NotificationFilter filter) {
        List<SentMessage> sent = new ArrayList<>();
        Incident incident = null;
        for (int from = 0, to; from < events.size(); from = to) {
            to = from + 1;
            while (to < events.size()
                    && isAtOnce(events.get(from).meta(), events.get(to).meta())) {
                to++;
            }
            List<IncidentEvent> written = events.subList(from, to);
            incident = incident == null ? Incident.replay(written) : incident.applyAll(written);
            for (IncidentEvent event : written) {
                if (filter.tells(event, incident)) {
                    sent.add(SentMessage.of(event));
                }
            }
        }
        return sent;
    }

    private static boolean isAtOnce(EventMeta one, EventMeta next) {
        return one.recordedAt().equals(next.recordedAt()) && one.actor().equals(next.actor());
    }

    private static SentMessage of(IncidentEvent event) {
        return new SentMessage(
                event.getClass().getSimpleName(), audience(event), event.meta().effectiveAt(), event);
    }

    private static @Nullable String audience(IncidentEvent event) {
        if (event instanceof WorkEvent.Communicated message) {
            return message.audience();
        }
        return event instanceof ProcessEvent.MessagePlanned planned ? planned.audience() : null;
    }

    @Override
    public String toString() {
        return kind + (audience == null ? "" : " to " + audience) + " at " + at;
    }
}
