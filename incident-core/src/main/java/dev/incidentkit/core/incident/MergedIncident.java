package dev.incidentkit.core.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An incident that was merged into another one.
 *
 * @param incident the incident that ended
 * @param reporter who or what had reported it, who is to be told of the other one from then on
 * @param at when it was merged
 */
public record MergedIncident(IncidentId incident, @Nullable Reporter reporter, Instant at) {}
