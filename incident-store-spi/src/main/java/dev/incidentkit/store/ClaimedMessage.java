package dev.incidentkit.store;

import dev.incidentkit.core.incident.TenantId;

/**
 * A message that somebody has claimed for a while.
 *
 * @param tenant whom it belongs to
 * @param message the message
 * @param attempts how often it was claimed, this time included
 * @param token tells this claim from later ones
 */
public record ClaimedMessage(TenantId tenant, OutboxMessage message, int attempts, String token) {}
