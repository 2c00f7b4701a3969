package dev.incidentkit.desk;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.store.Append;
import dev.incidentkit.store.AppendBuilder;
import dev.incidentkit.store.CommandReceipt;
import dev.incidentkit.store.IncidentAppend;
import dev.incidentkit.store.IncidentSummary;
import dev.incidentkit.store.OutboxMessage;
import dev.incidentkit.store.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what was decided into one append: sealed events, projection, messages, receipt. */
final class Appends {
    private final DeskSettings settings;
    private final Sealer sealer;

    Appends(DeskSettings settings, Sealer sealer) {
        this.settings = settings;
        this.sealer = sealer;
    }

    Append append(Draft draft, DeskWriter.Order order, Receipt receipt, @Nullable String fingerprint, Instant at) {
        AppendBuilder append = new AppendBuilder();
        for (Draft.Entry entry : draft.entries()) {
            List<StoredEvent> sealed = sealer.seal(entry.events(), entry.versionBefore(), entry.hashBefore());
            append.addIncidents(new IncidentAppend(
                    entry.after().id(),
                    entry.versionBefore(),
                    sealed,
                    summary(entry, sealed),
                    Summaries.isFoundAlike(entry)));
            append.addAllMessages(messages(entry, at));
            append.addAllRedactions(Redactions.of(entry.after().id(), entry.events()));
        }
        append.addAllConditions(draft.conditions());
        append.addAllReserve(draft.reserved());
        append.addAllRelease(draft.released());
        if (order.key() != null && fingerprint != null) {
            append.receipt(new CommandReceipt(
                    order.key().value(),
                    fingerprint,
                    receipt.incident(),
                    receipt.version(),
                    receipt.events(),
                    at,
                    at.plus(settings.keyLife())));
        }
        return append.lease(order.lease()).build();
    }

    private static IncidentSummary summary(Draft.Entry entry, List<StoredEvent> sealed) {
        IncidentSummary summary =
                Summaries.of(entry, sealed.get(sealed.size() - 1).hash());
        return Redactions.applied(summary, entry.events());
    }

    private List<OutboxMessage> messages(Draft.Entry entry, Instant at) {
        List<OutboxMessage> messages = new ArrayList<>();
        long sequence = entry.versionBefore();
        Incident after = entry.after();
        for (IncidentEvent event : entry.events()) {
            sequence++;
            if (settings.notifications().tells(event, after)) {
                messages.add(new OutboxMessage(
                        after.id().value() + "/" + sequence,
                        after.id(),
                        sequence,
                        sealer.type(event),
                        Long.toString(sequence).getBytes(StandardCharsets.UTF_8),
                        at));
            }
        }
        return messages;
    }
}
