package dev.incidentkit.core.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Folds how incidents begin: a report, a ticket of another system as it stands, or the steps of a recorded history. */
final class Takeover {
    private Takeover() {}

    static void report(IncidentState state, Reported event) {
        Instant at = event.meta().effectiveAt();
        state.id = event.id();
        state.tenant = event.tenant();
        state.definition = event.definition();
        state.status = event.status();
        state.statusSince = at;
        state.reportedAt = at;
        state.title = event.title();
        state.reporter = event.reporter();
        state.channel = event.channel();
        state.number = event.number();
        state.description = event.description();
        state.occurredAt = event.occurredAt();
        state.detectedAt = event.detectedAt();
        state.category = event.category();
        state.impact = event.impact();
        state.urgency = event.urgency();
        state.severity = event.severity();
        state.services = event.services();
        state.affectedUsers = event.affectedUsers();
        state.attributes = event.attributes();
        state.drill = event.drill();
        if (event.symptoms() != null || event.type() != RecordType.INCIDENT) {
            state.handling = Handling.NONE
                    .changed()
                    .symptoms(event.symptoms())
                    .type(event.type())
                    .build();
        }
        state.waitAfter(Action.REPORT, at);
    }

    static void adopt(IncidentState state, AdoptedTicket ticket, Instant at) {
        state.status = ticket.status();
        state.statusSince = at;
        state.number = ticket.number();
        state.title = ticket.title();
        state.reporter = ticket.reporter();
        state.channel = ticket.channel();
        state.owner = ticket.owner();
        state.category = ticket.category();
        state.impact = ticket.impact();
        state.urgency = ticket.urgency();
        state.derivedPriority = ticket.priority();
        state.occurredAt = ticket.occurredAt();
        state.detectedAt = ticket.detectedAt();
        state.reportedAt = ticket.reportedAt();
        state.acknowledgedAt = ticket.acknowledgedAt();
        // Of a ticket that is NEW nobody says that work has begun, however early it was acknowledged.
        state.startedAt = ticket.status().phase() == Phase.NEW ? null : ticket.acknowledgedAt();
        state.restoredAt = ticket.restoredAt();
        state.resolvedAt = ticket.status().phase().isOpen() ? null : ticket.resolvedAt();
        state.firstResolvedAt = ticket.resolvedAt();
        state.endedAt = ticket.closedAt();
        state.holds = ticket.holds();
        state.holdTotals = ticket.holdTotals();
        state.reopenings = ticket.reopenings();
        state.reassignments = ticket.reassignments();
        state.attributes = ticket.attributes();
        if (!ticket.holds().isEmpty()) {
            HoldSpell last = ticket.holds().get(ticket.holds().size() - 1);
            state.holdReason = last.to() == null ? last.reason() : null;
        }
        state.waitAfter(Action.ADOPT, at);
    }

    /** Every step of a history is of one incident of one tenant under one definition. */
    static void identify(IncidentState state, RecordEvent.Imported event) {
        same(state, "incident", state.id, event.id());
        same(state, "tenant", state.tenant, event.tenant());
        same(state, "definition", state.definition, event.definition());
        state.id = event.id();
        state.tenant = event.tenant();
        state.definition = event.definition();
    }

    private static void same(IncidentState state, String what, @Nullable Object present, Object imported) {
        if (present != null && !present.equals(imported)) {
            throw new HistoryException(
                    state.version, "Imported is of " + what + " " + imported + ", this record of " + present);
        }
    }

    static void step(IncidentState state, ImportedStep step, Instant at) {
        Instant ended = state.endedAt;
        state.imported(step.status(), step.holdReason(), at);
        if (state.reportedAt == null) {
            state.reportedAt = step.reportedAt() == null ? at : step.reportedAt();
        }
        state.number = or(step.number(), state.number);
        state.channel = or(step.channel(), state.channel);
        state.owner = or(step.owner(), state.owner);
        state.category = or(step.category(), state.category);
        state.impact = or(step.impact(), state.impact);
        state.urgency = or(step.urgency(), state.urgency);
        state.derivedPriority = or(step.priority(), state.derivedPriority);
        state.reopenings = step.reopenings();
        state.reassignments = step.reassignments();
        phase(state, step, at, ended);
    }

    /** Histories repeat outcome columns on every row, so an outcome counts only with the status that it belongs to. */
    private static void phase(IncidentState state, ImportedStep step, Instant at, @Nullable Instant ended) {
        Phase phase = step.status().phase();
        if (phase == Phase.ACTIVE && state.startedAt == null) {
            state.startedAt = at;
            state.acknowledgedAt = at;
        }
        if (phase == Phase.RESOLVED || phase == Phase.CLOSED) {
            state.resolvedAt = or(step.resolvedAt(), state.resolvedAt == null ? at : state.resolvedAt);
            state.firstResolvedAt = or(state.firstResolvedAt, state.resolvedAt);
            state.restoredAt = or(state.restoredAt, state.resolvedAt);
        } else if (phase.isOpen()) {
            state.resolvedAt = null;
            state.restoredAt = null;
        }
        state.endedAt = phase.isEnd() ? or(step.closedAt(), or(ended, at)) : null;
    }

    private static <T> @Nullable T or(@Nullable T first, @Nullable T second) {
        return first == null ? second : first;
    }
}
