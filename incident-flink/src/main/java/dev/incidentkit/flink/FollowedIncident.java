package dev.incidentkit.flink;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.sla.SlaClock;
import dev.incidentkit.core.sla.SlaFold;
import dev.incidentkit.core.sla.SlaSignal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was folded until an instant, and what its clocks set off until then. What fell due before an event, or
 * with it, comes before it, as a desk would have recorded it. Each event is folded once, as time passes it: an event that
 * time has not passed may still get one before it.
 */
final class FollowedIncident {
    private final @Nullable SlaFold clocks;
    private @Nullable Incident incident;
    private long passed = Long.MIN_VALUE;

    /** Begins before the first event; without clocks nothing is set off. */
    FollowedIncident(@Nullable SlaClock clock) {
        this.clocks = clock == null ? null : clock.follow(List.of());
    }

    private int size() {
        return incident == null ? 0 : incident.version();
    }

    /** Whether a record is this one with events after the instant that was reached. If not, it is followed from its beginning. */
    boolean isContinuedBy(List<IncidentEvent> record) {
        int size = size();
        return size == record.size() || millis(record.get(size)) >= passed;
    }

    /**
     * Lets time pass.
     *
     * @param record the events that took effect by the instant, which begin with those that were folded
     * @param until the instant
     * @return what was set off since the instant before, in due order; what the record itself tells is among it
     */
    List<SlaEvent> follow(List<IncidentEvent> record, long until) {
        List<SlaEvent> signals = new ArrayList<>();
        for (IncidentEvent event : record.subList(size(), record.size())) {
            due(millis(event), signals);
            incident = incident == null ? Incident.replay(List.of(event)) : incident.apply(event);
            if (clocks != null) {
                clocks.add(event, incident.facts());
            }
            if (event instanceof SlaEvent recorded) {
                signals.add(recorded);
            }
        }
        due(until, signals);
        passed = until;
        return signals;
    }

    private void due(long until, List<SlaEvent> signals) {
        if (clocks == null || incident == null) {
            return;
        }
        Optional<SlaSignal> next = clocks.next();
        while (next.isPresent() && next.get().at().toEpochMilli() <= until) {
            SlaEvent event = next.get().event(EventMeta.at(next.get().at(), Actor.SYSTEM));
            clocks.add(event, incident.facts());
            signals.add(event);
            next = clocks.next();
        }
    }

    private static long millis(IncidentEvent event) {
        return event.meta().effectiveAt().toEpochMilli();
    }

    /** When something is set off next, if nothing else happens; {@link KeptIncident#NEVER} if nothing is. */
    long next() {
        Optional<Instant> next =
                clocks == null ? Optional.empty() : clocks.next().map(SlaSignal::at);
        return next.map(Instant::toEpochMilli).orElse(KeptIncident.NEVER);
    }

    /** Whether it was folded from so many events. */
    boolean isAfter(int events) {
        return size() == events;
    }

    /** When the incident ended; {@link KeptIncident#NEVER} if it has not. */
    long endedAt() {
        if (incident == null || !incident.phase().isEnd()) {
            return KeptIncident.NEVER;
        }
        return incident.at(Milestone.ENDED).map(Instant::toEpochMilli).orElse(KeptIncident.NEVER);
    }
}
