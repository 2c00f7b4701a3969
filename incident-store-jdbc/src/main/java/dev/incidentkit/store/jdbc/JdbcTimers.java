package dev.incidentkit.store.jdbc;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.store.ClaimedWakeUp;
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
final class JdbcTimers implements TimerQueue {
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
                            + " and i.wake_at <= ? and i.lease_until <= " + db.sql.clock() + ") order by t.tenant",
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
                List.of("tenant", "incident", "wake_at"),
                "tenant = ? and wake_at <= ? and lease_until <= " + db.sql.clock() + " order by wake_at limit ?",
                List.of(tenant, dueBy.toEpochMilli(), limit),
                "lease_until = " + db.sql.clock() + " + ?, lease_token = ?",
                List.of(lease.toMillis(), token));
        List<ClaimedWakeUp> claimed = new ArrayList<>();
        for (Object[] row : db.dialect.claim(connection, claim)) {
            claimed.add(new ClaimedWakeUp(
                    new TenantId((String) row[0]),
                    new IncidentId((String) row[1]),
                    Instant.ofEpochMilli(((Number) row[2]).longValue()),
                    token));
        }
        claimed.sort(Comparator.comparing(ClaimedWakeUp::dueAt)
                .thenComparing(wakeUp -> wakeUp.incident().value()));
        return claimed;
    }

    @Override
    public boolean rearm(ClaimedWakeUp wakeUp, long version, Optional<Instant> next) {
        return db.simple(
                "arm the wake-up of incident " + wakeUp.incident() + " anew",
                connection -> Sql.update(
                                connection,
                                "update ik_incident set wake_at = ?, lease_until = 0, lease_token = null"
                                        + " where tenant = ? and incident = ? and lease_token = ? and version = ?",
                                Sql.millis(next.orElse(null)),
                                wakeUp.tenant().value(),
                                wakeUp.incident().value(),
                                wakeUp.token(),
                                version)
                        == 1);
    }

    @Override
    public Optional<Instant> earliestWakeUp() {
        return db.simple(
                "read the earliest wake-up",
                connection -> Sql.first(
                                connection,
                                "select min(m.at_millis) as at_millis from (select (select min(i.wake_at) from ik_incident i"
                                        + " where i.tenant = t.tenant) as at_millis from ik_tenant t) m",
                                row -> Optional.ofNullable(Sql.instant(row, "at_millis")))
                        .flatMap(found -> found));
    }
}
