package dev.incidentkit.store.jdbc;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.store.ArchivedException;
import dev.incidentkit.store.IncidentSummary;
import dev.incidentkit.store.LegalHoldException;
import dev.incidentkit.store.Maintenance;
import dev.incidentkit.store.StoredEvent;
import dev.incidentkit.store.VersionConflictException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Repairs what is derived, and moves incidents out. */
final class JdbcMaintenance implements Maintenance {
    private static final List<String> FORGOTTEN =
            List.of("ik_event", "ik_personal", "ik_message", "ik_term", "ik_command", "ik_reserved");

    private final Db db;
    private final String tenant;

    JdbcMaintenance(Db db, String tenant) {
        this.db = db;
        this.tenant = tenant;
    }

    private record Head(
            long version,
            String headHash,
            boolean legalHold,
            @Nullable String archivedTo) {}

    @Override
    public List<IncidentId> incidents(@Nullable IncidentId after, int limit) {
        return db.simple(
                "list incidents",
                connection -> Sql.list(
                        connection,
                        "select incident from ik_incident where tenant = ? and incident > ? and archived_to is null"
                                + " order by incident limit ?",
                        row -> new IncidentId(row.getString(1)),
                        tenant,
                        after == null ? "" : after.value(),
                        limit));
    }

    /** Events are counted, not believed: the version of the row may be what is wrong. */
    @Override
    public boolean repair(IncidentSummary summary) {
        return db.transaction("repair the summary of incident " + summary.incident(), connection -> {
            Optional<Head> head = locked(connection, summary.incident());
            if (head.map(Head::archivedTo).isPresent() || events(connection, summary) != summary.version()) {
                return false;
            }
            Script script = new Script(db.sql);
            Sql.update(
                    connection,
                    "delete from ik_term where tenant = ? and incident = ?",
                    tenant,
                    summary.incident().value());
            SummaryRows.Known row = new SummaryRows.Known(summary);
            if (head.isPresent()) {
                SummaryRows.renew(script, tenant, row);
            } else {
                SummaryRows.insert(script, tenant, List.of(row), db.sql.mark());
            }
            StepwiseRunner.steps(connection, script);
            return true;
        });
    }

    private long events(Connection connection, IncidentSummary summary) throws SQLException {
        return Sql.first(
                        connection,
                        "select count(*) from ik_event where tenant = ? and incident = ? and sequence > 0",
                        row -> row.getLong(1),
                        tenant,
                        summary.incident().value())
                .orElse(0L);
    }

    private Optional<Head> locked(Connection connection, IncidentId incident) throws SQLException {
        return Sql.first(
                connection,
                "select version, head_hash, legal_hold, archived_to from ik_incident where tenant = ? and incident = ?"
                        + " for update",
                row -> new Head(row.getLong(1), row.getString(2), row.getInt(3) != 0, row.getString(4)),
                tenant,
                incident.value());
    }

    /** The row stays with version and head hash, so that an anchor can still be compared, and with nothing personal. */
    @Override
    public void archive(IncidentId incident, long version, String target) {
        if (target.isBlank() || target.length() > 500) {
            throw new IllegalArgumentException("A target has 1 to 500 characters, but came '" + target + "'");
        }
        db.transaction("archive incident " + incident, connection -> {
            Head head = locked(connection, incident).orElse(null);
            check(incident, version, head);
            forget(connection, incident, target);
            tell(connection, incident, head, target);
            return incident;
        });
    }

    private void forget(Connection connection, IncidentId incident, String target) throws SQLException {
        for (String table : FORGOTTEN) {
            Sql.update(
                    connection,
                    "delete from " + table + " where tenant = ? and incident = ?",
                    tenant,
                    incident.value());
        }
        Sql.update(
                connection,
                "update ik_incident set archived_to = ?, number_text = null, title = null, owner_group = null,"
                        + " owner_person = null, wake_at = null, wake_from = null, wake_failures = 0, lease_token = null,"
                        + " extra = ?, terms_hash = 0,"
                        + " feed_mark = greatest(feed_mark, " + db.sql.mark()
                        + ") where tenant = ? and incident = ?",
                target,
                new byte[0],
                tenant,
                incident.value());
    }

    private static void check(IncidentId incident, long version, @Nullable Head head) {
        if (head != null && head.archivedTo() != null) {
            throw new ArchivedException(incident, head.archivedTo());
        }
        if (head == null || head.version() != version) {
            throw new VersionConflictException(incident, version, head == null ? 0 : head.version());
        }
        if (head.legalHold()) {
            throw new LegalHoldException(incident, "the archive");
        }
    }

    /** One entry of the feed in place of the events. */
    private void tell(Connection connection, IncidentId incident, @Nullable Head head, String target)
            throws SQLException {
        byte[] hash = head == null ? new byte[0] : HexFormat.of().parseHex(head.headHash());
        StoredEvent entry = new StoredEvent(
                0,
                "archived",
                0,
                target.getBytes(StandardCharsets.UTF_8),
                hash,
                Instant.EPOCH,
                Instant.EPOCH,
                List.of());
        Script script = new Script(db.sql);
        EventInserts.add(script, db.sql, tenant, List.of(new EventInserts.Entry(incident, entry)));
        StepwiseRunner.steps(connection, script);
    }
}
