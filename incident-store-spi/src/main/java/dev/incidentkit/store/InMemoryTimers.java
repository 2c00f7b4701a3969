package dev.incidentkit.store;

import dev.incidentkit.core.incident.IncidentId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Claims of wake-ups, across tenants. Called under the lock of the tables. */
final class InMemoryTimers {
    private final InMemoryTables tables;
    private final InstantSource clock;

    InMemoryTimers(InMemoryTables tables, InstantSource clock) {
        this.tables = tables;
        this.clock = clock;
    }

    List<ClaimedWakeUp> claim(Instant dueBy, int limit, Duration lease) {
        Instant now = clock.instant();
        List<List<ClaimedWakeUp>> due = new ArrayList<>();
        tables.inTurn(tables.lastWoken).forEach((owner, rows) -> {
            due.add(rows.wakeUps.stream()
                    .takeWhile(wakeUp -> !wakeUp.from().isAfter(dueBy))
                    .filter(wakeUp -> isFree(rows, wakeUp.incident(), now))
                    .limit(limit)
                    .map(wakeUp -> new ClaimedWakeUp(owner, wakeUp.incident(), wakeUp.dueAt(), wakeUp.failures(), ""))
                    .toList());
        });
        List<ClaimedWakeUp> claimed = InMemoryTables.fairly(due, limit).stream()
                .map(claim -> claim(claim, now.plus(lease)))
                .toList();
        if (!claimed.isEmpty()) {
            tables.lastWoken = claimed.get(claimed.size() - 1).tenant();
        }
        return claimed;
    }

    private static boolean isFree(InMemoryTables.Rows rows, IncidentId incident, Instant now) {
        InMemoryTables.Claim claim = rows.claims.get(incident);
        return claim == null || !claim.until().isAfter(now);
    }

    private ClaimedWakeUp claim(ClaimedWakeUp due, Instant until) {
        String token = tables.nextToken();
        tables.of(due.tenant()).claims.put(due.incident(), new InMemoryTables.Claim(token, until));
        return new ClaimedWakeUp(due.tenant(), due.incident(), due.dueAt(), due.failures(), token);
    }

    boolean rearm(ClaimedWakeUp wakeUp, long version, Optional<Instant> next) {
        InMemoryTables.Rows rows = tables.of(wakeUp.tenant());
        IncidentSummary summary = rows.summaries().get(wakeUp.incident());
        if (!isHeld(rows, wakeUp) || summary == null || summary.version() != version) {
            return false;
        }
        rows.claims.remove(wakeUp.incident());
        IncidentSummary armed = new IncidentSummaryBuilder()
                .from(summary)
                .nextWakeUp(next.orElse(null))
                .build();
        rows.put(armed);
        return true;
    }

    private static boolean isHeld(InMemoryTables.Rows rows, ClaimedWakeUp wakeUp) {
        InMemoryTables.Claim claim = rows.claims.get(wakeUp.incident());
        return claim != null && claim.token().equals(wakeUp.token());
    }

    boolean putOff(ClaimedWakeUp wakeUp, Instant until) {
        InMemoryTables.Rows rows = tables.of(wakeUp.tenant());
        if (!isHeld(rows, wakeUp)) {
            return false;
        }
        rows.claims.remove(wakeUp.incident());
        rows.putOff(wakeUp.incident(), until.truncatedTo(ChronoUnit.MILLIS));
        return true;
    }

    long failed() {
        return tables.all().values().stream()
                .flatMap(rows -> rows.wakeUps.stream())
                .filter(wakeUp -> wakeUp.failures() > 0)
                .count();
    }

    Optional<Instant> earliest() {
        return tables.all().values().stream()
                .filter(rows -> !rows.wakeUps.isEmpty())
                .map(rows -> rows.wakeUps.first().from())
                .min(Comparator.naturalOrder());
    }
}
