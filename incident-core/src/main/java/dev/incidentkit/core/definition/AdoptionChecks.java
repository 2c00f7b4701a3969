package dev.incidentkit.core.definition;

import dev.incidentkit.core.definition.InputChecks.Timed;
import dev.incidentkit.core.incident.AdoptedTicket;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.HoldSpell;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.UnmetCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
        sums(checks, ticket, at);
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
    }

    /** Sums of waiting are of the time from the report until it was closed, or until now, and stand in for spells. */
    private static void sums(InputChecks checks, AdoptedTicket ticket, Instant at) {
        Duration age = Duration.between(ticket.reportedAt(), ticket.closedAt() == null ? at : ticket.closedAt());
        Map<HoldReason, Duration> sums = new TreeMap<>(Comparator.comparing(HoldReason::name));
        sums.putAll(ticket.holdTotals());
        boolean each = !age.isNegative();
        for (Map.Entry<HoldReason, Duration> sum : sums.entrySet()) {
            String fault = fault(ticket, sum.getKey(), sum.getValue(), age);
            if (fault != null) {
                each = false;
                checks.fault(UnmetCode.TIME_ORDER, "holdTotals", "the time on hold for " + sum.getKey() + fault);
            }
        }
        Duration together = each ? together(ticket, at) : Duration.ZERO;
        if (!sums.isEmpty() && each && together.compareTo(age) > 0) {
            checks.fault(
                    UnmetCode.TIME_ORDER,
                    "holdTotals",
                    "the times on hold are " + together + " together, but from the report on there were only " + age);
        }
    }

    private static @Nullable String fault(AdoptedTicket ticket, HoldReason reason, Duration total, Duration age) {
        if (total.isNegative()) {
            return " must not be negative, but is " + total;
        }
        if (!age.isNegative() && total.compareTo(age) > 0) {
            return " is " + total + ", but from the report on there were only " + age;
        }
        boolean twice = ticket.holds().stream().anyMatch(spell -> spell.reason().equals(reason));
        return twice
                ? " is given both as spells and as a sum, of which the sum is for what is not known as spells"
                : null;
    }

    /** What is known as sums and as spells; each sum is within the age of the ticket, so that nothing overflows. */
    private static Duration together(AdoptedTicket ticket, Instant at) {
        Duration together = Duration.ZERO;
        for (Duration total : ticket.holdTotals().values()) {
            together = together.plus(total);
        }
        for (HoldSpell spell : ticket.holds()) {
            together = together.plus(Duration.between(spell.from(), spell.to() == null ? at : spell.to()));
        }
        return together;
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
