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
 * @param failures how often it was put off since it was armed, 0 or more
 * @param token tells this claim from later ones
 */
public record ClaimedWakeUp(TenantId tenant, IncidentId incident, Instant dueAt, int failures, String token) {}
