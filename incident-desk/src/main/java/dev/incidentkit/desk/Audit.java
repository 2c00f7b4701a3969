package dev.incidentkit.desk;

import dev.incidentkit.core.IncidentException;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.json.ExportCodec;
import dev.incidentkit.json.RecordVerifier;
import dev.incidentkit.store.ArchivedException;
import dev.incidentkit.store.Capability;
import dev.incidentkit.store.IncidentStore;
import dev.incidentkit.store.IncidentSummary;
import dev.incidentkit.store.StoredEvent;
import dev.incidentkit.store.StoredRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Proves that records are whole. Each event's hash covers the one before it and the event's bytes, so a changed, moved,
 * inserted or removed event shows as the first broken link; a cut tail shows against the head hash beside the record;
 * personal data that was changed, added, or deleted without a redaction shows against what the events committed to.
 * A record that was removed, or rewritten from some event on together with its head hash, is not found without an
 * {@link Anchor} that is kept outside. Of an archived incident the store answers where it is.
 */
public final class Audit {
    private static final int PART = 500;

    private final IncidentStore store;
    private final Sealer sealer;
    private final ExportCodec lines = new ExportCodec();

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
     * @param brokenAt the sequence of the first event that is not what was sealed, or of the first that is missing or too
     *     many; 0 where the record is whole
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
        Optional<IncidentSummary> summary = summary(incident);
        if (record == null) {
            return summary.map(known -> new Verdict(
                    incident, 0, 1, "the record is gone, but its summary knows " + known.version() + " events"));
        }
        Verdict chain = chain(record);
        return Optional.of(chain.isWhole() && summary.isPresent() ? head(record, summary.get()) : chain);
    }

    private Optional<IncidentSummary> summary(IncidentId incident) {
        return store.capabilities().contains(Capability.QUERIES) ? store.summary(incident) : Optional.empty();
    }

    /**
     * Looks at every record of the tenant. One that is archived meanwhile is passed over.
     *
     * @return the verdicts on those that are not whole, by identity; none where all are
     */
    public List<Verdict> verifyAll() {
        List<Verdict> broken = new ArrayList<>();
        each(incident -> present(incident).filter(verdict -> !verdict.isWhole()).ifPresent(broken::add));
        return broken;
    }

    /** What was archived has no summary either; a line that only says so is somebody's. */
    private Optional<Verdict> present(IncidentId incident) {
        try {
            return verify(incident);
        } catch (ArchivedException e) {
            return summary(incident)
                    .map(known -> new Verdict(
                            incident,
                            0,
                            1,
                            "the record is said to be at " + e.target() + ", but its summary knows " + known.version()
                                    + " events here"));
        }
    }

    private void each(Consumer<IncidentId> work) {
        IncidentId last = null;
        while (true) {
            List<IncidentId> part = store.incidents(last, PART);
            part.forEach(work);
            if (part.size() < PART) {
                return;
            }
            last = part.get(part.size() - 1);
        }
    }

    /**
     * Takes an anchor: a digest of the heads that all records of the tenant had at an instant. Kept where those who can
     * write the records cannot, it shows later that one was removed, cut or rewritten from then, which nothing within the
     * store shows. Take it of an instant that lies far enough back that no writer still records at it.
     *
     * @param asOf the instant
     * @return the anchor
     */
    public Anchor anchor(Instant asOf) {
        MessageDigest digest = Fingerprint.sha256();
        long[] counts = new long[2];
        each(incident -> loaded(incident).ifPresent(record -> {
            StoredEvent head = null;
            for (StoredEvent event : record.events()) {
                head = event.recordedAt().isAfter(asOf) ? head : event;
            }
            if (head != null) {
                counts[0]++;
                counts[1] += head.sequence();
                String id = incident.value();
                digest.update((id.length() + ":" + id + ":" + head.sequence() + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(head.hash());
            }
        }));
        return new Anchor(
                store.tenant(), asOf, counts[0], counts[1], HexFormat.of().formatHex(digest.digest()));
    }

    /**
     * Takes an anchor and has it kept.
     *
     * @param port keeps it
     * @param asOf the instant, as for {@link #anchor}
     * @return the anchor
     */
    public Anchor keepAnchor(AnchorPort port, Instant asOf) {
        Anchor anchor = anchor(asOf);
        port.keep(anchor);
        return anchor;
    }

    /**
     * Compares the records with the last anchor that was kept.
     *
     * @param port kept it
     * @return whether the records, as they stood then, are what they were
     * @throws IncidentException if none was kept: nothing is proved then
     */
    public boolean matchesLatest(AnchorPort port) {
        return matches(port.latest(store.tenant())
                .orElseThrow(() -> new IncidentException("No anchor of tenant " + store.tenant() + " was kept")));
    }

    private Optional<StoredRecord> loaded(IncidentId incident) {
        try {
            return store.load(incident);
        } catch (ArchivedException e) {
            return Optional.empty();
        }
    }

    /**
     * Compares the records with an anchor that was taken before.
     *
     * @param anchor the anchor; incidents that were archived since must be put back, or an anchor taken after the archive
     * @return whether the records, as they stood then, are what they were
     * @throws IllegalArgumentException if the anchor is of another tenant
     */
    public boolean matches(Anchor anchor) {
        if (!anchor.tenant().equals(store.tenant())) {
            throw new IllegalArgumentException(
                    "The anchor must be of tenant " + store.tenant() + ", but is of " + anchor.tenant());
        }
        return anchor(anchor.asOf()).equals(anchor);
    }

    /**
     * Writes a record as JSON lines that {@link dev.incidentkit.json.ExportVerifier} proves without the store.
     *
     * @param incident the incident
     * @return a line for each event, or none if there is no such incident
     */
    public List<String> export(IncidentId incident) {
        return store.load(incident).stream()
                .flatMap(record -> record.events().stream())
                .map(event -> lines.write(sealer.line(store.tenant(), incident, event)))
                .toList();
    }

    private Verdict chain(StoredRecord record) {
        RecordVerifier proof = sealer.verifier(store.tenant(), record.incident());
        for (StoredEvent event : record.events()) {
            Optional<RecordVerifier.Fault> fault =
                    proof.next(sealer.line(store.tenant(), record.incident(), event), event.sequence());
            if (fault.isPresent()) {
                return broken(record, fault.get().sequence(), fault.get().message());
            }
        }
        List<RecordVerifier.Fault> missing = proof.end();
        return missing.isEmpty()
                ? new Verdict(
                        record.incident(), record.version(), 0, "all " + record.version() + " events are as sealed")
                : broken(record, missing.get(0).sequence(), missing.get(0).message());
    }

    private static Verdict head(StoredRecord record, IncidentSummary summary) {
        if (summary.version() != record.version()) {
            return broken(
                    record,
                    Math.min(record.version(), summary.version()) + 1,
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
