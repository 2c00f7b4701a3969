package dev.incidentkit.core.sla;

import dev.incidentkit.core.calendar.StepOracle;
import dev.incidentkit.core.sla.Happening.Act;
import dev.incidentkit.core.sla.OracleCycle.Label;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One clock, walked minute by minute. It keeps what every minute was to each cycle and counts minutes; what a convention
 * takes back or counts anew is labelled anew. It shares no code with the library's clocks and reads no event. Times are
 * milliseconds from the first minute that is walked; all happenings, hours and targets are whole minutes.
 */
final class ClockOracle {
    static final long NONE = OracleCycle.NONE;
    private static final long MINUTE = OracleTarget.MINUTE;

    final OracleTarget target;
    final List<OracleCycle> cycles = new ArrayList<>();
    final OracleSignals signals = new OracleSignals(this);
    boolean pending;

    /** Whether a relative point ever lay past the range, so that not all is known. */
    boolean beyond;

    World world = World.NEW;
    long now;

    private final List<Happening> story;
    private final ClockRules rules;
    private final Label[] past;
    private final boolean[] doneThen;
    private int next;
    private long reportedAt = NONE;
    private long detectedAt = NONE;
    private long ownedAt = NONE;
    private long satisfiedFirst = NONE;
    private long satisfiedLast = NONE;
    private long startHeldSince = NONE;
    private boolean resetHeld;

    ClockOracle(OracleTarget target, List<Happening> story, int minutes) {
        this.target = target;
        this.story = story;
        this.rules = target.rules();
        this.past = new Label[minutes];
        this.doneThen = new boolean[minutes];
    }

    /** Walks on to an instant; what happens at it is looked at. */
    ClockOracle walk(long until) {
        int begin = next == 0 ? story.get(0).minute() : (int) (now / MINUTE);
        for (int minute = begin; minute * MINUTE <= until && minute < past.length; minute++) {
            now = minute * MINUTE;
            while (next < story.size() && story.get(next).minute() == minute) {
                signals.fire();
                on(story.get(next));
                next++;
                signals.fire();
            }
            if (now < until && next > 0) {
                pass(minute, Math.min(until, now + MINUTE));
            }
        }
        now = until;
        return this;
    }

    @Nullable
    OracleCycle last() {
        return cycles.isEmpty() ? null : cycles.get(cycles.size() - 1);
    }

    @Nullable
    OracleCycle live() {
        OracleCycle last = last();
        return last == null || last.ended != null ? null : last;
    }

    private void pass(int minute, long to) {
        doneThen[minute] = target.done(world);
        past[minute] = label(doneThen[minute]);
        OracleCycle live = live();
        if (live != null) {
            signals.pass(live, to);
            boolean breached = live.isBreached();
            live.label(minute, to, past[minute]);
            if (!breached && live.isBreached()) {
                signals.breached(live);
            }
        }
        now = to;
        signals.open();
    }

    /** What a minute is to a clock under what holds now. */
    private Label label(boolean done) {
        String pause = target.pauses(world) ? world.hold() == null ? "condition" : world.hold() : null;
        boolean counts = pause == null && (!done || rules.reopen() == ReopenRule.RESUME_INCLUDING_RESOLVED);
        return new Label(pause, pause == null && done, counts, world.group(), world.person());
    }

    boolean paused() {
        return target.pauses(world);
    }

    private void on(Happening happening) {
        world = world.after(happening);
        if (happening.act() == Act.REPORT) {
            reportedAt = now;
            detectedAt = happening.one() < 0 ? NONE : happening.one() * MINUTE;
        }
        ownedAt = ownedAt == NONE && world.group() != null ? now : ownedAt;
        boolean satisfied = target.satisfiedBy(happening);
        if (satisfied) {
            satisfiedFirst = satisfiedFirst == NONE ? now : satisfiedFirst;
            satisfiedLast = now;
        }
        startHeldSince = !target.starts(world) ? NONE : startHeldSince == NONE ? now : startHeldSince;
        boolean reset = target.resets(world) && !resetHeld;
        resetHeld = target.resets(world);
        long restored = happening.act() == Act.RESTORE && rules.end() == ResolutionEnd.RESTORED
                ? happening.one() * MINUTE
                : NONE;
        OracleCycle live = live();
        if (live != null) {
            decide(live, satisfied, reset, restored);
        } else {
            restoreEarlier(restored);
        }
        if (live() == null) {
            start(satisfied);
        }
        OracleCycle after = live();
        pending = after == null && target.attached(world) && !target.done(world) && !target.cancels(world);
        if (after != null && world.group() != null) {
            after.group = world.group();
        }
    }

    private void decide(OracleCycle live, boolean satisfied, boolean reset, long restored) {
        if (target.cancels(world) || (!target.attached(world) && rules.detach() == DetachRule.CANCEL)) {
            cancel(live);
        } else if (target.done(world)) {
            stop(live, restored);
        } else if (satisfied) {
            end(live, now, false);
        } else if (reset) {
            end(live, now, false);
            begin(now);
        } else if (rules.transfer() == TransferRule.RESTART
                && world.group() != null
                && live.group != null
                && !world.group().equals(live.group)) {
            cancel(live);
            begin(now);
        } else {
            retarget(live);
        }
    }

    private void cancel(OracleCycle live) {
        end(live, now, false);
        live.ended = ClockState.CANCELLED;
    }

    private void end(OracleCycle live, long at, boolean byCondition) {
        live.ended = live.isBreached() ? ClockState.MISSED : ClockState.MET;
        live.end = at;
        live.stopped = byCondition;
    }

    private void stop(OracleCycle live, long restored) {
        long at = restored == NONE ? now : Math.max(live.start, Math.min(restored, now));
        if (at < now) {
            live.cut(at);
            if (live.isBreached() && live.breachedAt > at) {
                live.breachedAt = NONE;
                live.dueAtBreach = NONE;
            }
        }
        end(live, at, true);
    }

    /** A later word on the restoration: what was done is undone, and it ends anew. */
    private void restoreEarlier(long restored) {
        OracleCycle cycle = last();
        if (cycle == null || !cycle.stopped || restored == NONE) {
            return;
        }
        cycle.ended = null;
        cycle.missFired = false;
        for (int i = (int) (cycle.end / MINUTE); i * MINUTE < now; i++) {
            Label then = past[i];
            Label undone = then == null
                    ? Label.UNKNOWN
                    : new Label(then.pause(), false, then.pause() == null, then.group(), then.person());
            cycle.label(i, (i + 1) * MINUTE, undone);
        }
        stop(cycle, restored);
    }

    private void retarget(OracleCycle live) {
        Goal goal = target.goal(world);
        if (goal == null || goal.equals(live.goal)) {
            live.minutes = target.minutes(live.goal, world);
            live.rank = world.rank();
            return;
        }
        apply(live, goal);
    }

    private void apply(OracleCycle live, Goal goal) {
        boolean up = world.rank() >= 0 && (live.rank < 0 || world.rank() < live.rank);
        RetargetRule rule = up ? rules.upgrade() : rules.downgrade();
        if (rule == RetargetRule.RESTART) {
            cancel(live);
            begin(now);
            return;
        }
        live.goal = goal;
        live.rank = world.rank();
        live.minutes = target.minutes(goal, world);
        if (rule == RetargetRule.FROM_START_IGNORING_PAUSES) {
            live.relabel();
        }
        OracleTarget.Measured measured = target.measure(goal, live.minutes, live.start, world);
        live.measured = measured == null ? live.measured : measured;
        beyond |= live.measured.point() == OracleCycle.BEYOND;
        boolean exceeded = live.isPoint() ? live.due(now) < now : live.elapsed > live.measured.amount();
        if (exceeded && !live.isBreached()) {
            live.breachedAt = now;
            live.dueAtBreach = now;
        } else if (!exceeded && live.isBreached() && rules.earlierBreach() == EarlierBreach.JUDGED_BY_NEW) {
            live.breachedAt = NONE;
            live.dueAtBreach = NONE;
        }
    }

    private void start(boolean satisfied) {
        if (!target.attached(world) || !target.starts(world) || target.cancels(world) || target.done(world)) {
            return;
        }
        OracleCycle before = last();
        if (before == null || before.ended == ClockState.CANCELLED) {
            beginWithPast(basis());
        } else if (rules.recurrence() == Recurrence.PER_SPELL) {
            if (startHeldSince >= before.end) {
                beginWithPast(startHeldSince);
            }
        } else if (before.stopped) {
            reopen(before);
        } else if (rules.recurrence() == Recurrence.PER_SATISFACTION && satisfied) {
            begin(now);
        }
    }

    private long basis() {
        long basis = rules.recurrence() == Recurrence.PER_SPELL
                ? startHeldSince
                : switch (rules.start()) {
                    case REPORTED -> reportedAt;
                    case DETECTED -> detectedAt == NONE ? reportedAt : detectedAt;
                    case ASSIGNED -> ownedAt;
                    case ATTACHED -> now;
                };
        return rules.recurrence() == Recurrence.PER_SATISFACTION && basis != NONE
                ? Math.max(basis, satisfiedLast)
                : basis;
    }

    private void reopen(OracleCycle before) {
        if (rules.reopen() == ReopenRule.RESTART) {
            begin(now);
            return;
        }
        if (rules.reopen() == ReopenRule.FINAL_AT_FIRST_RESOLVE) {
            return;
        }
        boolean counts = rules.reopen() == ReopenRule.RESUME_INCLUDING_RESOLVED;
        boolean wasBreached = before.isBreached();
        before.ended = null;
        before.stopped = false;
        before.missFired = false;
        Label resolved = new Label(null, true, counts, null, null);
        for (int i = (int) (before.end / MINUTE); i * MINUTE < now; i++) {
            before.label(i, (i + 1) * MINUTE, resolved);
        }
        if (!wasBreached && before.isBreached()) {
            before.breachedAt = now;
            before.dueAtBreach = now;
        }
        Goal goal = target.goal(world);
        if (goal != null && !goal.equals(before.goal)) {
            apply(before, goal);
        }
    }

    private @Nullable OracleCycle begin(long start) {
        Goal goal = target.goal(world);
        if (goal == null || start == NONE) {
            return null;
        }
        StepOracle minutes = target.minutes(goal, world);
        OracleTarget.Measured measured = target.measure(goal, minutes, start, world);
        if (measured == null) {
            return null;
        }
        OracleCycle cycle = new OracleCycle(cycles.size() + 1, start, now, goal, minutes);
        cycle.rank = world.rank();
        cycle.measured = measured;
        beyond |= measured.point() == OracleCycle.BEYOND;
        cycles.add(cycle);
        if (cycle.isPoint() && measured.point() < start) {
            cycle.breachedAt = start;
            cycle.dueAtBreach = measured.point();
        }
        for (int i = (int) (start / MINUTE); i * MINUTE < now; i++) {
            cycle.label(i, (i + 1) * MINUTE, past(i));
        }
        cycle.elapsedBefore = cycle.elapsed;
        cycle.overrunBefore = cycle.overrun();
        return cycle;
    }

    /** The time while the incident was done does not count for a clock that had not begun. */
    private Label past(int minute) {
        Label then = past[minute];
        if (then == null) {
            return Label.UNKNOWN;
        }
        boolean counts = then.pause() == null && !doneThen[minute];
        return new Label(then.pause(), then.resolved(), counts, then.group(), then.person());
    }

    private void beginWithPast(long start) {
        OracleCycle cycle = begin(start);
        if (cycle != null && rules.recurrence() == Recurrence.ONCE && satisfiedFirst != NONE) {
            long at = Math.max(start, satisfiedFirst);
            cycle.cut(at);
            if (cycle.isBreached() && cycle.breachedAt > at) {
                cycle.breachedAt = NONE;
                cycle.dueAtBreach = NONE;
            }
            end(cycle, at, false);
        }
    }
}
