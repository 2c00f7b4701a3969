package dev.incidentkit.core.sla;

import dev.incidentkit.core.incident.RecordEvent;
import org.jspecify.annotations.Nullable;

/** The first instants of an incident, milliseconds since the epoch. Not safe for use by several threads. */
final class Origins {
    long reportedAt = Cycle.NONE;
    long detectedAt = Cycle.NONE;
    long ownedAt = Cycle.NONE;

    /** Until when its history was taken over step by step, if it was: when the last step was recorded. */
    long importedUntil = Cycle.NONE;

    /** How it was taken over from another system, if it was. */
    RecordEvent.@Nullable Adopted adopted;
}
