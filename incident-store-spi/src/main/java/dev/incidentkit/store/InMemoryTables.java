package dev.incidentkit.store;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the views of all tenants share. Everything here is guarded by the one lock. */
final class InMemoryTables {
    private final ReentrantLock lock = new ReentrantLock();
    private final NavigableMap<TenantId, Rows> tenants = new TreeMap<>(Comparator.comparing(TenantId::value));
    private long claims;

    /** Whose wake-up was claimed last, so that the next claim begins behind. */
    @Nullable
    TenantId lastWoken;

    /** Whose message was claimed last, so that the next claim begins behind. */
    @Nullable
    TenantId lastSent;

    /** What became of a message that was not delivered. */
    enum State {
        WAITING,
        PARKED,
        PARKED_IN_THE_WAY
    }

    /** A message with what became of it. */
    static final class Sending {
        final OutboxMessage message;
        int attempts;
        Instant notBefore;
        State state = State.WAITING;

        @Nullable
        String token;

        Sending(OutboxMessage message) {
            this.message = message;
            this.notBefore = Instant.EPOCH;
        }
    }

    /** A claim of a wake-up. */
    record Claim(String token, Instant until) {}

    /**
     * When an incident is to wake up.
     *
     * @param from when it may be claimed: when it falls due, or later where it was put off
     * @param failures how often it was put off
     */
    record WakeUp(Instant from, IncidentId incident, Instant dueAt, int failures) {}

    /** The rows of one tenant. */
    static final class Rows {
        final Map<IncidentId, List<StoredEvent>> records = new HashMap<>();
        private final NavigableMap<IncidentId, IncidentSummary> summaries =
                new TreeMap<>(Comparator.comparing(IncidentId::value));

        private final Map<IncidentId, WakeUp> armed = new HashMap<>();

        /** What is to wake up, in the order in which it is claimed. */
        final SortedSet<WakeUp> wakeUps = new TreeSet<>(Comparator.comparing(WakeUp::from)
                .thenComparing(wakeUp -> wakeUp.incident().value()));

        final Map<IncidentId, Claim> claims = new HashMap<>();
        final Map<IncidentId, String> archived = new HashMap<>();
        final Map<String, CommandReceipt> receipts = new LinkedHashMap<>();
        final Map<String, IncidentId> reserved = new HashMap<>();
        final Map<IncidentId, TreeMap<Long, Sending>> outbox = new HashMap<>();
        final Map<String, StoredDefinition> definitions = new HashMap<>();
        final List<FeedRow> feed = new ArrayList<>();

        /** Keeps a receipt, and drops those that were kept first as far as their time is over. */
        void keep(CommandReceipt receipt) {
            Iterator<CommandReceipt> oldest = receipts.values().iterator();
            while (oldest.hasNext() && !oldest.next().expiresAt().isAfter(receipt.acceptedAt())) {
                oldest.remove();
            }
            receipts.put(receipt.key(), receipt);
        }

        NavigableMap<IncidentId, IncidentSummary> summaries() {
            return Collections.unmodifiableNavigableMap(summaries);
        }

        /** Takes the place of the summary before, in the order of wake-ups too. */
        void put(IncidentSummary summary) {
            IncidentId incident = summary.incident();
            summaries.put(incident, summary);
            unarm(incident);
            if (summary.nextWakeUp() != null) {
                arm(new WakeUp(summary.nextWakeUp(), incident, summary.nextWakeUp(), 0));
            }
        }

        private void arm(WakeUp wakeUp) {
            armed.put(wakeUp.incident(), wakeUp);
            wakeUps.add(wakeUp);
        }

        private @Nullable WakeUp unarm(IncidentId incident) {
            WakeUp before = armed.remove(incident);
            if (before != null) {
                wakeUps.remove(before);
            }
            return before;
        }

        /** Moves a wake-up behind those that are due by then. */
        void putOff(IncidentId incident, Instant until) {
            WakeUp failed = unarm(incident);
            if (failed != null) {
                Instant from = until.isBefore(failed.dueAt()) ? failed.dueAt() : until;
                arm(new WakeUp(from, incident, failed.dueAt(), failed.failures() + 1));
            }
        }

        /** Drops everything of an incident but its lines of the feed, which no longer lead anywhere. */
        void forget(IncidentId incident) {
            records.remove(incident);
            summaries.remove(incident);
            unarm(incident);
            claims.remove(incident);
            outbox.remove(incident);
            receipts.values().removeIf(receipt -> receipt.incident().equals(incident));
            reserved.values().removeIf(incident::equals);
        }
    }

    /**
     * A line of the feed: the event is read from the record, where redaction reaches it; or it tells of an archive, with
     * an index below zero.
     */
    record FeedRow(IncidentId incident, int index) {}

    /** Takes from several lists in turn, each from its beginning. */
    static <T> List<T> fairly(List<List<T>> lists, int limit) {
        List<T> taken = new ArrayList<>();
        for (int round = 0; taken.size() < limit; round++) {
            int before = taken.size();
            for (List<T> each : lists) {
                if (round < each.size() && taken.size() < limit) {
                    taken.add(each.get(round));
                }
            }
            if (taken.size() == before) {
                break;
            }
        }
        return taken;
    }

    <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    void run(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    Rows of(TenantId tenant) {
        return tenants.computeIfAbsent(tenant, key -> new Rows());
    }

    Map<TenantId, Rows> all() {
        return tenants;
    }

    /** The rows of every tenant, beginning behind the one that was served last. */
    Map<TenantId, Rows> inTurn(@Nullable TenantId last) {
        if (last == null) {
            return tenants;
        }
        Map<TenantId, Rows> ordered = new LinkedHashMap<>(tenants.tailMap(last, false));
        ordered.putAll(tenants.headMap(last, true));
        return ordered;
    }

    String nextToken() {
        return Long.toString(++claims);
    }
}
