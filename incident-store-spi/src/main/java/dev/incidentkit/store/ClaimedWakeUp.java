package dev.incidentkit.store;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.TenantId;
import java.time.Instant;

/**
 * A wake-up that somebody has claimed for a while.
 *
 * @param tenant whom the incident belongs to
 * @param incident the incident
 * @param dueAt when it fell due
 * @param token tells this claim from later ones
 */
public record ClaimedWakeUp(TenantId tenant, IncidentId incident, Instant dueAt, String token) {}
