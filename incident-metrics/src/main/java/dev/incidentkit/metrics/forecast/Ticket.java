package dev.incidentkit.metrics.forecast;

import dev.incidentkit.core.incident.Incident;

/** An incident on its way through a simulation. */
final class Ticket {
    final Demand demand;
    final long reportedAt;
    final long number;
    final int rank;
    final Incident reported;

    Ticket(Demand demand, long reportedAt, long number, Incident reported) {
        this.demand = demand;
        this.reportedAt = reportedAt;
        this.number = number;
        this.reported = reported;
        this.rank = reported.priority().map(priority -> priority.rank()).orElse(Integer.MAX_VALUE);
    }

    /** The order of a queue: the most severe first, among equals the one that came first. */
    static int order(Ticket a, Ticket b) {
        int bySeverity = Integer.compare(a.rank, b.rank);
        return bySeverity == 0 ? Long.compare(a.number, b.number) : bySeverity;
    }
}
