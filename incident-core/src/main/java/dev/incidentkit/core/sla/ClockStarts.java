package dev.incidentkit.core.sla;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.calendar.CalendarExhaustedException;
import dev.incidentkit.core.calendar.DayUnit;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.Facts;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.RecordEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How cycles of a clock begin: whether, from which instant, and with what is known of the past. */
final class ClockStarts {
    private final ClockFold fold;

    ClockStarts(ClockFold fold) {
        this.fold = fold;
    }

    boolean isAttached(Facts facts) {
        return fold.compiled.target.goal(facts) != null
                && fold.compiled.conditions().attach().holds(facts);
    }

    /** Says what keeps it from applying. */
    String lacking(Facts facts) {
        if (fold.compiled.target.goal(facts) != null) {
            return fold.compiled.wording.notAttached();
        }
        String priority = facts.name(Fact.BuiltIn.PRIORITY);
        return priority == null ? "no priority, and no goal without one" : "no goal for priority " + priority;
    }

    void start(Step step) {
        Facts facts = step.facts();
        fold.idle = obstacle(facts);
        if (!fold.idle.isEmpty()) {
            return;
        }
        Cycle before = fold.lastCycle();
        Recurrence recurrence = fold.compiled.rules().recurrence();
        if (before == null || before.ended == ClockState.CANCELLED) {
            begin(step, before, basis(step), true);
        } else if (recurrence == Recurrence.PER_SPELL) {
            if (fold.startHeldSince >= before.endedAt && fold.startHeldSince != Cycle.NONE) {
                begin(step, before, fold.startHeldSince, true);
            }
        } else if (before.stopped) {
            reopened(before, step);
        } else if (recurrence == Recurrence.PER_SATISFACTION && fold.satisfied) {
            next(step, before);
        }
    }

    private String obstacle(Facts facts) {
        CompiledTarget.Wording wording = fold.compiled.wording;
        if (!isAttached(facts)) {
            return "does not apply: " + lacking(facts);
        }
        if (!fold.starting) {
            return wording.notStarting();
        }
        if (fold.compiled.conditions().cancel().holds(facts)) {
            return wording.cancelled();
        }
        return fold.situation.done() ? wording.done() : "";
    }

    private void reopened(Cycle before, Step step) {
        switch (fold.compiled.rules().reopen()) {
            case RESTART -> next(step, before);
            case FINAL_AT_FIRST_RESOLVE -> fold.idle = "is final since it was first resolved";
            case RESUME_EXCLUDING_RESOLVED, RESUME_INCLUDING_RESOLVED -> resume(before, step);
        }
    }

    private void resume(Cycle cycle, Step step) {
        long from = cycle.endedAt;
        boolean counts = fold.compiled.rules().reopen() == ReopenRule.RESUME_INCLUDING_RESOLVED;
        boolean wasBreached = cycle.isBreached();
        cycle.resume();
        cycle.accrue(from, step.at(), new Situation(null, true, null, null), counts);
        if (!wasBreached && cycle.isBreached()) {
            // Exceeded only by the time that counts since it was reopened: it is due, and breaches, now.
            cycle.breachedAt = step.at();
            cycle.dueAtBreach = step.at();
        }
        Goal goal = fold.compiled.target.goal(step.facts());
        if (goal != null && !goal.equals(cycle.goal)) {
            fold.apply(cycle, goal, step);
        }
    }

    /** The instant from which a clock counts that comes to apply now; {@link Cycle#NONE} while it is not known. */
    private long basis(Step step) {
        ClockRules rules = fold.compiled.rules();
        if (rules.recurrence() == Recurrence.PER_SPELL) {
            return fold.startHeldSince;
        }
        Origins origins = step.origins();
        long basis = switch (rules.start()) {
            case REPORTED -> origins.reportedAt;
            case DETECTED -> origins.detectedAt == Cycle.NONE ? origins.reportedAt : origins.detectedAt;
            case ASSIGNED -> origins.ownedAt;
            case ATTACHED -> step.at();
        };
        boolean updated = rules.recurrence() == Recurrence.PER_SATISFACTION && basis != Cycle.NONE;
        return updated ? Math.max(basis, fold.satisfiedLast) : basis;
    }

    /** Begins the next cycle from nothing. */
    void next(Step step, Cycle before) {
        begin(step, before, step.at(), false);
    }

    private void begin(Step step, @Nullable Cycle before, long start, boolean withPast) {
        Goal goal = fold.compiled.target.goal(step.facts());
        if (goal == null) {
            return;
        }
        if (start == Cycle.NONE) {
            fold.idle = "does not start: nobody was accountable yet";
            return;
        }
        int number = before == null ? 1 : before.number + 1;
        Cycle cycle = new Cycle(number, start, step.knownAt(), goal, fold.compiled.calendar(goal, step.facts()));
        cycle.rank = step.facts().rank(Fact.BuiltIn.PRIORITY);
        if (!measure(cycle, step.facts())) {
            fold.idle = "does not start: the incident has no instant for " + goal.limit();
            return;
        }
        RecordEvent.Adopted adopted = step.origins().adopted;
        boolean afresh = before == null || before.ended == ClockState.CANCELLED;
        if (withPast
                && afresh
                && adopted != null
                && start < adopted.meta().effectiveAt().toEpochMilli()) {
            credit(cycle, adopted, step.facts());
        }
        fold.cycles.add(cycle);
        replay(cycle, step);
        cycle.elapsedBefore = cycle.elapsed;
        cycle.overrunBefore = cycle.overrun();
        if (withPast) {
            answered(cycle);
        }
    }

    /**
     * Waiting before an adoption that is known only as sums: it is not counted. A clock that started later than the report,
     * or whose calendar was closed, cannot have waited longer than it had open.
     */
    private void credit(Cycle cycle, RecordEvent.Adopted adopted, Facts facts) {
        long open = cycle.calendar.betweenMillis(
                cycle.start, adopted.meta().effectiveAt().toEpochMilli());
        for (Map.Entry<HoldReason, Duration> total : AdoptedPast.sums(adopted)) {
            HoldReason reason = total.getKey();
            if (fold.compiled.conditions().pause().holds(PastFacts.waiting(facts, reason))) {
                long waited = Math.min(total.getValue().toMillis(), open);
                open -= waited;
                cycle.elapsed -= waited;
                cycle.paused += waited;
                cycle.pausedBefore.merge(reason.name(), waited, Long::sum);
            }
        }
    }

    /** Counts what passed between the start and now, by what held then. */
    private void replay(Cycle cycle, Step step) {
        if (cycle.point != Cycle.NONE && cycle.point < cycle.start) {
            cycle.breachedAt = cycle.start;
            cycle.dueAtBreach = cycle.point;
        }
        long first = fold.spans.isEmpty() ? step.at() : fold.spans.get(0).from();
        cycle.accrue(cycle.start, Math.min(first, step.at()), Situation.UNKNOWN, false);
        for (Span span : fold.spans) {
            cycle.accrue(Math.max(cycle.start, span.from()), span.to(), span.situation(), false);
        }
    }

    /** What was answered before the clock came to apply is answered. */
    private void answered(Cycle cycle) {
        Recurrence recurrence = fold.compiled.rules().recurrence();
        if (recurrence == Recurrence.ONCE && fold.satisfiedFirst != Cycle.NONE) {
            long at = Math.max(cycle.start, fold.satisfiedFirst);
            cycle.cut(at);
            cycle.stop(at, "satisfied before it came to apply", false);
        }
    }

    /** Finds how much working time the whole target has; false where the incident lacks the instant for it. */
    boolean measure(Cycle cycle, Facts facts) {
        Limit limit = cycle.goal.limit();
        if (limit instanceof Limit.Within within) {
            cycle.point = Cycle.NONE;
            cycle.amount = within.time().toMillis();
            return true;
        }
        Instant point;
        try {
            point = point(limit, Instant.ofEpochMilli(cycle.start), cycle.calendar, facts);
        } catch (CalendarExhaustedException e) {
            cycle.point = Cycle.NEVER;
            cycle.amount = Cycle.NEVER / 2_000;
            return true;
        }
        if (point == null) {
            return false;
        }
        long opening = cycle.calendar.nextOpeningMillis(point.toEpochMilli());
        cycle.point = isClosing(limit) || opening == BusinessCalendar.NEVER ? point.toEpochMilli() : opening;
        cycle.amount = cycle.point <= cycle.start ? 0 : cycle.calendar.betweenMillis(cycle.start, cycle.point);
        return true;
    }

    /** A point that is a closing by its own meaning stays there. */
    private static boolean isClosing(Limit limit) {
        return limit instanceof Limit.EndOfNextWorkingDay;
    }

    private static @Nullable Instant point(Limit limit, Instant start, BusinessCalendar calendar, Facts facts) {
        if (limit instanceof Limit.WorkingDays days) {
            return calendar.afterDays(start, days.days(), DayUnit.WORKING_DAY);
        }
        if (limit instanceof Limit.DueDate dueDate) {
            return instant(facts.name(Fact.attribute(dueDate.attribute())));
        }
        LocalDate next = calendar.nextWorkingDay(start.atZone(calendar.zone()).toLocalDate());
        if (limit instanceof Limit.NextWorkingDayAt at) {
            return calendar.instantOf(next.atTime(at.time()));
        }
        return calendar.endOfDay(next).orElse(start.plus(Duration.ofDays(1)));
    }

    private static @Nullable Instant instant(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
