package dev.incidentkit.core.definition;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What lies ahead of an incident if nothing else happens.
 *
 * @param nextBreach when a target is next missed: the instant after the earliest due one of a running clock that is not
 *     breached; null if there is none
 * @param nextDue when something next falls due; null if nothing is timed
 */
public record Outlook(
        @Nullable Instant nextBreach, @Nullable Instant nextDue) {}
