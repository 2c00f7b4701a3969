package dev.incidentkit.core.sla;

import dev.incidentkit.core.incident.ActorKind;
import dev.incidentkit.core.incident.AdoptedTicket;
import dev.incidentkit.core.incident.Facts;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.HoldSpell;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.RecordEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an adopted ticket says of its past, as the steps that clocks would have seen. That it was acknowledged is taken
 * for an answer of a person, since the ticket does not say by whom.
 */
final class AdoptedPast {
    private final AdoptedTicket ticket;

    private AdoptedPast(AdoptedTicket ticket) {
        this.ticket = ticket;
    }

    static List<Step> steps(RecordEvent.Adopted event, Facts now, Origins origins) {
        AdoptedPast past = new AdoptedPast(event.ticket());
        Instant adoptedAt = event.meta().effectiveAt();
        List<Step> steps = new ArrayList<>();
        for (Instant at : past.instants()) {
            if (at.isBefore(adoptedAt)) {
                steps.add(past.step(event, now, origins, at));
            }
        }
        return steps;
    }

    /** Sums of waiting, in the order of the names of their reasons. */
    static List<Map.Entry<HoldReason, Duration>> sums(RecordEvent.Adopted event) {
        List<Map.Entry<HoldReason, Duration>> sums =
                new ArrayList<>(event.ticket().holdTotals().entrySet());
        sums.sort(Comparator.comparing(sum -> sum.getKey().name()));
        return sums;
    }

    private SortedSet<Instant> instants() {
        SortedSet<Instant> instants = new TreeSet<>();
        instants.add(ticket.reportedAt());
        for (HoldSpell spell : ticket.holds()) {
            instants.add(spell.from());
            add(instants, spell.to());
        }
        add(instants, ticket.acknowledgedAt());
        add(instants, ticket.restoredAt());
        add(instants, ticket.resolvedAt());
        add(instants, ticket.closedAt());
        instants.removeIf(at -> at.isBefore(ticket.reportedAt()));
        return instants;
    }

    private static void add(Set<Instant> instants, @Nullable Instant at) {
        if (at != null) {
            instants.add(at);
        }
    }

    private Step step(RecordEvent.Adopted event, Facts now, Origins origins, Instant at) {
        HoldSpell spell = spell(at);
        Facts then = new PastFacts(
                now,
                phase(at, spell),
                isReached(ticket.acknowledgedAt(), at),
                spell == null ? null : spell.reason().name(),
                isReached(ticket.restoredAt(), at));
        Deed deed = at.equals(ticket.acknowledgedAt())
                ? new Deed(SatisfyingAct.ACKNOWLEDGEMENT, ActorKind.HUMAN, null, null)
                : null;
        long restoredAt = at.equals(ticket.restoredAt()) ? at.toEpochMilli() : Cycle.NONE;
        long adoptedAt = event.meta().effectiveAt().toEpochMilli();
        return new Step(event, then, at.toEpochMilli(), adoptedAt, origins, deed, restoredAt);
    }

    private Phase phase(Instant at, @Nullable HoldSpell spell) {
        Phase present = ticket.status().phase();
        if (present.isEnd() && isReached(ticket.closedAt(), at)) {
            return present;
        }
        if (!present.isOpen() && isReached(ticket.resolvedAt(), at)) {
            return Phase.RESOLVED;
        }
        if (spell != null) {
            return Phase.ON_HOLD;
        }
        return isReached(ticket.acknowledgedAt(), at) ? Phase.ACTIVE : Phase.NEW;
    }

    private @Nullable HoldSpell spell(Instant at) {
        for (HoldSpell spell : ticket.holds()) {
            if (!spell.from().isAfter(at) && (spell.to() == null || spell.to().isAfter(at))) {
                return spell;
            }
        }
        return null;
    }

    private static boolean isReached(@Nullable Instant milestone, Instant at) {
        return milestone != null && !milestone.isAfter(at);
    }
}
