package dev.incidentkit.flink;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Facts;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.sla.SlaClock;
import dev.incidentkit.core.sla.SlaFold;
import dev.incidentkit.core.sla.SlaSignal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the clocks of a record set off until an instant, and when they next do. What fell due before an event, or with it,
 * comes before it, as a desk would have recorded it.
 *
 * @param signals what was set off, in due order; what the record itself tells is among it
 * @param next when something is set off next, if nothing else happens
 */
record ClockWatch(List<SlaEvent> signals, Optional<Instant> next) {
    /** Looks at events that took effect by the instant, in their order. */
    static ClockWatch of(SlaClock clock, List<IncidentEvent> events, Instant until) {
        SlaFold fold = clock.follow(List.of());
        List<SlaEvent> signals = new ArrayList<>();
        List<Facts> known = new ArrayList<>();
        Facts.watch(events, (event, facts) -> {
            due(fold, facts, event.meta().effectiveAt(), signals);
            fold.add(event, facts);
            if (event instanceof SlaEvent recorded) {
                signals.add(recorded);
            }
            if (known.isEmpty()) {
                known.add(facts); // the same object all along, which shows what is known after the event
            }
        });
        known.forEach(facts -> due(fold, facts, until, signals));
        return new ClockWatch(List.copyOf(signals), fold.next().map(SlaSignal::at));
    }

    private static void due(SlaFold fold, Facts facts, Instant until, List<SlaEvent> signals) {
        Optional<SlaSignal> next = fold.next();
        while (next.isPresent() && !next.get().at().isAfter(until)) {
            SlaEvent event = next.get().event(EventMeta.at(next.get().at(), Actor.SYSTEM));
            fold.add(event, facts);
            signals.add(event);
            next = fold.next();
        }
    }
}
