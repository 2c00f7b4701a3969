package dev.incidentkit.store;

import dev.incidentkit.core.incident.IncidentId;

/**
 * An event of the feed.
 *
 * @param position its place in the feed, to read on from; opaque
 * @param incident the incident
 * @param event the event
 */
public record FeedEvent(String position, IncidentId incident, StoredEvent event) {}
