package dev.incidentkit.desk;

import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.TenantId;

/**
 * A message about an event, for whoever is to be told.
 *
 * @param id stable: a repeat carries the same, so that receivers can tell
 * @param tenant whom the incident belongs to
 * @param incident the incident
 * @param topic the stable name of the event's type, for example {@code incident.resolved}
 * @param event the event; texts that were redacted since read so
 * @param attempt how often it was tried to send it, this time included
 */
public record Notification(
        String id, TenantId tenant, IncidentId incident, String topic, IncidentEvent event, int attempt) {}
