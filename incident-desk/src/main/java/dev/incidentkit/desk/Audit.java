package dev.incidentkit.desk;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.json.CodecException;
import dev.incidentkit.store.Capability;
import dev.incidentkit.store.IncidentStore;
import dev.incidentkit.store.IncidentSummary;
import dev.incidentkit.store.StoredEvent;
import dev.incidentkit.store.StoredRecord;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Proves that records are whole. Each event's hash covers the one before it and the event's bytes, so a changed, moved,
 * inserted or removed event shows as the first broken link; a cut tail shows against the head hash beside the record.
 * A record that was rewritten from some event on, together with its head hash, is not found without an anchor outside.
 */
public final class Audit {
    private final IncidentStore store;
    private final Sealer sealer;

    /**
     * Creates an audit.
     *
     * @param desk the desk whose records are looked at
     */
    public Audit(ServiceDesk desk) {
        this.store = desk.store();
        this.sealer = desk.writer().sealer();
    }

    /**
     * The verdict on a record.
     *
     * @param incident the incident
     * @param events how many events were found
     * @param brokenAt the sequence of the first event that is not what was sealed, or of the first missing one; 0 where
     *     the record is whole
     * @param message what was found, as a sentence
     */
    public record Verdict(IncidentId incident, long events, long brokenAt, String message) {
        /** {@return whether the record is whole} */
        public boolean isWhole() {
            return brokenAt == 0;
        }
    }

    /**
     * Looks at the record of one incident: every link of the chain, every commitment to personal data, the head.
     *
     * @param incident the incident
     * @return the verdict, or empty if there is no such incident
     */
    public Optional<Verdict> verify(IncidentId incident) {
        StoredRecord record = store.load(incident).orElse(null);
        Optional<IncidentSummary> summary =
                store.capabilities().contains(Capability.QUERIES) ? store.summary(incident) : Optional.empty();
        if (record == null) {
            return summary.map(known -> new Verdict(
                    incident, 0, 1, "the record is gone, but its summary knows " + known.version() + " events"));
        }
        Verdict chain = chain(record);
        return Optional.of(chain.isWhole() && summary.isPresent() ? head(record, summary.get()) : chain);
    }

    private Verdict chain(StoredRecord record) {
        byte[] previous = Chain.beginning();
        List<StoredEvent> events = record.events();
        for (int i = 0; i < events.size(); i++) {
            StoredEvent event = events.get(i);
            if (event.sequence() != i + 1) {
                return broken(
                        record,
                        i + 1,
                        "event " + (i + 1) + " is missing: event " + event.sequence() + " stands in its place");
            }
            previous = Chain.next(previous, event.body());
            if (!Arrays.equals(previous, event.hash())) {
                return broken(record, i + 1, "event " + (i + 1) + " is not what was sealed");
            }
            try {
                sealer.open(event);
            } catch (CodecException e) {
                return broken(record, i + 1, "event " + (i + 1) + " cannot be read: " + e.getMessage());
            }
        }
        return new Verdict(record.incident(), events.size(), 0, "all " + events.size() + " events are as sealed");
    }

    private static Verdict head(StoredRecord record, IncidentSummary summary) {
        if (summary.version() != record.version()) {
            return broken(
                    record,
                    record.version() + 1,
                    "the record has " + record.version() + " events, but its summary knows " + summary.version());
        }
        String head = HexFormat.of().formatHex(record.headHash());
        if (!head.equals(summary.headHash())) {
            return broken(record, record.version(), "the last event is not the one that the summary knows");
        }
        return new Verdict(record.incident(), record.version(), 0, "all " + record.version() + " events are as sealed");
    }

    private static Verdict broken(StoredRecord record, long at, String message) {
        return new Verdict(record.incident(), record.version(), at, message);
    }
}
