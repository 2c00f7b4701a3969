package dev.incidentkit.examples.adopt;

import dev.incidentkit.core.incident.AdoptedTicket;
import dev.incidentkit.core.incident.AdoptedTicketBuilder;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.HoldSpell;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Status;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the helpdesk's words mean to the library, and back. This is all that a host has to write. */
final class HelpdeskWords {
    private static final Map<String, Status> STATES = Map.of(
            "new", Status.NEW,
            "assigned", Status.IN_PROGRESS,
            "waiting", Status.ON_HOLD,
            "fixed", Status.RESOLVED,
            "closed", Status.CLOSED,
            "withdrawn", Status.CANCELLED);
    private static final Map<Status, String> WORDS =
            STATES.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    private static final Map<String, HoldReason> REASONS =
            Map.of("customer", HoldReason.CALLER, "supplier", HoldReason.VENDOR, "date", HoldReason.SCHEDULED);
    private static final Map<HoldReason, String> REASON_WORDS =
            REASONS.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private HelpdeskWords() {}

    /** {@return what a state means; empty for a word that nobody explained} */
    static Optional<Status> meaning(String state) {
        return Optional.ofNullable(STATES.get(state));
    }

    /** The helpdesk's 4 is the most urgent; the library's scales begin with the most severe. */
    private static Priority priority(int urgency) {
        return Scale.PRIORITY.at(4 - urgency);
    }

    /**
     * A row as the library sees it. Clocks start when the ticket was written, its answer ends the first of them, and what
     * it waits for has paused them since it waits.
     */
    static AdoptedTicket adopted(Ticket ticket, Status status) {
        AdoptedTicketBuilder known = AdoptedTicket.of(status, ticket.created())
                .number("T-" + ticket.id())
                .priority(priority(ticket.urgency()))
                .acknowledgedAt(ticket.answered())
                .resolvedAt(ticket.fixed());
        Optional.ofNullable(ticket.team()).map(Owner::group).ifPresent(known::owner);
        Optional.ofNullable(ticket.topic()).map(Category::new).ifPresent(known::category);
        HoldReason reason = ticket.waitingFor() == null ? null : REASONS.get(ticket.waitingFor());
        if (reason != null && ticket.waitingSince() != null) {
            known.holds(List.of(new HoldSpell(reason, ticket.waitingSince(), null)));
        }
        return known.build();
    }

    /** The row that the helpdesk has to write for what the library decided. */
    static Ticket row(Ticket before, Incident after) {
        return new Ticket(
                before.id(),
                Objects.requireNonNull(WORDS.get(after.status())),
                before.urgency(),
                after.owner().map(Owner::group).orElse(null),
                after.category().map(Category::path).orElse(null),
                before.created(),
                after.at(Milestone.ACKNOWLEDGED).orElse(null),
                waiting(after, HoldSpell::reason)
                        .filter(REASON_WORDS::containsKey)
                        .map(REASON_WORDS::get)
                        .orElse(null),
                waiting(after, HoldSpell::from).orElse(null),
                after.at(Milestone.RESOLVED).orElse(null));
    }

    private static <T> Optional<T> waiting(Incident incident, Function<HoldSpell, T> what) {
        return incident.holds().stream()
                .filter(spell -> spell.to() == null)
                .map(what)
                .findFirst();
    }
}
