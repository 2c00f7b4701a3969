package dev.incidentkit.core.sla;

import dev.incidentkit.core.incident.ClockId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Describes folded cycles as they stand. */
final class Standings {
    private Standings() {}

    static SlaStanding pending(ClockFold fold) {
        return new SlaStanding(
                id(fold, fold.cycles.size() + 1),
                fold.compiled.policy.kind(),
                ClockState.PENDING,
                false,
                null,
                null,
                null,
                null,
                null,
                Spent.NONE,
                Spent.NONE,
                Duration.ZERO,
                null,
                Map.of(),
                Map.of(),
                Map.of());
    }

    private static ClockId id(ClockFold fold, int cycle) {
        return new ClockId(fold.compiled.policy.name(), fold.compiled.target.name(), cycle);
    }

    static SlaStanding of(ClockFold fold, Cycle cycle, long at) {
        Sums sums = new Sums(cycle);
        long due = due(fold, cycle);
        ClockState state = cycle.ended;
        if (state == null) {
            state = fold.situation.pause() == null ? ClockState.RUNNING : ClockState.PAUSED;
        }
        Duration overrun = Duration.ofMillis(cycle.overrun());
        return new SlaStanding(
                id(fold, cycle.number),
                fold.compiled.policy.kind(),
                state,
                cycle.isBreached(),
                cycle.goal,
                Instant.ofEpochMilli(cycle.start),
                instant(cycle.endedAt),
                due == Cycle.NEVER ? null : instant(due),
                instant(cycle.breachedAt),
                new Spent(Duration.ofMillis(Math.max(0, cycle.elapsed)), sums.counted),
                remaining(cycle, due, at),
                overrun,
                cost(fold, cycle, overrun),
                sums.pauses,
                sums.byGroup,
                sums.byPerson);
    }

    private static @Nullable BigDecimal cost(ClockFold fold, Cycle cycle, Duration overrun) {
        Penalty penalty = fold.compiled.policy.penalty();
        return penalty == null || !cycle.isBreached() || cycle.ended == ClockState.CANCELLED
                ? null
                : penalty.cost(overrun);
    }

    private static long due(ClockFold fold, Cycle cycle) {
        if (cycle.isBreached()) {
            return cycle.dueAtBreach;
        }
        return cycle.isLive() ? cycle.due(fold.last) : cycle.due(cycle.endedAt);
    }

    private static Spent remaining(Cycle cycle, long due, long at) {
        if (!cycle.isLive()) {
            return Spent.NONE;
        }
        Duration wall =
                due == Cycle.NEVER ? Duration.ofMillis(Cycle.NEVER - Math.max(0, at)) : Duration.ofMillis(due - at);
        return new Spent(Duration.ofMillis(left(cycle, due, at)), wall);
    }

    /** The working time that is left; of a breached cycle less than nothing by its overrun, whatever the limit. */
    private static long left(Cycle cycle, long due, long at) {
        if (cycle.isBreached()) {
            return -cycle.overrun();
        }
        if (cycle.point == Cycle.NONE || due == Cycle.NEVER) {
            return cycle.amount - cycle.elapsed;
        }
        long from = Math.max(at, cycle.start);
        return from < due ? cycle.calendar.betweenMillis(from, due) : 0;
    }

    static @Nullable Instant instant(long millis) {
        return millis == Cycle.NONE ? null : Instant.ofEpochMilli(millis);
    }

    /** Sums of stretches. */
    private static final class Sums {
        final Map<String, Spent> pauses = new HashMap<>();
        final Map<String, Spent> byGroup = new HashMap<>();
        final Map<String, Spent> byPerson = new HashMap<>();
        Duration counted = Duration.ZERO;

        Sums(Cycle cycle) {
            cycle.pausedBefore.forEach((reason, millis) ->
                    pauses.merge(reason, new Spent(Duration.ofMillis(millis), Duration.ofMillis(millis)), Spent::plus));
            for (Stretch stretch : cycle.stretches) {
                Duration wall = Duration.ofMillis(stretch.to() - stretch.from());
                Spent spent = new Spent(Duration.ofMillis(stretch.working()), wall);
                String pause = stretch.situation().pause();
                if (stretch.counts()) {
                    counted = counted.plus(wall);
                    byGroup.merge(named(stretch.situation().group()), spent, Spent::plus);
                    byPerson.merge(named(stretch.situation().person()), spent, Spent::plus);
                } else if (pause != null) {
                    pauses.merge(pause, spent, Spent::plus);
                }
            }
        }

        private static String named(@Nullable String name) {
            return name == null ? "" : name;
        }
    }
}
