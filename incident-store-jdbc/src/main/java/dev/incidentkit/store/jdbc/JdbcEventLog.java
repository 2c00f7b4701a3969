package dev.incidentkit.store.jdbc;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.store.Append;
import dev.incidentkit.store.AppendResult;
import dev.incidentkit.store.CommandReceipt;
import dev.incidentkit.store.EventLog;
import dev.incidentkit.store.StoredEvent;
import dev.incidentkit.store.StoredRecord;
import dev.incidentkit.store.UnknownOutcomeException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads and appends. */
final class JdbcEventLog implements EventLog {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcIncidentStore.class);
    private static final int ATTEMPTS = 20;

    private final Db db;
    private final String tenant;
    private final Records records;

    JdbcEventLog(Db db, String tenant) {
        this.db = db;
        this.tenant = tenant;
        this.records = new Records(tenant, "");
    }

    @Override
    public Optional<StoredRecord> load(IncidentId incident) {
        return db.simple("load incident " + incident, connection -> records.load(connection, incident));
    }

    @Override
    public Optional<StoredEvent> head(IncidentId incident) {
        return db.simple(
                "read the last event of incident " + incident, connection -> records.head(connection, incident));
    }

    @Override
    public Optional<StoredEvent> event(IncidentId incident, long sequence) {
        return db.simple(
                "read event " + sequence + " of incident " + incident,
                connection -> records.event(connection, incident, sequence));
    }

    @Override
    public Optional<CommandReceipt> receipt(String key, Instant at) {
        return db.simple("read the receipt of key '" + key + "'", connection -> records.receipt(connection, key, at));
    }

    @Override
    public Optional<IncidentId> holder(String key) {
        return db.simple("read the holder of key '" + key + "'", connection -> records.holder(connection, key));
    }

    @Override
    public AppendResult append(Append append) {
        return db.isJoined() ? joined(append) : own(append);
    }

    /** Within the host's transaction nothing is repeated: the host decides what a conflict means to it. */
    private AppendResult joined(Append append) {
        try {
            return db.once((connection, joined) -> {
                try {
                    db.dialect.run(connection, script(append, true), true);
                    return AppendResult.WRITTEN;
                } catch (SQLException e) {
                    return refused(connection, append, e, db.sql.current());
                }
            });
        } catch (SQLException e) {
            throw Db.failure("append within the host's transaction", e);
        }
    }

    /** A driver's message may quote the row, and with it personal data. */
    private static void tell(int attempt, SQLException e) {
        LOG.debug("Attempt {} of an append met state {}, code {}", attempt, e.getSQLState(), e.getErrorCode());
    }

    /** What went before an attempt. */
    private enum Before {
        NOTHING,
        OTHERS_IN_THE_WAY,
        A_BROKEN_CONNECTION
    }

    private AppendResult own(Append append) {
        Before before = Before.NOTHING;
        boolean unknown = false;
        for (int attempt = 1; ; attempt++) {
            try {
                if (unknown && wasWritten(append)) {
                    return AppendResult.WRITTEN;
                }
                unknown = false;
                return once(append, before);
            } catch (SQLException e) {
                unknown = unknown || Failures.isUnknownOutcome(e);
                before = unknown || before == Before.A_BROKEN_CONNECTION
                        ? Before.A_BROKEN_CONNECTION
                        : Before.OTHERS_IN_THE_WAY;
                boolean again = unknown || Failures.isRetryable(e) || Failures.isRefusal(e);
                if (!again || attempt >= ATTEMPTS) {
                    throw unknown ? unknown(e) : Db.failure("append", e);
                }
                tell(attempt, e);
                Db.pause(unknown ? attempt + 5 : attempt);
            }
        }
    }

    /**
     * Tries once. What is in the way may be this append itself: the server goes on with what a broken connection left to it,
     * also after it was asked.
     */
    private AppendResult once(Append append, Before before) throws SQLException {
        return db.once((connection, joined) -> {
            try {
                db.dialect.run(connection, script(append, before != Before.NOTHING), false);
                db.knownTenants.add(tenant);
                return AppendResult.WRITTEN;
            } catch (SQLException e) {
                boolean isOwn = before == Before.A_BROKEN_CONNECTION
                        && Failures.isRefusal(e)
                        && records.wasWritten(connection, append);
                // What was in the way may be gone by now: then it is tried again.
                return isOwn ? AppendResult.WRITTEN : refused(connection, append, e, "");
            }
        });
    }

    /**
     * Says what stands in the way. Where nothing does, the tenant's row may be what is missing: a dump from before its first
     * append was put back under this node. It is asked for again.
     *
     * @param current what makes a read see the present, behind each one
     */
    private AppendResult refused(Connection connection, Append append, SQLException refusal, String current)
            throws SQLException {
        if (!Failures.isRefusal(refusal)) {
            throw refusal;
        }
        AppendResult earlier =
                new Diagnosis(tenant, current).explain(connection, append).orElse(null);
        if (earlier == null) {
            db.knownTenants.remove(tenant);
            throw refusal;
        }
        return earlier;
    }

    /** A key that ran out is seldom there: it is cleared away only where something was in the way. */
    private Script script(Append append, boolean clearing) {
        return new AppendScript(db.sql, tenant, append)
                .ofTenant(db.knownTenants.contains(tenant))
                .build(clearing);
    }

    /** After a broken connection: by the hash of the first event, else by the key and what it answers. */
    private boolean wasWritten(Append append) throws SQLException {
        return db.once((connection, joined) -> records.wasWritten(connection, append));
    }

    private static UnknownOutcomeException unknown(SQLException e) {
        return new UnknownOutcomeException(
                "The connection broke during an append and stayed broken for " + ATTEMPTS
                        + " attempts to ask what became of it: " + e.getMessage(),
                e);
    }
}
