package dev.incidentkit.desk;

import dev.incidentkit.core.incident.IncidentId;

/**
 * What an accepted command answers.
 *
 * @param incident the incident
 * @param version how many events its record has after the command
 * @param events how many events the command added, 0 where it was already satisfied
 * @param repeated whether the same command was accepted before under the same key, and this is that answer
 */
public record Receipt(IncidentId incident, long version, int events, boolean repeated) {}
