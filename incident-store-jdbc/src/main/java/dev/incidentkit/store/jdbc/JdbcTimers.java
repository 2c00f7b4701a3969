package dev.incidentkit.store.jdbc;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.store.ClaimedWakeUp;
import dev.incidentkit.store.FailedWakeUps;
import dev.incidentkit.store.TimerQueue;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Claims wake-ups of all tenants, which are columns of the incident's row. */
final class JdbcTimers implements TimerQueue, FailedWakeUps {
    private final Db db;

    JdbcTimers(Db db) {
        this.db = db;
    }

    @Override
    public List<ClaimedWakeUp> claimWakeUps(Instant dueBy, int limit, Duration lease) {
        return db.simple("claim wake-ups", connection -> {
            List<String> tenants = Sql.list(
                    connection,
                    "select t.tenant from ik_tenant t where exists (select 1 from ik_incident i where i.tenant = t.tenant"
                            + " and i.wake_from <= ? and i.lease_until <= " + db.sql.clock() + ") order by t.tenant",
                    row -> row.getString(1),
                    dueBy.toEpochMilli());
            return new Turns(db.lastWoken)
                    .claim(connection, tenants, limit, (own, tenant, share) -> claim(own, tenant, share, dueBy, lease));
        });
    }

    private List<ClaimedWakeUp> claim(Connection connection, String tenant, int limit, Instant dueBy, Duration lease)
            throws SQLException {
        String token = UUID.randomUUID().toString();
        Dialect.Claim claim = new Dialect.Claim(
                "ik_incident",
                List.of("tenant", "incident"),
                List.of("tenant", "incident", "wake_at", "wake_failures", "wake_from"),
                "tenant = ? and wake_from <= ? and lease_until <= " + db.sql.clock() + " order by wake_from limit ?",
                List.of(tenant, dueBy.toEpochMilli(), limit),
                "lease_until = " + db.sql.clock() + " + ?, lease_token = ?",
                List.of(lease.toMillis(), token));
        List<Object[]> rows = new ArrayList<>(db.dialect.claim(connection, claim));
        rows.sort(Comparator.comparing((Object[] row) -> ((Number) row[4]).longValue())
                .thenComparing(row -> (String) row[1]));
        return rows.stream().map(row -> claimed(row, token)).toList();
    }

    private static ClaimedWakeUp claimed(Object[] row, String token) {
        return new ClaimedWakeUp(
                new TenantId((String) row[0]),
                new IncidentId((String) row[1]),
                Instant.ofEpochMilli(((Number) row[2]).longValue()),
                ((Number) row[3]).intValue(),
                token);
    }

    @Override
    public boolean rearm(ClaimedWakeUp wakeUp, long version, Optional<Instant> next) {
        return db.simple(
                "arm the wake-up of incident " + wakeUp.incident() + " anew",
                connection -> Sql.update(
                                connection,
                                "update ik_incident set wake_at = ?, wake_from = ?, wake_failures = 0, lease_until = 0,"
                                        + " lease_token = null"
                                        + " where tenant = ? and incident = ? and lease_token = ? and version = ?",
                                Sql.millis(next.orElse(null)),
                                Sql.millis(next.orElse(null)),
                                wakeUp.tenant().value(),
                                wakeUp.incident().value(),
                                wakeUp.token(),
                                version)
                        == 1);
    }

    @Override
    public boolean putOff(ClaimedWakeUp wakeUp, Instant until) {
        return db.simple(
                "put off the wake-up of incident " + wakeUp.incident(),
                connection -> Sql.update(
                                connection,
                                "update ik_incident set wake_from = greatest(wake_at, ?), wake_failures = wake_failures + 1,"
                                        + " lease_until = 0, lease_token = null"
                                        + " where tenant = ? and incident = ? and lease_token = ?",
                                until.toEpochMilli(),
                                wakeUp.tenant().value(),
                                wakeUp.incident().value(),
                                wakeUp.token())
                        == 1);
    }

    @Override
    public long failedWakeUps() {
        return db.simple(
                "count failed wake-ups",
                connection -> Sql.first(
                                connection,
                                "select count(*) from ik_incident where wake_failures > 0",
                                row -> row.getLong(1))
                        .orElseThrow());
    }

    @Override
    public Optional<Instant> earliestWakeUp() {
        return db.simple(
                "read the earliest wake-up",
                connection -> Sql.first(
                                connection,
                                "select min(m.at_millis) as at_millis from (select (select min(i.wake_from) from ik_incident i"
                                        + " where i.tenant = t.tenant) as at_millis from ik_tenant t) m",
                                row -> Optional.ofNullable(Sql.instant(row, "at_millis")))
                        .flatMap(found -> found));
    }
}
