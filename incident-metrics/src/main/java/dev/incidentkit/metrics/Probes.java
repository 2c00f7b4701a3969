package dev.incidentkit.metrics;

import dev.incidentkit.core.calendar.Holiday;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AdoptedTicket;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.Urgency;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Made-up incidents that a definition is asked about, and questions to calendars. */
final class Probes {
    private Probes() {}

    static Incident of(ProcessDefinition definition, Impact impact, Urgency urgency, Instant at) {
        AdoptedTicket ticket = AdoptedTicket.of(
                        definition.lifecycle().statuses().get(0), at)
                .impact(impact)
                .urgency(urgency)
                .build();
        return Incident.replay(List.of(new RecordEvent.Adopted(
                EventMeta.at(at, Actor.SYSTEM), new IncidentId("probe"), TenantId.DEFAULT, definition.hash(), ticket)));
    }

    static boolean isToCome(Holiday holiday, LocalDate today) {
        return !(holiday instanceof Holiday.Dated dated) || !dated.date().isBefore(today);
    }
}
