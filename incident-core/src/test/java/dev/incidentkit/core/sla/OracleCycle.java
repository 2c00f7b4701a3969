package dev.incidentkit.core.sla;

import dev.incidentkit.core.calendar.StepOracle;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One cycle of the oracle: a label on every minute, and sums over the labels. Milliseconds from the first minute. */
final class OracleCycle {
    static final long NONE = Long.MIN_VALUE;
    static final long BEYOND = Long.MAX_VALUE;
    private static final long MINUTE = OracleTarget.MINUTE;

    /**
     * What a minute was to the clock.
     *
     * @param pause why it paused
     * @param resolved whether the incident was resolved
     * @param counts whether it counts, if the calendar is open
     */
    record Label(
            @Nullable String pause,
            boolean resolved,
            boolean counts,
            @Nullable String group,
            @Nullable String person) {
        static final Label UNKNOWN = new Label(null, false, true, null, null);
    }

    final int number;
    final long start;
    final long known;
    final Label[] labels;
    final boolean[] open;
    Goal goal;
    StepOracle minutes;
    int rank;
    OracleTarget.Measured measured = new OracleTarget.Measured(0, NONE);
    long end;
    long elapsed;

    /** What had counted when it came to apply. */
    long elapsedBefore;

    /** What had overrun when it came to apply. */
    long overrunBefore;

    long pausedOpen;
    long breachedAt = NONE;
    long dueAtBreach = NONE;

    @Nullable
    String group;

    @Nullable
    ClockState ended;

    boolean stopped;

    final Set<String> fired = new HashSet<>();
    final Map<String, Long> notices = new TreeMap<>();
    boolean missFired;

    OracleCycle(int number, long start, long known, Goal goal, StepOracle minutes) {
        this.number = number;
        this.start = start;
        this.known = known;
        this.goal = goal;
        this.minutes = minutes;
        this.end = start;
        this.labels = new Label[minutes.steps];
        this.open = new boolean[minutes.steps];
    }

    boolean isBreached() {
        return breachedAt != NONE;
    }

    boolean isPoint() {
        return measured.point() != NONE;
    }

    /** Labels a minute, or the beginning of one; breaches where it runs past its due instant. */
    void label(int minute, long to, Label label) {
        labels[minute] = label;
        open[minute] = minutes.isOpen(minute);
        long at = minute * MINUTE;
        if (label.counts && !isBreached() && (isPoint() ? due(at) : elapsed < measured.amount() ? BEYOND : at) < to) {
            dueAtBreach = due(at);
            breachedAt = Math.max(dueAtBreach, at) + 1;
        }
        end = to;
        if (open[minute]) {
            elapsed += label.counts ? to - at : 0;
            pausedOpen += label.pause != null ? to - at : 0;
        }
    }

    /** Sums the labels anew, of those before an instant. */
    void cut(long at) {
        end = at;
        elapsed = 0;
        pausedOpen = 0;
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] != null && i * MINUTE >= at) {
                labels[i] = null;
            } else if (labels[i] != null && open[i]) {
                elapsed += labels[i].counts ? MINUTE : 0;
                pausedOpen += labels[i].pause != null ? MINUTE : 0;
            }
        }
    }

    /** Every minute so far by the present calendar, and pauses as work. */
    void relabel() {
        for (int i = 0; i < labels.length; i++) {
            Label label = labels[i];
            if (label != null) {
                labels[i] = new Label(null, label.resolved, label.counts || !label.resolved, label.group, label.person);
                open[i] = minutes.isOpen(i);
            }
        }
        cut(end);
    }

    /** The due instant if it goes on from an instant. */
    long due(long from) {
        if (measured.point() == BEYOND) {
            return BEYOND;
        }
        return isPoint() ? after(measured.point(), pausedOpen) : after(from, Math.max(0, measured.amount() - elapsed));
    }

    /** Counts open milliseconds off, minute by minute. */
    long after(long from, long amount) {
        if (amount == 0) {
            return from;
        }
        long left = amount;
        for (int i = (int) (from / MINUTE); i < minutes.steps; i++) {
            if (minutes.isOpen(i)) {
                long begin = Math.max(from, i * MINUTE);
                long has = (i + 1) * MINUTE - begin;
                if (has >= left) {
                    return begin + left;
                }
                left -= has;
            }
        }
        return BEYOND;
    }

    private interface Weight {
        long of(int minute, long wall);
    }

    private long sum(Weight weight) {
        long sum = 0;
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] != null) {
                sum += weight.of(i, Math.min(end, (i + 1) * MINUTE) - i * MINUTE);
            }
        }
        return sum;
    }

    long wall() {
        return sum((i, wall) -> label(i).counts ? wall : 0);
    }

    private Label label(int i) {
        return labels[i];
    }

    /** Working time since it fell due and was breached. */
    long overrun() {
        if (!isBreached()) {
            return 0;
        }
        long due = dueAtBreach;
        return sum((i, wall) -> label(i).counts && open[i] && i * MINUTE >= due ? wall : 0);
    }

    /** Working and wall time by group, by person and by reason to pause. */
    Map<String, Long> sums() {
        Map<String, Long> sums = new TreeMap<>();
        for (int i = 0; i < labels.length; i++) {
            Label label = labels[i];
            if (label != null) {
                long wall = Math.min(end, (i + 1) * MINUTE) - i * MINUTE;
                long working = open[i] ? wall : 0;
                if (label.counts) {
                    add(sums, "group " + named(label.group), wall, working);
                    add(sums, "person " + named(label.person), wall, working);
                } else if (label.pause != null) {
                    add(sums, "pause " + label.pause, wall, working);
                }
            }
        }
        return sums;
    }

    private static String named(@Nullable String name) {
        return name == null ? "" : name;
    }

    private static void add(Map<String, Long> sums, String key, long wall, long working) {
        if (wall > 0) {
            sums.merge(key + " wall", wall, Long::sum);
        }
        if (working > 0) {
            sums.merge(key + " working", working, Long::sum);
        }
    }
}
