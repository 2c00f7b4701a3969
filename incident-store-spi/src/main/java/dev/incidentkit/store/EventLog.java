package dev.incidentkit.store;

import dev.incidentkit.core.incident.IncidentId;
import java.time.Instant;
import java.util.Optional;

/** Records of incidents, which only grow. */
public interface EventLog {
    /**
     * Loads a record.
     *
     * @param incident the incident
     * @return its whole record, or empty if there is none
     * @throws ArchivedException if it was moved out of this store
     */
    Optional<StoredRecord> load(IncidentId incident);

    /**
     * Reads the last line of a record, for whoever appends to it without needing the rest. A store that can read it alone
     * should.
     *
     * @param incident the incident
     * @return its last event, or empty if there is no such incident
     * @throws ArchivedException if it was moved out of this store
     */
    default Optional<StoredEvent> head(IncidentId incident) {
        return load(incident).map(record -> record.events().get(record.events().size() - 1));
    }

    /**
     * Reads one line of a record with its personal data, as {@link #load} gives it. A store that can read it alone should.
     *
     * @param incident the incident
     * @param sequence its place in the record; none is below 1
     * @return the event, or empty if there is no such incident or its record has no such place
     * @throws ArchivedException if the incident was moved out of this store
     */
    default Optional<StoredEvent> event(IncidentId incident, long sequence) {
        return load(incident)
                .flatMap(record -> record.events().stream()
                        .filter(event -> event.sequence() == sequence)
                        .findFirst());
    }

    /**
     * Writes what one command writes: all or nothing.
     *
     * @param append what to write
     * @return that it was written, or the receipt of the same command that was accepted before
     * @throws VersionConflictException if a record or a condition is not at its expected version
     * @throws CommandKeyReusedException if the key belongs to another command
     * @throws ReservedKeyException if a key to reserve is held by another incident
     * @throws LeaseLostException if the claim of the wake-up was lost
     * @throws LegalHoldException if personal data of an incident under a legal hold is to be deleted
     * @throws ArchivedException if an incident was moved out of this store
     * @throws UnknownOutcomeException if the store cannot tell whether it was written
     * @throws CapabilityException if it brings messages to a store without {@link Capability#OUTBOX}, or the claim of a
     *     wake-up to one without {@link Capability#TIMERS}
     */
    AppendResult append(Append append);

    /**
     * The receipt of an accepted command.
     *
     * @param key the command's key
     * @param at the instant of the one who asks, by the clock that also gave the receipts their instants; a store's own
     *     clock says nothing about them
     * @return the receipt, or empty if there is none or it has expired by then
     */
    Optional<CommandReceipt> receipt(String key, Instant at);

    /**
     * Who holds a reserved key.
     *
     * @param key the key
     * @return the incident, or empty
     */
    Optional<IncidentId> holder(String key);
}
