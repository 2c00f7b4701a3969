package dev.incidentkit.store.jdbc;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.store.Append;
import dev.incidentkit.store.AppendResult;
import dev.incidentkit.store.Capability;
import dev.incidentkit.store.ClaimedMessage;
import dev.incidentkit.store.ClaimedWakeUp;
import dev.incidentkit.store.CommandReceipt;
import dev.incidentkit.store.FeedEvent;
import dev.incidentkit.store.IncidentQuery;
import dev.incidentkit.store.IncidentStore;
import dev.incidentkit.store.IncidentSummary;
import dev.incidentkit.store.OutboxCounts;
import dev.incidentkit.store.OutboxMessage;
import dev.incidentkit.store.Page;
import dev.incidentkit.store.ParkPolicy;
import dev.incidentkit.store.StoreException;
import dev.incidentkit.store.StoredDefinition;
import dev.incidentkit.store.StoredEvent;
import dev.incidentkit.store.StoredRecord;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A store in a relational database, with every capability. The tables must be there: see {@link Schema}. It takes
 * connections from the host's {@link DataSource}, which should be a pool, and gives each back after one transaction.
 *
 * <p>Where the host has a transaction open and says so by a supplier of its connection, the store joins it: what is
 * appended is there when the host commits and gone when it rolls back, a conflict is reported, and the host's transaction
 * stays usable. Without one, an append is a transaction of its own, repeated where others were in the way; after a broken
 * connection the store finds out what became of it.
 *
 * <p>Safe for use by several threads and by any number of nodes. Leases and receipts run out by the database's clock.
 */
public final class JdbcIncidentStore implements IncidentStore {
    private final Db db;
    private final TenantId tenant;
    private final JdbcEventLog log;
    private final JdbcQueries queries;
    private final JdbcTimers timers;
    private final JdbcOutbox outbox;
    private final JdbcDefinitions definitions;
    private final JdbcFeed feed;
    private final JdbcMaintenance maintenance;

    JdbcIncidentStore(Db db, TenantId tenant) {
        this.db = db;
        this.tenant = tenant;
        this.log = new JdbcEventLog(db, tenant.value());
        this.queries = new JdbcQueries(db, tenant.value());
        this.timers = new JdbcTimers(db);
        this.outbox = new JdbcOutbox(db, tenant.value());
        this.definitions = new JdbcDefinitions(db, tenant.value());
        this.feed = new JdbcFeed(db, tenant.value());
        this.maintenance = new JdbcMaintenance(db, tenant.value());
    }

    /**
     * Opens a store for {@link TenantId#DEFAULT} whose appends are transactions of their own.
     *
     * @param source gives connections
     * @return the store
     * @throws StoreException if the database is unknown, the tables are missing, or their version is not this library's
     */
    public static JdbcIncidentStore open(DataSource source) {
        return open(source, () -> null);
    }

    /**
     * Opens a store for {@link TenantId#DEFAULT} that joins the host's transactions. With Spring the supplier gives
     * {@code DataSourceUtils.getConnection(source)} where {@code isActualTransactionActive()}, else null.
     *
     * @param source gives connections outside of the host's transactions
     * @param host gives the connection of the host's open transaction in the current thread, or null where there is none
     * @return the store
     * @throws StoreException if the database is unknown, the tables are missing, or their version is not this library's
     */
    public static JdbcIncidentStore open(DataSource source, Supplier<@Nullable Connection> host) {
        Schema.verify(source);
        Dialect dialect = Dialects.of(source);
        return new JdbcIncidentStore(new Db(source, dialect, dialect.sql(), host), TenantId.DEFAULT);
    }

    /** A store with a clock of the database that stands still, for tests. */
    static JdbcIncidentStore withClock(DataSource source, String clock) {
        Dialect dialect = Dialects.of(source);
        Db db = new Db(source, dialect, dialect.sql().withClock(clock), () -> null);
        return new JdbcIncidentStore(db, TenantId.DEFAULT);
    }

    @Override
    public TenantId tenant() {
        return tenant;
    }

    @Override
    public JdbcIncidentStore forTenant(TenantId other) {
        return new JdbcIncidentStore(db, other);
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    public Optional<StoredRecord> load(IncidentId incident) {
        return log.load(incident);
    }

    @Override
    public Optional<StoredEvent> head(IncidentId incident) {
        return log.head(incident);
    }

    @Override
    public Optional<StoredEvent> event(IncidentId incident, long sequence) {
        return log.event(incident, sequence);
    }

    @Override
    public AppendResult append(Append append) {
        return log.append(append);
    }

    @Override
    public Optional<CommandReceipt> receipt(String key, Instant at) {
        return log.receipt(key, at);
    }

    @Override
    public Optional<IncidentId> holder(String key) {
        return log.holder(key);
    }

    @Override
    public Optional<IncidentSummary> summary(IncidentId incident) {
        return queries.summary(incident);
    }

    @Override
    public Page find(IncidentQuery query) {
        return queries.find(query);
    }

    @Override
    public List<ClaimedWakeUp> claimWakeUps(Instant dueBy, int limit, Duration lease) {
        return timers.claimWakeUps(dueBy, limit, lease);
    }

    @Override
    public boolean rearm(ClaimedWakeUp wakeUp, long version, Optional<Instant> next) {
        return timers.rearm(wakeUp, version, next);
    }

    @Override
    public boolean putOff(ClaimedWakeUp wakeUp, Instant until) {
        return timers.putOff(wakeUp, until);
    }

    @Override
    public long failedWakeUps() {
        return timers.failedWakeUps();
    }

    @Override
    public Optional<Instant> earliestWakeUp() {
        return timers.earliestWakeUp();
    }

    @Override
    public List<ClaimedMessage> claimMessages(int limit, Duration lease) {
        return outbox.claimMessages(limit, lease);
    }

    @Override
    public void delivered(ClaimedMessage message) {
        outbox.delivered(message);
    }

    @Override
    public void failed(ClaimedMessage message, Duration pause) {
        outbox.failed(message, pause);
    }

    @Override
    public OutboxCounts outboxCounts() {
        return outbox.outboxCounts();
    }

    @Override
    public void park(ClaimedMessage message, ParkPolicy policy) {
        outbox.park(message, policy);
    }

    @Override
    public List<OutboxMessage> parked(int limit) {
        return outbox.parked(limit);
    }

    @Override
    public boolean resume(String id) {
        return outbox.resume(id);
    }

    @Override
    public boolean discard(String id) {
        return outbox.discard(id);
    }

    @Override
    public void keepDefinition(StoredDefinition definition) {
        definitions.keepDefinition(definition);
    }

    @Override
    public Optional<StoredDefinition> definition(String hash) {
        return definitions.definition(hash);
    }

    @Override
    public List<FeedEvent> read(String after, int limit) {
        return feed.read(after, limit);
    }

    @Override
    public List<IncidentId> incidents(@Nullable IncidentId after, int limit) {
        return maintenance.incidents(after, limit);
    }

    @Override
    public boolean repair(IncidentSummary summary) {
        return maintenance.repair(summary);
    }

    @Override
    public void archive(IncidentId incident, long version, String target) {
        maintenance.archive(incident, version, target);
    }

    /**
     * Deletes receipts of every tenant whose time is over by the database's clock. Where desks run by a clock that is
     * about right they no longer answer; this only gives their room back.
     *
     * @return how many were deleted
     */
    public int forgetExpiredKeys() {
        return db.simple(
                "forget expired keys",
                connection -> Sql.update(connection, "delete from ik_command where expires_at <= " + db.sql.clock()));
    }

    /** Names the store, its database and its tenant. */
    @Override
    public String toString() {
        return "JdbcIncidentStore[" + db.dialect.name() + ", " + tenant + "]";
    }
}
