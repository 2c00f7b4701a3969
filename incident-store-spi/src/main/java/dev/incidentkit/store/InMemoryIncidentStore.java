package dev.incidentkit.store;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A store in memory, for tests, trials and small tools. It has every capability and is the reference for stores that
 * last. Safe for use by several threads; what it holds is gone when it is.
 */
public final class InMemoryIncidentStore implements IncidentStore {
    private final InMemoryTables tables;
    private final TenantId tenant;
    private final InstantSource clock;

    /** Creates an empty store for {@link TenantId#DEFAULT}, with the system's clock for leases. */
    public InMemoryIncidentStore() {
        this(InstantSource.system());
    }

    /**
     * Creates an empty store for {@link TenantId#DEFAULT}.
     *
     * @param clock by which leases run out
     */
    public InMemoryIncidentStore(InstantSource clock) {
        this(new InMemoryTables(), TenantId.DEFAULT, clock);
    }

    private InMemoryIncidentStore(InMemoryTables tables, TenantId tenant, InstantSource clock) {
        this.tables = tables;
        this.tenant = tenant;
        this.clock = clock;
    }

    @Override
    public TenantId tenant() {
        return tenant;
    }

    @Override
    public IncidentStore forTenant(TenantId other) {
        return new InMemoryIncidentStore(tables, other, clock);
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    private InMemoryTables.Rows rows() {
        return tables.of(tenant);
    }

    @Override
    public Optional<StoredRecord> load(IncidentId incident) {
        return ofRecord(incident, events -> new StoredRecord(incident, events));
    }

    @Override
    public Optional<StoredEvent> head(IncidentId incident) {
        return ofRecord(incident, events -> events.get(events.size() - 1));
    }

    @Override
    public Optional<StoredEvent> event(IncidentId incident, long sequence) {
        return ofRecord(
                incident, events -> sequence < 1 || sequence > events.size() ? null : events.get((int) sequence - 1));
    }

    /** Reads a record while nobody writes it. */
    private <T> Optional<T> ofRecord(IncidentId incident, Function<List<StoredEvent>, @Nullable T> reading) {
        return tables.locked(() -> {
            String target = rows().archived.get(incident);
            if (target != null) {
                throw new ArchivedException(incident, target);
            }
            return Optional.ofNullable(rows().records.get(incident)).map(reading);
        });
    }

    @Override
    public AppendResult append(Append append) {
        return tables.locked(() -> new InMemoryAppends(rows()).append(append));
    }

    @Override
    public Optional<CommandReceipt> receipt(String key, Instant at) {
        return tables.locked(() -> Optional.ofNullable(rows().receipts.get(key))
                .filter(receipt -> receipt.expiresAt().isAfter(at)));
    }

    @Override
    public Optional<IncidentId> holder(String key) {
        return tables.locked(() -> Optional.ofNullable(rows().reserved.get(key)));
    }

    @Override
    public Optional<IncidentSummary> summary(IncidentId incident) {
        return tables.locked(() -> Optional.ofNullable(rows().summaries().get(incident)));
    }

    @Override
    public Page find(IncidentQuery query) {
        return tables.locked(
                () -> new InMemoryFinder(query).find(rows().summaries().values()));
    }

    private InMemoryTimers timers() {
        return new InMemoryTimers(tables, clock);
    }

    @Override
    public List<ClaimedWakeUp> claimWakeUps(Instant dueBy, int limit, Duration lease) {
        return tables.locked(() -> timers().claim(dueBy, limit, lease));
    }

    @Override
    public boolean rearm(ClaimedWakeUp wakeUp, long version, Optional<Instant> next) {
        return tables.locked(() -> timers().rearm(wakeUp, version, next));
    }

    @Override
    public boolean putOff(ClaimedWakeUp wakeUp, Instant until) {
        return tables.locked(() -> timers().putOff(wakeUp, until));
    }

    @Override
    public long failedWakeUps() {
        return tables.locked(() -> timers().failed());
    }

    @Override
    public Optional<Instant> earliestWakeUp() {
        return tables.locked(() -> timers().earliest());
    }

    private InMemoryOutbox outbox() {
        return new InMemoryOutbox(tables, clock);
    }

    @Override
    public List<ClaimedMessage> claimMessages(int limit, Duration lease) {
        return tables.locked(() -> outbox().claim(limit, lease));
    }

    @Override
    public void delivered(ClaimedMessage message) {
        tables.run(() -> outbox().delivered(message));
    }

    @Override
    public void failed(ClaimedMessage message, Duration pause) {
        tables.run(() -> outbox().failed(message, pause));
    }

    @Override
    public void park(ClaimedMessage message, ParkPolicy policy) {
        tables.run(() -> outbox().park(message, policy));
    }

    @Override
    public List<OutboxMessage> parked(int limit) {
        return tables.locked(() -> outbox().parked(tenant, limit));
    }

    @Override
    public boolean resume(String id) {
        return tables.locked(() -> outbox().resume(tenant, id));
    }

    @Override
    public boolean discard(String id) {
        return tables.locked(() -> outbox().discard(tenant, id));
    }

    @Override
    public OutboxCounts outboxCounts() {
        return tables.locked(() -> outbox().counts());
    }

    @Override
    public void keepDefinition(StoredDefinition definition) {
        tables.run(() -> {
            StoredDefinition kept = rows().definitions.putIfAbsent(definition.hash(), definition);
            if (kept != null && !kept.equals(definition)) {
                throw new StoreException("Another definition is kept under the hash " + definition.hash());
            }
        });
    }

    @Override
    public Optional<StoredDefinition> definition(String hash) {
        return tables.locked(() -> Optional.ofNullable(rows().definitions.get(hash)));
    }

    @Override
    public List<FeedEvent> read(String after, int limit) {
        return tables.locked(() -> {
            List<InMemoryTables.FeedRow> feed = rows().feed;
            int from = position(after);
            List<FeedEvent> events = new ArrayList<>();
            for (int i = from; i < feed.size() && events.size() < limit; i++) {
                InMemoryTables.FeedRow row = feed.get(i);
                List<StoredEvent> record = rows().records.get(row.incident());
                String target = rows().archived.get(row.incident());
                String position = Integer.toString(i + 1);
                if (row.index() >= 0 && record != null) {
                    events.add(FeedEvent.of(position, row.incident(), record.get(row.index())));
                } else if (row.index() < 0 && target != null) {
                    events.add(FeedEvent.archived(position, row.incident(), target));
                }
            }
            return events;
        });
    }

    private static int position(String after) {
        try {
            return after.isEmpty() ? 0 : Integer.parseInt(after);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + after + "' is no position of the feed", e);
        }
    }

    @Override
    public List<IncidentId> incidents(@Nullable IncidentId after, int limit) {
        return tables.locked(() -> {
            NavigableSet<IncidentId> all = rows().summaries().navigableKeySet();
            return (after == null ? all : all.tailSet(after, false))
                    .stream().limit(limit).toList();
        });
    }

    @Override
    public boolean repair(IncidentSummary summary) {
        return tables.locked(() -> {
            List<StoredEvent> record = rows().records.get(summary.incident());
            if (record == null || record.size() != summary.version()) {
                return false;
            }
            rows().put(summary);
            rows().claims.remove(summary.incident());
            return true;
        });
    }

    @Override
    public void archive(IncidentId incident, long version, String target) {
        tables.run(() -> {
            InMemoryTables.Rows rows = rows();
            String earlier = rows.archived.get(incident);
            if (earlier != null) {
                throw new ArchivedException(incident, earlier);
            }
            List<StoredEvent> record = rows.records.getOrDefault(incident, List.of());
            if (record.size() != version) {
                throw new VersionConflictException(incident, version, record.size());
            }
            IncidentSummary summary = rows.summaries().get(incident);
            if (summary != null && summary.legalHold()) {
                throw new LegalHoldException(incident, "the archive");
            }
            rows.forget(incident);
            rows.archived.put(incident, target);
            rows.feed.add(new InMemoryTables.FeedRow(incident, -1));
        });
    }

    /** Names the store and its tenant. */
    @Override
    public String toString() {
        return "InMemoryIncidentStore[" + tenant + "]";
    }
}
