package dev.incidentkit.store;

import dev.incidentkit.core.incident.IncidentId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the feed: an event, or the news that an incident was archived. Once it is, the feed has that entry in
 * place of the incident's events.
 *
 * @param position its place in the feed, to read on from; opaque
 * @param incident the incident
 * @param event the event, or null where the incident was archived
 * @param archivedTo where the incident is now, or null where this is an event
 */
public record FeedEvent(
        String position,
        IncidentId incident,
        @Nullable StoredEvent event,
        @Nullable String archivedTo) {
    /**
     * Checks that it is one or the other.
     *
     * @throws IllegalArgumentException if both or neither are given
     */
    public FeedEvent {
        if ((event == null) == (archivedTo == null)) {
            throw new IllegalArgumentException("The entry " + position + " of incident " + incident
                    + " is an event or tells of an archive, but has " + event + " and " + archivedTo);
        }
    }

    /**
     * An entry with an event.
     *
     * @param position its place in the feed
     * @param incident the incident
     * @param event the event
     * @return the entry
     */
    public static FeedEvent of(String position, IncidentId incident, StoredEvent event) {
        return new FeedEvent(position, incident, event, null);
    }

    /**
     * An entry that tells of an archive.
     *
     * @param position its place in the feed
     * @param incident the incident
     * @param target where it is now
     * @return the entry
     */
    public static FeedEvent archived(String position, IncidentId incident, String target) {
        return new FeedEvent(position, incident, null, target);
    }

    /** {@return the event, or empty where this tells of an archive} */
    public Optional<StoredEvent> stored() {
        return Optional.ofNullable(event);
    }
}
