package dev.incidentkit.store;

import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.store.InMemoryTables.Sending;
import dev.incidentkit.store.InMemoryTables.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Messages and what became of them. Called under the lock of the tables. */
final class InMemoryOutbox {
    private final InMemoryTables tables;
    private final InstantSource clock;

    InMemoryOutbox(InMemoryTables tables, InstantSource clock) {
        this.tables = tables;
        this.clock = clock;
    }

    List<ClaimedMessage> claim(int limit, Duration lease) {
        Instant now = clock.instant();
        List<List<Map.Entry<TenantId, Sending>>> free = new ArrayList<>();
        tables.inTurn(tables.lastSent)
                .forEach((owner, rows) -> free.add(rows.outbox.values().stream()
                        .flatMap(messages -> oldest(messages).stream())
                        .filter(sending -> !sending.notBefore.isAfter(now))
                        .sorted(Comparator.comparing((Sending sending) -> sending.message.createdAt())
                                .thenComparing(sending -> sending.message.id()))
                        .map(sending -> Map.entry(owner, sending))
                        .toList()));
        List<ClaimedMessage> claimed = InMemoryTables.fairly(free, limit).stream()
                .map(entry -> claim(entry.getKey(), entry.getValue(), now.plus(lease)))
                .toList();
        if (!claimed.isEmpty()) {
            tables.lastSent = claimed.get(claimed.size() - 1).tenant();
        }
        return claimed;
    }

    /** The oldest message that is neither delivered nor parked, unless a parked one before it makes it wait. */
    private static Optional<Sending> oldest(NavigableMap<Long, Sending> messages) {
        return messages.values().stream()
                .filter(sending -> sending.state != State.PARKED)
                .findFirst()
                .filter(sending -> sending.state == State.WAITING);
    }

    private ClaimedMessage claim(TenantId owner, Sending sending, Instant until) {
        sending.token = tables.nextToken();
        sending.notBefore = until;
        sending.attempts++;
        return new ClaimedMessage(owner, sending.message, sending.attempts, sending.token);
    }

    private Optional<Sending> held(ClaimedMessage claimed) {
        TreeMap<Long, Sending> messages =
                tables.of(claimed.tenant()).outbox.get(claimed.message().incident());
        return Optional.ofNullable(messages)
                .map(all -> all.get(claimed.message().sequence()))
                .filter(sending -> claimed.token().equals(sending.token));
    }

    void delivered(ClaimedMessage claimed) {
        held(claimed).ifPresent(sending -> remove(claimed.tenant(), sending));
    }

    private void remove(TenantId tenant, Sending sending) {
        tables.of(tenant).outbox.computeIfPresent(sending.message.incident(), (incident, messages) -> {
            messages.remove(sending.message.sequence());
            return messages.isEmpty() ? null : messages;
        });
    }

    void failed(ClaimedMessage claimed, Duration pause) {
        held(claimed).ifPresent(sending -> {
            sending.token = null;
            sending.notBefore = clock.instant().plus(pause);
        });
    }

    void park(ClaimedMessage claimed, ParkPolicy policy) {
        held(claimed).ifPresent(sending -> {
            sending.token = null;
            sending.state = policy == ParkPolicy.NEXT_WAITS ? State.PARKED_IN_THE_WAY : State.PARKED;
        });
    }

    private Stream<Sending> parkedOf(TenantId tenant) {
        return tables.of(tenant).outbox.values().stream()
                .flatMap(messages -> messages.values().stream())
                .filter(sending -> sending.state != State.WAITING);
    }

    List<OutboxMessage> parked(TenantId tenant, int limit) {
        return parkedOf(tenant)
                .map(sending -> sending.message)
                .sorted(Comparator.comparing(OutboxMessage::createdAt).thenComparing(OutboxMessage::id))
                .limit(limit)
                .toList();
    }

    boolean resume(TenantId tenant, String id) {
        Optional<Sending> parked = parkedOf(tenant)
                .filter(sending -> sending.message.id().equals(id))
                .findFirst();
        parked.ifPresent(sending -> {
            sending.state = State.WAITING;
            sending.attempts = 0;
            sending.notBefore = clock.instant();
        });
        return parked.isPresent();
    }

    boolean discard(TenantId tenant, String id) {
        Optional<Sending> parked = parkedOf(tenant)
                .filter(sending -> sending.message.id().equals(id))
                .findFirst();
        parked.ifPresent(sending -> remove(tenant, sending));
        return parked.isPresent();
    }

    OutboxCounts counts() {
        List<Sending> all = tables.all().values().stream()
                .flatMap(rows -> rows.outbox.values().stream())
                .flatMap(messages -> messages.values().stream())
                .toList();
        long parked =
                all.stream().filter(sending -> sending.state != State.WAITING).count();
        return new OutboxCounts(all.size() - parked, parked);
    }
}
