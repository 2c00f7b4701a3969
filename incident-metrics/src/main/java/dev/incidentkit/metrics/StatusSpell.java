package dev.incidentkit.metrics;

import dev.incidentkit.core.incident.Status;
import java.time.Instant;

/**
 * A time that an incident stood in one status.
 *
 * @param status where it stood
 * @param from since when
 * @param to until when; not before {@code from}
 */
public record StatusSpell(Status status, Instant from, Instant to) {}
