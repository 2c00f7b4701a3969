package dev.incidentkit.core.sla;

import dev.incidentkit.core.incident.Facts;
import dev.incidentkit.core.incident.IncidentEvent;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as clocks see it.
 *
 * @param event the event
 * @param facts what is known after it
 * @param at when, milliseconds since the epoch
 * @param knownAt since when it is known: later than {@code at} for what another system says of its past
 * @param origins the incident's first instants
 * @param deed what somebody did, if that may satisfy a clock
 * @param restoredAt when the service worked again, if the event says so; else {@link Cycle#NONE}
 */
record Step(
        IncidentEvent event,
        Facts facts,
        long at,
        long knownAt,
        Origins origins,
        @Nullable Deed deed,
        long restoredAt) {}
