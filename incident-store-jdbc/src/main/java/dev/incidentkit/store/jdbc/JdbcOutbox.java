package dev.incidentkit.store.jdbc;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.store.ClaimedMessage;
import dev.incidentkit.store.Outbox;
import dev.incidentkit.store.OutboxCounts;
import dev.incidentkit.store.OutboxMessage;
import dev.incidentkit.store.ParkPolicy;
import dev.incidentkit.store.ParkedMessages;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Claims messages of all tenants, and keeps those of its own that were given up. */
final class JdbcOutbox implements Outbox, ParkedMessages {
    private static final int WAITING = 0;
    private static final int PARKED = 1;
    private static final int PARKED_IN_THE_WAY = 2;

    /** The oldest of its incident that was neither delivered nor parked aside. */
    private static final String OLDEST =
            " and not exists (select 1 from ik_message o where o.tenant = ik_message.tenant"
                    + " and o.incident = ik_message.incident and o.sequence < ik_message.sequence and o.state <> "
                    + PARKED
                    + ")";

    private final Db db;
    private final String tenant;

    JdbcOutbox(Db db, String tenant) {
        this.db = db;
        this.tenant = tenant;
    }

    private String due() {
        return "state = " + WAITING + " and not_before <= " + db.sql.clock();
    }

    @Override
    public List<ClaimedMessage> claimMessages(int limit, Duration lease) {
        return db.simple("claim messages", connection -> {
            List<String> tenants = Sql.list(
                    connection,
                    "select t.tenant from ik_tenant t where exists (select 1 from ik_message m where m.tenant = t.tenant"
                            + " and m." + due() + ") order by t.tenant",
                    row -> row.getString(1));
            return new Turns(db.lastSent)
                    .claim(connection, tenants, limit, (own, owner, share) -> claim(own, owner, share, lease));
        });
    }

    private List<ClaimedMessage> claim(Connection connection, String owner, int limit, Duration lease)
            throws SQLException {
        String token = UUID.randomUUID().toString();
        Dialect.Claim claim = new Dialect.Claim(
                "ik_message",
                List.of("tenant", "incident", "sequence"),
                List.of("tenant", "incident", "sequence", "id", "topic", "body", "created_at", "attempts"),
                "tenant = ? and " + due() + OLDEST + " order by created_at, id limit ?",
                List.of(owner, limit),
                "not_before = " + db.sql.clock() + " + ?, token = ?, attempts = attempts + 1",
                List.of(lease.toMillis(), token));
        List<ClaimedMessage> claimed = new ArrayList<>();
        for (Object[] row : db.dialect.claim(connection, claim)) {
            claimed.add(new ClaimedMessage(new TenantId((String) row[0]), message(row), attempts(row), token));
        }
        claimed.sort(
                Comparator.comparing((ClaimedMessage each) -> each.message().createdAt())
                        .thenComparing(each -> each.message().id()));
        return claimed;
    }

    /** PostgreSQL reads rows as they are after the update, the others as they were before it. */
    private int attempts(Object[] row) {
        int read = ((Number) row[7]).intValue();
        return db.dialect.name().equals("postgresql") ? read : read + 1;
    }

    private static OutboxMessage message(Object[] row) {
        return new OutboxMessage(
                (String) row[3],
                new IncidentId((String) row[1]),
                ((Number) row[2]).longValue(),
                (String) row[4],
                (byte[]) row[5],
                Instant.ofEpochMilli(((Number) row[6]).longValue()));
    }

    private int held(String what, String statement, ClaimedMessage claimed, Object... values) {
        return db.simple(what + " message " + claimed.message().id(), connection -> {
            List<Object> all = new ArrayList<>(List.of(values));
            all.add(claimed.tenant().value());
            all.add(claimed.message().incident().value());
            all.add(claimed.message().sequence());
            all.add(claimed.token());
            return Sql.update(
                    connection,
                    statement + " where tenant = ? and incident = ? and sequence = ? and token = ?",
                    all.toArray());
        });
    }

    @Override
    public void delivered(ClaimedMessage message) {
        held("take off", "delete from ik_message", message);
    }

    @Override
    public void failed(ClaimedMessage message, Duration pause) {
        held(
                "put back",
                "update ik_message set token = null, not_before = " + db.sql.clock() + " + ?",
                message,
                pause.toMillis());
    }

    @Override
    public void park(ClaimedMessage message, ParkPolicy policy) {
        held(
                "park",
                "update ik_message set token = null, state = ?",
                message,
                policy == ParkPolicy.NEXT_WAITS ? PARKED_IN_THE_WAY : PARKED);
    }

    @Override
    public List<OutboxMessage> parked(int limit) {
        return db.simple(
                "list parked messages",
                connection -> Sql.list(
                        connection,
                        "select tenant, incident, sequence, id, topic, body, created_at from ik_message where tenant = ?"
                                + " and state in (" + PARKED + ", " + PARKED_IN_THE_WAY
                                + ") order by created_at, id limit ?",
                        row -> message(StepwiseRunner.columns(row, 7)),
                        tenant,
                        limit));
    }

    @Override
    public boolean resume(String id) {
        return db.simple(
                "resume message " + id,
                connection -> Sql.update(
                                connection,
                                "update ik_message set state = " + WAITING + ", attempts = 0, not_before = 0"
                                        + " where tenant = ? and id = ? and state <> " + WAITING,
                                tenant,
                                id)
                        == 1);
    }

    @Override
    public boolean discard(String id) {
        return db.simple(
                "discard message " + id,
                connection -> Sql.update(
                                connection,
                                "delete from ik_message where tenant = ? and id = ? and state <> " + WAITING,
                                tenant,
                                id)
                        == 1);
    }

    @Override
    public OutboxCounts outboxCounts() {
        return db.simple(
                "count messages",
                connection -> Sql.first(
                                connection,
                                "select count(*), count(case when state <> " + WAITING + " then 1 end) from ik_message",
                                row -> new OutboxCounts(row.getLong(1) - row.getLong(2), row.getLong(2)))
                        .orElseThrow());
    }
}
