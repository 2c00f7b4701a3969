package dev.incidentkit.core.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells standings of the library and of the oracle in the same words. */
final class OracleStandings {
    private OracleStandings() {}

    static String of(ClockOracle clock, OracleCycle cycle) {
        boolean live = cycle.ended == null;
        ClockState state = cycle.ended != null ? cycle.ended : clock.paused() ? ClockState.PAUSED : ClockState.RUNNING;
        long due = cycle.isBreached() ? cycle.dueAtBreach : cycle.due(cycle.ended == null ? clock.now : cycle.end);
        long working = cycle.isBreached()
                ? -cycle.overrun()
                : cycle.isPoint() ? open(cycle, clock.now, due) : cycle.measured.amount() - cycle.elapsed;
        boolean beyond = due == OracleCycle.BEYOND;
        return cycle.number + " " + state + (cycle.isBreached() ? " breached at " + cycle.breachedAt : "") + " asks "
                + cycle.goal + " from " + cycle.start + (live ? "" : " to " + cycle.end) + " due "
                + (beyond ? "beyond" : due) + " elapsed " + cycle.elapsed + " of " + cycle.wall() + " left "
                + (!live ? "0 0" : beyond ? "beyond" : working + " " + (due - clock.now)) + " overrun "
                + cycle.overrun() + " " + cycle.sums();
    }

    private static long open(OracleCycle cycle, long at, long due) {
        if (due == OracleCycle.BEYOND) {
            return due;
        }
        long sum = 0;
        for (int i = (int) (at / OracleTarget.MINUTE); i * OracleTarget.MINUTE < due; i++) {
            if (cycle.minutes.isOpen(i)) {
                sum += Math.min(due, (i + 1) * OracleTarget.MINUTE) - Math.max(at, i * OracleTarget.MINUTE);
            }
        }
        return sum;
    }

    static String of(SlaStanding standing, DrawnClocks drawn) {
        int number = standing.clock().cycle();
        if (standing.state() == ClockState.PENDING) {
            return number + " PENDING";
        }
        long due = millis(standing.dueAt(), drawn);
        boolean beyond = due > DrawnClocks.MINUTES * DrawnClocks.MINUTE;
        Map<String, Long> sums = new TreeMap<>();
        standing.pauses().forEach((reason, spent) -> put(sums, "pause " + reason, spent));
        groups(standing, sums);
        return number + " " + standing.state()
                + (standing.breached() ? " breached at " + millis(standing.breachedAt(), drawn) : "") + " asks "
                + standing.goal() + " from " + millis(standing.startedAt(), drawn)
                + (standing.endedAt() == null ? "" : " to " + millis(standing.endedAt(), drawn)) + " due "
                + (beyond ? "beyond" : due) + " elapsed "
                + standing.elapsed().working().toMillis() + " of "
                + standing.elapsed().wall().toMillis() + " left "
                + (standing.endedAt() != null ? "0 0" : beyond ? "beyond" : left(standing)) + " overrun "
                + standing.overrun().toMillis() + " " + sums;
    }

    private static String left(SlaStanding standing) {
        Spent remaining = standing.remaining();
        return remaining.working().toMillis() + " " + remaining.wall().toMillis();
    }

    private static void groups(SlaStanding standing, Map<String, Long> sums) {
        standing.byGroup().forEach((group, spent) -> put(sums, "group " + group, spent));
        standing.byPerson().forEach((person, spent) -> put(sums, "person " + person, spent));
    }

    private static void put(Map<String, Long> sums, String key, Spent spent) {
        add(sums, key + " wall", spent.wall());
        add(sums, key + " working", spent.working());
    }

    private static void add(Map<String, Long> sums, String key, Duration time) {
        if (!time.isZero()) {
            sums.merge(key, time.toMillis(), Long::sum);
        }
    }

    private static long millis(@Nullable Instant instant, DrawnClocks drawn) {
        return instant == null ? Long.MAX_VALUE : drawn.millis(instant);
    }
}
