package dev.incidentkit.core.sla;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.calendar.OpenSegment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Explains folded cycles. */
final class Explanations {
    private final Cycle cycle;
    private final ClockFold fold;
    private final List<SlaInterval> intervals = new ArrayList<>();
    private BusinessCalendar calendar;

    private Explanations(ClockFold fold, Cycle cycle) {
        this.fold = fold;
        this.cycle = cycle;
        this.calendar = cycle.calendar;
    }

    static List<SlaInterval> of(ClockFold fold, Cycle cycle) {
        Explanations explanations = new Explanations(fold, cycle);
        for (int i = 0; i < cycle.stretches.size(); i++) {
            explanations.explain(cycle.stretches.get(i), explanations.endedBy(i));
        }
        return explanations.intervals;
    }

    private String endedBy(int index) {
        if (index + 1 == cycle.stretches.size()) {
            return cycle.isLive() ? "now" : cycle.endedBy;
        }
        Stretch present = cycle.stretches.get(index);
        Stretch next = cycle.stretches.get(index + 1);
        String retarget = cycle.retargets.get(present.to());
        boolean other = present.kind() != next.kind() || !present.situation().equals(next.situation());
        if (retarget == null) {
            return turn(present, next);
        }
        return other ? turn(present, next) + "; " + retarget : retarget;
    }

    private String turn(Stretch present, Stretch next) {
        ClockConditions conditions = fold.compiled.conditions();
        if (next.kind() == IntervalKind.PAUSED && present.kind() != IntervalKind.PAUSED) {
            return "paused by: " + conditions.pause();
        }
        if (present.kind() == IntervalKind.PAUSED && next.kind() != IntervalKind.PAUSED) {
            return "no longer paused by: " + conditions.pause();
        }
        if (next.kind() == IntervalKind.RESOLVED) {
            return "stopped by: " + conditions.stop();
        }
        if (present.kind() == IntervalKind.RESOLVED) {
            return "reopened: " + fold.compiled.rules().reopen();
        }
        return present.calendar().equals(next.calendar()) ? "another owner" : "another calendar";
    }

    private void explain(Stretch stretch, String endedBy) {
        String reason = stretch.situation().pause() == null
                ? ""
                : String.valueOf(stretch.situation().pause());
        calendar = stretch.calendar();
        if (stretch.kind() != IntervalKind.WORKING) {
            add(stretch.from(), stretch.to(), stretch.kind(), reason, endedBy);
            return;
        }
        long at = stretch.from();
        for (OpenSegment open :
                calendar.openSegments(Instant.ofEpochMilli(stretch.from()), Instant.ofEpochMilli(stretch.to()))) {
            long from = open.start().toEpochMilli();
            long to = open.end().toEpochMilli();
            if (at < from) {
                add(at, from, IntervalKind.CLOSED_HOURS, "", "the calendar opens");
            }
            add(from, to, IntervalKind.WORKING, "", to == stretch.to() ? endedBy : "the calendar closes");
            at = to;
        }
        if (at < stretch.to()) {
            add(at, stretch.to(), IntervalKind.CLOSED_HOURS, "", endedBy);
        }
    }

    private void add(long from, long to, IntervalKind kind, String reason, String endedBy) {
        intervals.add(
                new SlaInterval(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to), kind, reason, endedBy, calendar));
    }
}
