package dev.incidentkit.core.sla;

import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.Facts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fold of one clock: one target of one policy on one incident. After each event it looks at its conditions in the
 * order cancel, stop, reset, start, pause.
 */
final class ClockFold {
    final List<Cycle> cycles = new ArrayList<>();
    final List<Span> spans = new ArrayList<>();

    CompiledTarget compiled;
    Situation situation = Situation.UNKNOWN;
    long last = Cycle.NONE;

    /** Only watches, until its definition takes the incident over. */
    boolean dormant;

    /** Whether it applies, but has not started. */
    boolean pending;

    /** Why the last event did not start it. */
    String idle = "nothing has happened yet";

    private final ClockStarts starts = new ClockStarts(this);
    long satisfiedFirst = Cycle.NONE;
    long satisfiedLast = Cycle.NONE;
    long startHeldSince = Cycle.NONE;
    private boolean resetHeld;

    /** What the event that is looked at says to this clock. */
    boolean satisfied;

    private boolean reset;
    boolean starting;

    ClockFold(CompiledTarget compiled) {
        this.compiled = compiled;
    }

    @Nullable
    Cycle lastCycle() {
        return cycles.isEmpty() ? null : cycles.get(cycles.size() - 1);
    }

    @Nullable
    Cycle live() {
        Cycle cycle = lastCycle();
        return cycle != null && cycle.isLive() ? cycle : null;
    }

    /** Lets time pass under what holds. */
    void advance(long at) {
        if (last != Cycle.NONE && at > last) {
            spans.add(new Span(last, at, situation));
            Cycle cycle = live();
            if (cycle != null) {
                cycle.accrue(Math.max(last, cycle.start), at, situation, resolvedCounts());
            }
        }
        last = Math.max(last, at);
    }

    private boolean resolvedCounts() {
        return compiled.rules().reopen() == ReopenRule.RESUME_INCLUDING_RESOLVED;
    }

    void on(Step step) {
        advance(step.at());
        Facts facts = step.facts();
        ClockConditions conditions = compiled.conditions();
        Satisfier satisfier = compiled.target.satisfier();
        satisfied = satisfier != null && step.deed() != null && step.deed().satisfies(satisfier);
        if (satisfied) {
            satisfiedLast = step.at();
            satisfiedFirst = satisfiedFirst == Cycle.NONE ? step.at() : satisfiedFirst;
        }
        starting = conditions.start().holds(facts);
        startHeldSince = starting ? (startHeldSince == Cycle.NONE ? step.at() : startHeldSince) : Cycle.NONE;
        boolean resetting = conditions.reset().holds(facts);
        reset = resetting && !resetHeld;
        resetHeld = resetting;
        situation = situation(facts);
        if (!dormant) {
            act(step);
        }
    }

    private Situation situation(Facts facts) {
        String pause = null;
        if (compiled.conditions().pause().holds(facts)) {
            String reason = facts.name(Fact.BuiltIn.HOLD_REASON);
            pause = reason == null ? "condition" : reason;
        }
        return new Situation(
                pause, isDone(facts), facts.name(Fact.BuiltIn.OWNER_GROUP), facts.name(Fact.BuiltIn.OWNER_PERSON));
    }

    boolean isDone(Facts facts) {
        return compiled.conditions().stop().holds(facts)
                || (compiled.rules().end() == ResolutionEnd.RESTORED && facts.has(Fact.BuiltIn.RESTORED));
    }

    private void act(Step step) {
        Cycle cycle = live();
        if (cycle != null) {
            end(cycle, step);
        } else {
            restoreEarlier(step);
        }
        if (live() == null) {
            starts.start(step);
        }
        Cycle now = live();
        pending = now == null
                && starts.isAttached(step.facts())
                && !situation.done()
                && !compiled.conditions().cancel().holds(step.facts());
        if (now != null && situation.group() != null) {
            now.group = situation.group();
        }
    }

    private void end(Cycle cycle, Step step) {
        Facts facts = step.facts();
        ClockConditions conditions = compiled.conditions();
        boolean attached = starts.isAttached(facts);
        if (conditions.cancel().holds(facts)) {
            cycle.cancel(step.at(), "cancelled by: " + conditions.cancel());
        } else if (!attached && compiled.rules().detach() == DetachRule.CANCEL) {
            cycle.cancel(step.at(), "no longer applies: " + starts.lacking(facts));
        } else if (situation.done()) {
            stop(cycle, step);
        } else if (satisfied) {
            cycle.stop(step.at(), "satisfied by " + step.deed(), false);
        } else if (reset) {
            cycle.stop(step.at(), "reset by: " + conditions.reset(), false);
            starts.next(step, cycle);
        } else {
            retarget(cycle, step);
        }
    }

    private void stop(Cycle cycle, Step step) {
        boolean restored = compiled.rules().end() == ResolutionEnd.RESTORED && step.restoredAt() != Cycle.NONE;
        long at = restored ? Math.max(cycle.start, Math.min(step.restoredAt(), step.at())) : step.at();
        if (at < step.at()) {
            cycle.cut(at);
        }
        cycle.stop(at, restored ? "restored" : compiled.wording.stoppedBy(), true);
    }

    /** A later word on when the service worked again moves the end of a clock that ended so. */
    private void restoreEarlier(Step step) {
        Cycle cycle = lastCycle();
        if (cycle == null
                || !cycle.stopped
                || step.restoredAt() == Cycle.NONE
                || compiled.rules().end() != ResolutionEnd.RESTORED) {
            return;
        }
        long end = cycle.endedAt;
        cycle.resume();
        long first = spans.isEmpty() ? step.at() : spans.get(0).from();
        cycle.accrue(end, Math.min(first, step.at()), Situation.UNKNOWN, false);
        for (Span span : spans) {
            // While it was stopped it was done; what is counted again is what it would have been without that.
            Situation undone = new Situation(
                    span.situation().pause(),
                    false,
                    span.situation().group(),
                    span.situation().person());
            cycle.accrue(Math.max(end, span.from()), span.to(), undone, false);
        }
        stop(cycle, step);
    }

    private void retarget(Cycle cycle, Step step) {
        Goal goal = compiled.target.goal(step.facts());
        String group = situation.group();
        boolean transferred = group != null && cycle.group != null && !group.equals(cycle.group);
        if (transferred && compiled.rules().transfer() == TransferRule.RESTART) {
            cycle.cancel(step.at(), "transferred from " + cycle.group + " to " + group);
            starts.next(step, cycle);
            return;
        }
        if (goal == null || goal.equals(cycle.goal)) {
            cycle.calendar = compiled.calendar(cycle.goal, step.facts());
            cycle.rank = step.facts().rank(Fact.BuiltIn.PRIORITY);
            return;
        }
        apply(cycle, goal, step);
    }

    /**
     * The rule for a more or a less severe priority. Of the same priority it is another definition that asks for something
     * else, and what elapsed is kept.
     */
    private RetargetRule retargetRule(int before, int rank) {
        if (rank == before) {
            return RetargetRule.KEEP_ELAPSED;
        }
        boolean upgraded = rank >= 0 && (before < 0 || rank < before);
        return upgraded ? compiled.rules().upgrade() : compiled.rules().downgrade();
    }

    /** Gives a running clock another goal. */
    void apply(Cycle cycle, Goal goal, Step step) {
        RetargetRule rule = retargetRule(cycle.rank, step.facts().rank(Fact.BuiltIn.PRIORITY));
        if (rule == RetargetRule.RESTART) {
            cycle.cancel(step.at(), "re-targeted from " + cycle.goal + " to " + goal);
            starts.next(step, cycle);
            return;
        }
        String words = "re-targeted from " + cycle.goal.limit() + " to " + goal.limit() + " by " + rule;
        cycle.retargets.merge(step.at(), words, (one, other) -> one + "; " + other);
        cycle.goal = goal;
        cycle.rank = step.facts().rank(Fact.BuiltIn.PRIORITY);
        cycle.calendar = compiled.calendar(goal, step.facts());
        if (rule == RetargetRule.FROM_START_IGNORING_PAUSES) {
            cycle.ignorePauses();
        }
        starts.measure(cycle, step.facts());
        cycle.judge(step.at(), compiled.rules().earlierBreach());
    }

    /** Another definition takes over: a clock of the same name goes on by its rules. */
    void switchTo(CompiledTarget other) {
        compiled = other;
    }
}
