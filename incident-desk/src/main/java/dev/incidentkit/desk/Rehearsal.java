package dev.incidentkit.desk;

import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.store.Append;
import dev.incidentkit.store.AppendResult;
import dev.incidentkit.store.CommandReceipt;
import dev.incidentkit.store.EventLog;
import dev.incidentkit.store.IncidentAppend;
import dev.incidentkit.store.ReadCondition;
import dev.incidentkit.store.StoredEvent;
import dev.incidentkit.store.StoredRecord;
import dev.incidentkit.store.VersionConflictException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A log over another one that keeps what is appended to itself, so that what would happen can be seen before it does: the
 * same code runs over it. Not safe for use by several threads.
 */
final class Rehearsal implements EventLog {
    private final EventLog real;
    private final Map<IncidentId, StoredRecord> changed = new LinkedHashMap<>();
    private final Map<IncidentId, List<StoredEvent>> written = new LinkedHashMap<>();
    private final Map<String, CommandReceipt> receipts = new HashMap<>();

    Rehearsal(EventLog real) {
        this.real = real;
    }

    /** What would be written: the same code, over a log that nobody keeps. */
    static Preview of(DeskWriter writer, DeskWriter.Order order) {
        Rehearsal rehearsal = new Rehearsal(writer.log());
        writer.into(rehearsal).write(order);
        Map<IncidentId, List<IncidentEvent>> events = new LinkedHashMap<>();
        rehearsal.written.forEach(
                (incident, stored) -> events.put(incident, writer.sealer().open(incident, stored)));
        return new Preview(events);
    }

    @Override
    public Optional<StoredRecord> load(IncidentId incident) {
        StoredRecord known = changed.get(incident);
        return known == null ? real.load(incident) : Optional.of(known);
    }

    @Override
    public AppendResult append(Append append) {
        for (IncidentAppend incident : append.incidents()) {
            check(incident.incident(), incident.expectedVersion());
        }
        for (ReadCondition condition : append.conditions()) {
            check(condition.incident(), condition.version());
        }
        append.incidents().forEach(this::write);
        CommandReceipt receipt = append.receipt();
        if (receipt != null) {
            receipts.put(receipt.key(), receipt);
        }
        return AppendResult.WRITTEN;
    }

    private void check(IncidentId incident, long expected) {
        long actual = load(incident).map(StoredRecord::version).orElse(0L);
        if (actual != expected) {
            throw new VersionConflictException(incident, expected, actual);
        }
    }

    private void write(IncidentAppend append) {
        List<StoredEvent> events = new ArrayList<>();
        load(append.incident()).ifPresent(record -> events.addAll(record.events()));
        events.addAll(append.events());
        changed.put(append.incident(), new StoredRecord(append.incident(), events));
        written.computeIfAbsent(append.incident(), key -> new ArrayList<>()).addAll(append.events());
    }

    @Override
    public Optional<CommandReceipt> receipt(String key, Instant at) {
        CommandReceipt known = receipts.get(key);
        return known == null ? real.receipt(key, at) : Optional.of(known);
    }

    @Override
    public Optional<IncidentId> holder(String key) {
        return real.holder(key);
    }
}
