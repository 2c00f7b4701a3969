package dev.incidentkit.store;

import dev.incidentkit.core.incident.IncidentId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Appends to the rows of a tenant: everything is checked before anything is written. */
final class InMemoryAppends {
    private final InMemoryTables.Rows rows;

    InMemoryAppends(InMemoryTables.Rows rows) {
        this.rows = rows;
    }

    AppendResult append(Append append) {
        CommandReceipt receipt = append.receipt();
        if (receipt != null) {
            CommandReceipt earlier = rows.receipts.get(receipt.key());
            if (earlier != null && earlier.expiresAt().isAfter(receipt.acceptedAt())) {
                if (!earlier.fingerprint().equals(receipt.fingerprint())) {
                    throw new CommandKeyReusedException(receipt.key());
                }
                return AppendResult.repeated(earlier);
            }
        }
        check(append);
        write(append);
        return AppendResult.WRITTEN;
    }

    private void check(Append append) {
        for (IncidentAppend incident : append.incidents()) {
            checkVersion(incident.incident(), incident.expectedVersion());
        }
        for (ReadCondition condition : append.conditions()) {
            checkVersion(condition.incident(), condition.version());
        }
        for (Redaction redaction : append.redactions()) {
            IncidentSummary summary = rows.summaries().get(redaction.incident());
            if (summary != null && summary.legalHold()) {
                throw new LegalHoldException(redaction.incident(), "redaction");
            }
        }
        ClaimedWakeUp lease = append.lease();
        if (lease != null) {
            InMemoryTables.Claim claim = rows.claims.get(lease.incident());
            if (claim == null || !claim.token().equals(lease.token())) {
                throw new LeaseLostException(lease.incident(), lease.token());
            }
        }
        checkKeys(append);
    }

    private void checkKeys(Append append) {
        for (KeyReservation wanted : append.reserve()) {
            IncidentId holder = rows.reserved.get(wanted.key());
            boolean released = append.release().stream()
                    .anyMatch(release -> release.key().equals(wanted.key())
                            && release.holder().equals(holder));
            if (holder != null && !holder.equals(wanted.holder()) && !released) {
                throw new ReservedKeyException(wanted.key(), holder);
            }
        }
    }

    private void checkVersion(IncidentId incident, long expected) {
        String target = rows.archived.get(incident);
        if (target != null) {
            throw new ArchivedException(incident, target);
        }
        long actual = rows.records.getOrDefault(incident, List.of()).size();
        if (actual != expected) {
            throw new VersionConflictException(incident, expected, actual);
        }
    }

    private void write(Append append) {
        append.incidents().forEach(this::write);
        for (KeyReservation release : append.release()) {
            rows.reserved.remove(release.key(), release.holder());
        }
        for (KeyReservation wanted : append.reserve()) {
            rows.reserved.put(wanted.key(), wanted.holder());
        }
        for (OutboxMessage message : append.messages()) {
            rows.outbox
                    .computeIfAbsent(message.incident(), key -> new TreeMap<>())
                    .put(message.sequence(), new InMemoryTables.Sending(message));
        }
        append.redactions().forEach(this::redact);
        CommandReceipt receipt = append.receipt();
        if (receipt != null) {
            rows.keep(receipt);
        }
    }

    private void write(IncidentAppend incident) {
        List<StoredEvent> record = rows.records.computeIfAbsent(incident.incident(), key -> new ArrayList<>());
        for (StoredEvent event : incident.events()) {
            rows.feed.add(new InMemoryTables.FeedRow(incident.incident(), record.size()));
            record.add(event);
        }
        rows.put(incident.summary());
        rows.claims.remove(incident.incident());
    }

    private void redact(Redaction redaction) {
        List<StoredEvent> record = rows.records.getOrDefault(redaction.incident(), new ArrayList<>());
        record.replaceAll(event -> event.withPersonal(event.personal().stream()
                .filter(value -> !redaction.covers(value.path()))
                .toList()));
    }
}
