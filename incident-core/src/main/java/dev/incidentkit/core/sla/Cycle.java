package dev.incidentkit.core.sla;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.calendar.CalendarExhaustedException;
import dev.incidentkit.core.incident.Withdrawal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One cycle of a clock while it is folded. All times are milliseconds since the epoch. */
final class Cycle {
    static final long NONE = Long.MIN_VALUE;
    static final long NEVER = Long.MAX_VALUE;

    final int number;
    final long start;
    final List<Stretch> stretches = new ArrayList<>();
    final Map<String, Long> pausedBefore = new HashMap<>();
    final Marks marks = new Marks();

    /** What each re-target did, in words, by its instant. */
    final Map<Long, String> retargets = new HashMap<>();

    /** From when it applied; what is older is known only since then. */
    final long attachedAt;

    Goal goal;
    int rank;
    BusinessCalendar calendar;

    /** Working time of the whole target. */
    long amount;

    /** The point that was fixed at the start, where the limit is one. */
    long point = NONE;

    long elapsed;

    /** What had counted when it came to apply. */
    long elapsedBefore;

    /** What had overrun when it came to apply. */
    long overrunBefore;

    long paused;
    long breachedAt = NONE;
    long dueAtBreach = NONE;

    @Nullable
    String group;

    @Nullable
    ClockState ended;

    long endedAt = NONE;
    String endedBy = "";

    /** Whether the condition to stop ended it, so that reopening may set it going again. */
    boolean stopped;

    Cycle(int number, long start, long attachedAt, Goal goal, BusinessCalendar calendar) {
        this.number = number;
        this.start = start;
        this.attachedAt = attachedAt;
        this.goal = goal;
        this.calendar = calendar;
    }

    boolean isLive() {
        return ended == null;
    }

    boolean isBreached() {
        return breachedAt != NONE;
    }

    /** Counts a stretch, and notes the breach if the due instant lies before its end. */
    void accrue(long from, long to, Situation situation, boolean resolvedCounts) {
        if (from >= to) {
            return;
        }
        if (situation.pause() != null) {
            paused += calendar.betweenMillis(from, to);
            add(new Stretch(from, to, IntervalKind.PAUSED, false, situation, calendar));
            return;
        }
        if (!situation.done() || resolvedCounts) {
            if (!isBreached()) {
                long due = due(from);
                if (to > due) {
                    breachedAt = Math.max(due, from) + 1;
                    dueAtBreach = due;
                }
            }
            elapsed += calendar.betweenMillis(from, to);
        }
        IntervalKind kind = situation.done() ? IntervalKind.RESOLVED : IntervalKind.WORKING;
        add(new Stretch(from, to, kind, !situation.done() || resolvedCounts, situation, calendar));
    }

    private void add(Stretch stretch) {
        int last = stretches.size() - 1;
        boolean cut = retargets.containsKey(stretch.from());
        if (last >= 0 && !cut && stretch.continues(stretches.get(last))) {
            stretches.set(last, stretches.get(last).until(stretch.to()));
        } else {
            stretches.add(stretch);
        }
    }

    /**
     * When it falls due if it counts from an instant on, or from its start where that is later; {@link #NEVER} where the
     * calendar has not so much time.
     */
    long due(long since) {
        if (point == NEVER) {
            return NEVER;
        }
        long from = Math.max(since, start);
        try {
            if (point != NONE) {
                return paused <= 0 ? point : calendar.afterMillis(point, paused);
            }
            long left = amount - elapsed;
            return left <= 0 ? from : calendar.afterMillis(from, left);
        } catch (CalendarExhaustedException e) {
            return NEVER;
        }
    }

    /**
     * When a threshold is reached if it counts from an instant on; the instant itself where it is passed. What lies past
     * the target counts from the breach, and is never reached before it.
     */
    long reached(Threshold threshold, long since) {
        if (point == NEVER || (threshold.side() > 0 && !isBreached())) {
            return NEVER;
        }
        long from = Math.max(since, start);
        long left = left(threshold);
        try {
            return left <= 0 ? from : calendar.afterMillis(from, left);
        } catch (CalendarExhaustedException e) {
            return NEVER;
        }
    }

    boolean isPassed(Threshold threshold) {
        return left(threshold) <= 0 && (threshold.side() <= 0 || isBreached());
    }

    private long left(Threshold threshold) {
        long after = threshold.reachedAfter(amount);
        return threshold.side() > 0 ? after - amount - overrun() : after - elapsed;
    }

    /** Whether a threshold had been passed when the clock came to apply. */
    boolean wasPassed(Threshold threshold) {
        long after = threshold.reachedAfter(amount);
        return threshold.side() > 0 ? after - amount <= overrunBefore : after <= elapsedBefore;
    }

    /** Judges it by the goal that it has now: what is exceeded is due, and breaches, at once. */
    void judge(long at, EarlierBreach rule) {
        boolean exceeded = point == NONE ? elapsed > amount : due(at) < at;
        if (isBreached() && rule == EarlierBreach.JUDGED_BY_NEW && !exceeded) {
            breachedAt = NONE;
            dueAtBreach = NONE;
            marks.turnedBy(Withdrawal.TARGET_CHANGED);
        } else if (!isBreached() && exceeded) {
            breachedAt = at;
            dueAtBreach = at;
        }
    }

    /** Counts everything so far by the present calendar, and pauses as work. */
    void ignorePauses() {
        List<Stretch> before = List.copyOf(stretches);
        stretches.clear();
        elapsed = 0;
        paused = 0;
        pausedBefore.clear();
        for (Stretch stretch : before) {
            boolean resolved = stretch.kind() == IntervalKind.RESOLVED;
            boolean counts = !resolved || stretch.counts();
            Situation situation = new Situation(
                    null,
                    resolved,
                    stretch.situation().group(),
                    stretch.situation().person());
            add(new Stretch(
                    stretch.from(),
                    stretch.to(),
                    resolved ? IntervalKind.RESOLVED : IntervalKind.WORKING,
                    counts,
                    situation,
                    calendar));
            elapsed += counts ? calendar.betweenMillis(stretch.from(), stretch.to()) : 0;
        }
    }

    /** Takes back what was counted after an instant, and a breach that lies after it. */
    void cut(long end) {
        List<Stretch> before = List.copyOf(stretches);
        stretches.clear();
        for (Stretch stretch : before) {
            long to = Math.min(stretch.to(), end);
            long kept = Math.max(stretch.from(), to);
            long tooMuch = stretch.calendar().betweenMillis(kept, stretch.to());
            if (stretch.counts()) {
                elapsed -= tooMuch;
            } else if (stretch.kind() == IntervalKind.PAUSED) {
                paused -= tooMuch;
            }
            if (stretch.from() < to) {
                stretches.add(stretch.until(to));
            }
        }
        if (isBreached() && breachedAt > end) {
            breachedAt = NONE;
            dueAtBreach = NONE;
            marks.turnedBy(Withdrawal.RESTORED_IN_TIME);
        }
    }

    /** Ends it; what ended before it was to start ends at its start. */
    void stop(long at, String by, boolean byCondition) {
        ended = isBreached() ? ClockState.MISSED : ClockState.MET;
        endedAt = Math.max(start, at);
        endedBy = by;
        stopped = byCondition;
    }

    void cancel(long at, String by) {
        ended = ClockState.CANCELLED;
        endedAt = Math.max(start, at);
        endedBy = by;
        stopped = false;
    }

    void resume() {
        ended = null;
        endedAt = NONE;
        endedBy = "";
        stopped = false;
        marks.missed = false;
    }

    /** Working time since it fell due and was breached, whatever target it was given later. */
    long overrun() {
        if (!isBreached()) {
            return 0;
        }
        long past = 0;
        for (Stretch stretch : stretches) {
            if (stretch.counts() && stretch.to() > dueAtBreach) {
                past += stretch.calendar().betweenMillis(Math.max(stretch.from(), dueAtBreach), stretch.to());
            }
        }
        return past;
    }
}
