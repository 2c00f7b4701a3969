package dev.incidentkit.store;

import dev.incidentkit.core.incident.IncidentId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/**
 * A message to be sent after the append that it came with.
 *
 * @param id stable and unique within the tenant: a repeat carries the same, 1 to 200 characters
 * @param incident the incident that it is about
 * @param sequence its place among the messages of the incident: later ones wait for earlier ones
 * @param topic what it is, for whoever sends it, 1 to 100 characters
 * @param body its content; it refers to the event and holds no personal data, so that redaction reaches it
 * @param createdAt when it was written
 */
public record OutboxMessage(
        String id, IncidentId incident, long sequence, String topic, byte[] body, Instant createdAt) {
    @Override
    public boolean equals(Object other) {
        return other instanceof OutboxMessage that
                && that.id.equals(id)
                && that.incident.equals(incident)
                && that.sequence == sequence
                && that.topic.equals(topic)
                && Arrays.equals(that.body, body)
                && that.createdAt.equals(createdAt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, Arrays.hashCode(body));
    }

    /** Names the message and no content. */
    @Override
    public String toString() {
        return "OutboxMessage[" + id + " " + topic + "]";
    }
}
