package dev.incidentkit.testkit;

import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.ProcessEvent;
import dev.incidentkit.core.incident.WorkEvent;
import java.time.Instant;
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
    static SentMessage of(IncidentEvent event) {
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
