package dev.incidentkit.store.jdbc;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.store.Append;
import dev.incidentkit.store.ArchivedException;
import dev.incidentkit.store.CommandReceipt;
import dev.incidentkit.store.IncidentAppend;
import dev.incidentkit.store.StoredEvent;
import dev.incidentkit.store.StoredRecord;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads records, receipts and reserved keys of a tenant. */
final class Records {
    private final String tenant;
    private final String current;

    /**
     * Reads a tenant's.
     *
     * @param current what makes a read of receipts and holders see the present where a transaction would read what was there
     *     at first; else empty
     */
    Records(String tenant, String current) {
        this.tenant = tenant;
        this.current = current;
    }

    /** One statement: events with their personal values; sequence 0 says that the incident was archived. */
    Optional<StoredRecord> load(Connection connection, IncidentId incident) throws SQLException {
        List<StoredEvent> events = events(
                incident,
                Sql.list(
                        connection,
                        "select " + EventRows.COLUMNS + " from ik_event e " + EventRows.JOIN
                                + " where e.tenant = ? and e.incident = ? order by e.sequence, p.place",
                        EventRows::line,
                        tenant,
                        incident.value()));
        return events.isEmpty() ? Optional.empty() : Optional.of(new StoredRecord(incident, events));
    }

    /** The last event alone, by the primary key. */
    Optional<StoredEvent> head(Connection connection, IncidentId incident) throws SQLException {
        return events(
                        incident,
                        Sql.list(
                                connection,
                                "select " + EventRows.COLUMNS + " from ik_event e " + EventRows.JOIN
                                        + " where e.tenant = ? and e.incident = ? and e.sequence ="
                                        + " (select max(h.sequence) from ik_event h"
                                        + " where h.tenant = ? and h.incident = ?) order by p.place",
                                EventRows::line,
                                tenant,
                                incident.value(),
                                tenant,
                                incident.value()))
                .stream()
                .findFirst();
    }

    /** One event, by the primary key; of an incident that was archived only sequence 0 is there. */
    Optional<StoredEvent> event(Connection connection, IncidentId incident, long sequence) throws SQLException {
        return events(
                        incident,
                        Sql.list(
                                connection,
                                "select " + EventRows.COLUMNS + " from ik_event e " + EventRows.JOIN
                                        + " where e.tenant = ? and e.incident = ? and e.sequence in (0, ?)"
                                        + " order by e.sequence, p.place",
                                EventRows::line,
                                tenant,
                                incident.value(),
                                sequence))
                .stream()
                .findFirst();
    }

    private static List<StoredEvent> events(IncidentId incident, List<EventRows.Line> lines) {
        List<StoredEvent> events = new ArrayList<>();
        for (EventRows.Entry entry : EventRows.entries(lines)) {
            if (entry.event().sequence() == 0) {
                throw new ArchivedException(incident, new String(entry.event().body(), StandardCharsets.UTF_8));
            }
            events.add(entry.event());
        }
        return events;
    }

    Optional<CommandReceipt> receipt(Connection connection, String key, Instant at) throws SQLException {
        return Sql.first(
                connection,
                "select fingerprint, incident, version, events, accepted_at, expires_at from ik_command"
                        + " where tenant = ? and key_hash = ? and expires_at > ?" + current,
                row -> new CommandReceipt(
                        key,
                        row.getString("fingerprint"),
                        new IncidentId(row.getString("incident")),
                        row.getLong("version"),
                        row.getInt("events"),
                        Instant.ofEpochMilli(row.getLong("accepted_at")),
                        Instant.ofEpochMilli(row.getLong("expires_at"))),
                tenant,
                Sql.sha256(key),
                at.toEpochMilli());
    }

    Optional<IncidentId> holder(Connection connection, String key) throws SQLException {
        return Sql.first(
                connection,
                "select incident from ik_reserved where tenant = ? and key_hash = ?" + current,
                row -> new IncidentId(row.getString(1)),
                tenant,
                Sql.sha256(key));
    }

    /** Whether exactly this append is in the database: by the hash of its first event, else by its receipt. */
    boolean wasWritten(Connection connection, Append append) throws SQLException {
        for (IncidentAppend incident : append.incidents()) {
            if (!incident.events().isEmpty()) {
                return holds(connection, incident.incident(), incident.events().get(0));
            }
        }
        CommandReceipt wanted = append.receipt();
        return wanted != null
                && receipt(connection, wanted.key(), wanted.acceptedAt())
                        .filter(wanted::equals)
                        .isPresent();
    }

    private boolean holds(Connection connection, IncidentId incident, StoredEvent event) throws SQLException {
        return Sql.first(
                        connection,
                        "select hash from ik_event where tenant = ? and incident = ? and sequence = ?",
                        row -> row.getBytes(1),
                        tenant,
                        incident.value(),
                        event.sequence())
                .filter(hash -> Arrays.equals(hash, event.hash()))
                .isPresent();
    }
}
