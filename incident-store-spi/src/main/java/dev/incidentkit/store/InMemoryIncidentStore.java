package dev.incidentkit.store;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A store in memory, for tests, trials and small tools. It has every capability and is the reference for stores that
 * last. Safe for use by several threads; what it holds is gone when it is.
 */
public final class InMemoryIncidentStore implements IncidentStore {
    private final InMemoryTables tables;
    private final TenantId tenant;
    private final InstantSource clock;

    /** Creates an empty store for {@link TenantId#DEFAULT}, with the system's clock for leases and receipts. */
    public InMemoryIncidentStore() {
        this(InstantSource.system());
    }

    /**
     * Creates an empty store for {@link TenantId#DEFAULT}.
     *
     * @param clock by which leases and receipts run out
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
        return tables.locked(() -> {
            String target = rows().archived.get(incident);
            if (target != null) {
                throw new ArchivedException(incident, target);
            }
            return Optional.ofNullable(rows().records.get(incident)).map(events -> new StoredRecord(incident, events));
        });
    }

    @Override
    public AppendResult append(Append append) {
        return tables.locked(() -> new InMemoryAppends(rows(), clock.instant()).append(append));
    }

    @Override
    public Optional<CommandReceipt> receipt(String key) {
        return tables.locked(() -> Optional.ofNullable(rows().receipts.get(key))
                .filter(receipt -> receipt.expiresAt().isAfter(clock.instant())));
    }

    @Override
    public Optional<IncidentId> holder(String key) {
        return tables.locked(() -> Optional.ofNullable(rows().reserved.get(key)));
    }

    @Override
    public Optional<IncidentSummary> summary(IncidentId incident) {
        return tables.locked(() -> Optional.ofNullable(rows().summaries.get(incident)));
    }

    @Override
    public Page find(IncidentQuery query) {
        return tables.locked(
                () -> new InMemoryFinder(query).find(rows().summaries.values()));
    }

    @Override
    public List<ClaimedWakeUp> claimWakeUps(Instant dueBy, int limit, Duration lease) {
        return tables.locked(() -> {
            Instant now = clock.instant();
            List<ClaimedWakeUp> due = new ArrayList<>();
            tables.all()
                    .forEach((owner, rows) -> rows.summaries.forEach((incident, summary) -> {
                        Instant at = summary.nextWakeUp();
                        InMemoryTables.Claim claim = rows.claims.get(incident);
                        boolean free = claim == null || !claim.until().isAfter(now);
                        if (at != null && !at.isAfter(dueBy) && free) {
                            due.add(new ClaimedWakeUp(owner, incident, at, ""));
                        }
                    }));
            due.sort(Comparator.comparing(ClaimedWakeUp::dueAt)
                    .thenComparing(claim -> claim.incident().value()));
            return due.stream()
                    .limit(limit)
                    .map(claim -> claim(claim, now.plus(lease)))
                    .toList();
        });
    }

    private ClaimedWakeUp claim(ClaimedWakeUp due, Instant until) {
        String token = tables.nextToken();
        tables.of(due.tenant()).claims.put(due.incident(), new InMemoryTables.Claim(token, until));
        return new ClaimedWakeUp(due.tenant(), due.incident(), due.dueAt(), token);
    }

    @Override
    public boolean rearm(ClaimedWakeUp wakeUp, long version, Optional<Instant> next) {
        return tables.locked(() -> {
            InMemoryTables.Rows rows = tables.of(wakeUp.tenant());
            InMemoryTables.Claim claim = rows.claims.get(wakeUp.incident());
            IncidentSummary summary = rows.summaries.get(wakeUp.incident());
            if (claim == null
                    || !claim.token().equals(wakeUp.token())
                    || summary == null
                    || summary.version() != version) {
                return false;
            }
            rows.claims.remove(wakeUp.incident());
            rows.summaries.put(
                    wakeUp.incident(),
                    new IncidentSummaryBuilder()
                            .from(summary)
                            .nextWakeUp(next.orElse(null))
                            .build());
            return true;
        });
    }

    @Override
    public Optional<Instant> earliestWakeUp() {
        return tables.locked(() -> tables.all().values().stream()
                .flatMap(rows -> rows.summaries.values().stream())
                .flatMap(summary -> Optional.ofNullable(summary.nextWakeUp()).stream())
                .min(Comparator.naturalOrder()));
    }

    @Override
    public List<ClaimedMessage> claimMessages(int limit, Duration lease) {
        return tables.locked(() -> {
            Instant now = clock.instant();
            List<Map.Entry<TenantId, InMemoryTables.Sending>> free = new ArrayList<>();
            tables.all()
                    .forEach((owner, rows) -> rows.outbox
                            .values()
                            .forEach(messages -> messages.values().stream()
                                    .filter(sending -> !sending.parked)
                                    .findFirst()
                                    .filter(sending -> !sending.notBefore.isAfter(now))
                                    .ifPresent(sending -> free.add(Map.entry(owner, sending)))));
            free.sort(Comparator.comparing(entry -> entry.getValue().message.createdAt()));
            return free.stream()
                    .limit(limit)
                    .map(entry -> claim(entry.getKey(), entry.getValue(), now.plus(lease)))
                    .toList();
        });
    }

    private ClaimedMessage claim(TenantId owner, InMemoryTables.Sending sending, Instant until) {
        sending.token = tables.nextToken();
        sending.notBefore = until;
        sending.attempts++;
        return new ClaimedMessage(owner, sending.message, sending.attempts, sending.token);
    }

    private Optional<InMemoryTables.Sending> held(ClaimedMessage claimed) {
        TreeMap<Long, InMemoryTables.Sending> messages =
                tables.of(claimed.tenant()).outbox.get(claimed.message().incident());
        return Optional.ofNullable(messages)
                .map(all -> all.get(claimed.message().sequence()))
                .filter(sending -> claimed.token().equals(sending.token));
    }

    @Override
    public void delivered(ClaimedMessage message) {
        tables.locked(() -> {
            held(message).ifPresent(sending -> {
                Map<IncidentId, TreeMap<Long, InMemoryTables.Sending>> outbox = tables.of(message.tenant()).outbox;
                TreeMap<Long, InMemoryTables.Sending> messages =
                        outbox.get(message.message().incident());
                if (messages != null) {
                    messages.remove(message.message().sequence());
                }
            });
            return message;
        });
    }

    @Override
    public void failed(ClaimedMessage message, Instant next) {
        tables.locked(() -> {
            held(message).ifPresent(sending -> {
                sending.token = null;
                sending.notBefore = next;
                sending.parked = next.equals(Instant.MAX);
            });
            return message;
        });
    }

    @Override
    public OutboxCounts outboxCounts() {
        return tables.locked(() -> {
            List<InMemoryTables.Sending> all = tables.all().values().stream()
                    .flatMap(rows -> rows.outbox.values().stream())
                    .flatMap(messages -> messages.values().stream())
                    .toList();
            long parked = all.stream().filter(sending -> sending.parked).count();
            return new OutboxCounts(all.size() - parked, parked);
        });
    }

    @Override
    public void keepDefinition(StoredDefinition definition) {
        tables.locked(() -> {
            StoredDefinition kept = rows().definitions.putIfAbsent(definition.hash(), definition);
            if (kept != null && !kept.equals(definition)) {
                throw new StoreException("Another definition is kept under the hash " + definition.hash());
            }
            return definition;
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
            int from = after.isEmpty() ? 0 : Integer.parseInt(after);
            List<FeedEvent> events = new ArrayList<>();
            for (int i = from; i < feed.size() && events.size() < limit; i++) {
                InMemoryTables.FeedRow row = feed.get(i);
                List<StoredEvent> record = rows().records.get(row.incident());
                if (record != null) {
                    events.add(new FeedEvent(Integer.toString(i + 1), row.incident(), record.get(row.index())));
                }
            }
            return events;
        });
    }

    @Override
    public List<IncidentId> incidents(@Nullable IncidentId after, int limit) {
        return tables.locked(() -> rows().summaries.keySet().stream()
                .filter(id -> after == null || id.value().compareTo(after.value()) > 0)
                .limit(limit)
                .toList());
    }

    @Override
    public boolean repair(IncidentSummary summary) {
        return tables.locked(() -> {
            List<StoredEvent> record = rows().records.get(summary.incident());
            if (record == null || record.size() != summary.version()) {
                return false;
            }
            rows().summaries.put(summary.incident(), summary);
            return true;
        });
    }

    @Override
    public void archive(IncidentId incident, long version, String target) {
        tables.locked(() -> {
            InMemoryTables.Rows rows = rows();
            List<StoredEvent> record = rows.records.getOrDefault(incident, List.of());
            if (record.size() != version) {
                throw new VersionConflictException(incident, version, record.size());
            }
            rows.records.remove(incident);
            rows.summaries.remove(incident);
            rows.claims.remove(incident);
            rows.archived.put(incident, target);
            return incident;
        });
    }

    /** Names the store and its tenant. */
    @Override
    public String toString() {
        return "InMemoryIncidentStore[" + tenant + "]";
    }
}
