package dev.incidentkit.store.jdbc;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.store.Append;
import dev.incidentkit.store.AppendResult;
import dev.incidentkit.store.ArchivedException;
import dev.incidentkit.store.ClaimedWakeUp;
import dev.incidentkit.store.CommandKeyReusedException;
import dev.incidentkit.store.CommandReceipt;
import dev.incidentkit.store.IncidentAppend;
import dev.incidentkit.store.KeyReservation;
import dev.incidentkit.store.LeaseLostException;
import dev.incidentkit.store.LegalHoldException;
import dev.incidentkit.store.ReadCondition;
import dev.incidentkit.store.Redaction;
import dev.incidentkit.store.ReservedKeyException;
import dev.incidentkit.store.VersionConflictException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out why an append was refused, after it was undone. It is asked in the order of the in-memory store. */
final class Diagnosis {
    private final String tenant;
    private final Records records;
    private final String current;

    /**
     * Looks into a tenant's rows.
     *
     * @param current what makes a read see the present where a host's transaction would read what was there at first; else
     *     empty
     */
    Diagnosis(String tenant, String current) {
        this.tenant = tenant;
        this.records = new Records(tenant, current);
        this.current = current;
    }

    private record Head(
            long version, boolean legalHold, @Nullable String archivedTo) {}

    /**
     * Explains a refusal.
     *
     * @return the receipt of the same command, or empty where nothing stands in the way any more
     */
    Optional<AppendResult> explain(Connection connection, Append append) throws SQLException {
        CommandReceipt receipt = append.receipt();
        CommandReceipt earlier = receipt == null ? null : earlier(connection, receipt);
        if (earlier != null) {
            return Optional.of(AppendResult.repeated(earlier));
        }
        for (IncidentAppend incident : append.incidents()) {
            version(connection, incident.incident(), incident.expectedVersion());
        }
        for (ReadCondition condition : append.conditions()) {
            version(connection, condition.incident(), condition.version());
        }
        for (Redaction redaction : append.redactions()) {
            held(connection, redaction);
        }
        lease(connection, append.lease());
        for (KeyReservation key : append.reserve()) {
            reserved(connection, key);
        }
        return Optional.empty();
    }

    private @Nullable CommandReceipt earlier(Connection connection, CommandReceipt receipt) throws SQLException {
        CommandReceipt earlier =
                records.receipt(connection, receipt.key(), receipt.acceptedAt()).orElse(null);
        if (earlier != null && !earlier.fingerprint().equals(receipt.fingerprint())) {
            throw new CommandKeyReusedException(receipt.key());
        }
        return earlier;
    }

    private void held(Connection connection, Redaction redaction) throws SQLException {
        if (head(connection, redaction.incident()).filter(Head::legalHold).isPresent()) {
            throw new LegalHoldException(redaction.incident(), "redaction");
        }
    }

    private Optional<Head> head(Connection connection, IncidentId incident) throws SQLException {
        return Sql.first(
                connection,
                "select version, legal_hold, archived_to from ik_incident where tenant = ? and incident = ?" + current,
                row -> new Head(row.getLong(1), row.getInt(2) != 0, row.getString(3)),
                tenant,
                incident.value());
    }

    private void version(Connection connection, IncidentId incident, long expected) throws SQLException {
        Head head = head(connection, incident).orElse(null);
        if (head != null && head.archivedTo() != null) {
            throw new ArchivedException(incident, head.archivedTo());
        }
        long actual = head == null ? 0 : head.version();
        if (actual != expected) {
            throw new VersionConflictException(incident, expected, actual);
        }
    }

    private void lease(Connection connection, @Nullable ClaimedWakeUp lease) throws SQLException {
        if (lease != null
                && Sql.first(
                                connection,
                                "select 1 from ik_incident where tenant = ? and incident = ? and lease_token = ?"
                                        + current,
                                row -> row.getInt(1),
                                tenant,
                                lease.incident().value(),
                                lease.token())
                        .isEmpty()) {
            throw new LeaseLostException(lease.incident(), lease.token());
        }
    }

    private void reserved(Connection connection, KeyReservation key) throws SQLException {
        IncidentId holder = records.holder(connection, key.key()).orElse(null);
        if (holder != null && !holder.equals(key.holder())) {
            throw new ReservedKeyException(key.key(), holder);
        }
    }
}
