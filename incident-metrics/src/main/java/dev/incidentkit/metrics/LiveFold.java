package dev.incidentkit.metrics;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.core.incident.Reported;
import dev.incidentkit.core.incident.TenantId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Measures incidents while their events come in, of any number of incidents mixed, those of one in their order and each
 * once, as a store's feed gives them. At any time the result is that of a batch over the same events. Incidents are kept
 * while they may change; {@link #settle} lets those go that ended long ago, so memory holds the open incidents, those
 * that ended lately, and the figures. Not safe for use by several threads.
 */
public final class LiveFold {
    private final MetricPlan plan;
    private final MetricFold settled;
    private final Map<Key, Incident> kept = new HashMap<>();
    private long late;

    /** An incident's identity across tenants. */
    private record Key(TenantId tenant, IncidentId id) {}

    /**
     * A fold over no events.
     *
     * @param plan what to measure
     */
    public LiveFold(MetricPlan plan) {
        this.plan = plan;
        this.settled = MetricFold.of(plan);
    }

    /**
     * Takes one more event.
     *
     * @param tenant whom the incident belongs to
     * @param id the incident
     * @param event its next event; one of an incident that was let go, or whose beginning never came, is counted as late
     *     and changes nothing
     */
    public void accept(TenantId tenant, IncidentId id, IncidentEvent event) {
        Key key = new Key(tenant, id);
        Incident known = kept.get(key);
        if (known != null) {
            kept.put(key, known.apply(event));
        } else if (begins(event)) {
            kept.put(key, Incident.replay(List.of(event)));
        } else {
            late++;
        }
    }

    private static boolean begins(IncidentEvent event) {
        return event instanceof Reported
                || event instanceof RecordEvent.Adopted
                || event instanceof RecordEvent.Imported;
    }

    /**
     * Lets incidents go that ended before an instant: they are measured for good.
     *
     * @param endedBefore the instant; choose it so far back that surveys and efforts have come in
     * @return how many were let go
     */
    public int settle(Instant endedBefore) {
        int count = 0;
        for (Iterator<Incident> all = kept.values().iterator(); all.hasNext(); ) {
            Incident incident = all.next();
            Instant ended = incident.at(Milestone.ENDED).orElse(Instant.MAX);
            if (incident.phase().isEnd() && ended.isBefore(endedBefore)) {
                settled.add(plan.view(incident, incident.lastEffectiveAt()));
                all.remove();
                count++;
            }
        }
        return count;
    }

    /**
     * The result so far.
     *
     * @param asOf when it is looked at: what is open lasts until then
     * @return a fold of its own, which later events do not change
     */
    public MetricFold result(Instant asOf) {
        MetricFold all = MetricFold.of(plan);
        all.merge(settled);
        kept.values().forEach(incident -> all.add(plan.view(incident, asOf)));
        return all;
    }

    /** {@return how many incidents are kept} */
    public int kept() {
        return kept.size();
    }

    /** {@return how many events came for incidents that are not kept} */
    public long late() {
        return late;
    }
}
