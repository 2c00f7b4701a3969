package dev.incidentkit.examples.adopt;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.sla.SlaStanding;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What became of the open tickets when they were adopted, and how their clocks stand. */
final class Takeover {
    private final Instant now;
    private final Map<String, Integer> statuses = new TreeMap<>();
    private final Map<String, Integer> faults = new TreeMap<>();
    private final Map<String, Integer> clocks = new TreeMap<>();
    private int adopted;
    private int refused;

    Takeover(Instant now) {
        this.now = now;
    }

    void take(Ticket ticket) {
        try {
            Incident incident = Helpdesk.adopt(ticket, now);
            adopted++;
            statuses.merge(ticket.state() + " as " + incident.status(), 1, Integer::sum);
            Helpdesk.process().clock().standings(incident.history(), now).forEach(this::count);
        } catch (IncidentRejectedException e) {
            refused++;
            e.unmet().forEach(unmet -> faults.merge(named(unmet), 1, Integer::sum));
        }
    }

    private void count(SlaStanding standing) {
        String past = standing.breached() && standing.endedAt() == null ? ", past its target" : "";
        clocks.merge(standing.clock().target() + " " + standing.state() + past, 1, Integer::sum);
    }

    static String named(Unmet unmet) {
        return unmet.code() + (unmet.field() == null ? "" : "(" + unmet.field() + ")");
    }

    int adopted() {
        return adopted;
    }

    int refused() {
        return refused;
    }

    /** {@return how many rows became which status} */
    Map<String, Integer> statuses() {
        return statuses;
    }

    /** {@return what was wrong with the rows that were refused, and how often} */
    Map<String, Integer> faults() {
        return faults;
    }

    /** {@return how the clocks of the adopted ones stand} */
    Map<String, Integer> clocks() {
        return clocks;
    }
}
