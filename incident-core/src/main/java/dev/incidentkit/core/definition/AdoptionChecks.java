package dev.incidentkit.core.definition;

import dev.incidentkit.core.definition.InputChecks.Timed;
import dev.incidentkit.core.incident.AdoptedTicket;
import dev.incidentkit.core.incident.HoldSpell;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.UnmetCode;
import java.time.Instant;

/** What must hold of a ticket that is taken over, so that the incident it becomes is one that the library could know. */
final class AdoptionChecks {
    private AdoptionChecks() {}

    static void check(InputChecks checks, ProcessDefinition definition, AdoptedTicket ticket, Instant at) {
        if (definition
                .lifecycle()
                .status(ticket.status().name())
                .filter(ticket.status()::equals)
                .isEmpty()) {
            checks.fault(
                    UnmetCode.STATUS_UNKNOWN,
                    "status",
                    "there is no status " + ticket.status() + " in phase "
                            + ticket.status().phase() + "; there are "
                            + definition.lifecycle().statuses());
        }
        checks.level(definition.impacts(), ticket.impact())
                .level(definition.urgencies(), ticket.urgency())
                .level(definition.priorities(), ticket.priority())
                .attributes(ticket.attributes())
                .order(
                        new Timed("occurredAt", ticket.occurredAt()),
                        new Timed("detectedAt", ticket.detectedAt()),
                        new Timed("reportedAt", ticket.reportedAt()))
                .order(
                        new Timed("reportedAt", ticket.reportedAt()),
                        new Timed("acknowledgedAt", ticket.acknowledgedAt()),
                        new Timed("resolvedAt", ticket.resolvedAt()),
                        new Timed("closedAt", ticket.closedAt()))
                .order(new Timed("occurredAt", ticket.occurredAt()), new Timed("restoredAt", ticket.restoredAt()))
                .notAfter("reportedAt", ticket.reportedAt(), at)
                .notAfter("acknowledgedAt", ticket.acknowledgedAt(), at)
                .notAfter("restoredAt", ticket.restoredAt(), at)
                .notAfter("resolvedAt", ticket.resolvedAt(), at)
                .notAfter("closedAt", ticket.closedAt(), at);
        phase(checks, ticket);
        holds(checks, ticket, at);
    }

    private static void phase(InputChecks checks, AdoptedTicket ticket) {
        Phase phase = ticket.status().phase();
        if (phase == Phase.ACTIVE && ticket.owner() == null) {
            required(checks, "owner", phase);
        }
        if ((phase == Phase.RESOLVED || phase == Phase.CLOSED) && ticket.resolvedAt() == null) {
            required(checks, "resolvedAt", phase);
        }
        if (phase.isEnd() && ticket.closedAt() == null) {
            required(checks, "closedAt", phase);
        }
        if (!phase.isEnd() && ticket.closedAt() != null) {
            checks.fault(
                    UnmetCode.TIME_ORDER,
                    "closedAt",
                    "closedAt " + ticket.closedAt() + " is given for a ticket in phase " + phase);
        }
        ticket.holdTotals().forEach((reason, total) -> {
            if (total.isNegative()) {
                checks.fault(
                        UnmetCode.TIME_ORDER,
                        "holdTotals",
                        "the time on hold for " + reason + " must not be negative, but is " + total);
            }
        });
    }

    private static void required(InputChecks checks, String field, Phase phase) {
        checks.fault(UnmetCode.FIELD_REQUIRED, field, field + " must be given for a ticket in phase " + phase);
    }

    private static void holds(InputChecks checks, AdoptedTicket ticket, Instant at) {
        Instant before = ticket.reportedAt();
        for (int i = 0; i < ticket.holds().size(); i++) {
            HoldSpell spell = ticket.holds().get(i);
            String field = "holds[" + i + "]";
            checks.order(new Timed("the one before", before), new Timed(field, spell.from()));
            checks.notAfter(field, spell.to() == null ? spell.from() : spell.to(), at);
            boolean last = i == ticket.holds().size() - 1;
            if (spell.to() == null && !(last && ticket.status().phase() == Phase.ON_HOLD)) {
                checks.fault(
                        UnmetCode.TIME_ORDER,
                        field,
                        field + " from " + spell.from() + " has no end, which only the last one of a ticket in phase "
                                + Phase.ON_HOLD + " may lack");
            }
            before = spell.to() == null ? spell.from() : spell.to();
        }
    }
}
