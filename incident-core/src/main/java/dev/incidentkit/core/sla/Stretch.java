package dev.incidentkit.core.sla;

import dev.incidentkit.core.calendar.BusinessCalendar;

/**
 * A stretch of a cycle, as it was counted.
 *
 * @param from milliseconds since the epoch
 * @param to milliseconds since the epoch
 * @param kind WORKING, PAUSED or RESOLVED
 * @param counts whether its working time counts
 * @param situation what held
 * @param calendar the calendar then in force
 */
record Stretch(long from, long to, IntervalKind kind, boolean counts, Situation situation, BusinessCalendar calendar) {
    long working() {
        return calendar.betweenMillis(from, to);
    }

    Stretch until(long end) {
        return new Stretch(from, end, kind, counts, situation, calendar);
    }

    boolean continues(Stretch before) {
        return before.to == from
                && before.kind == kind
                && before.counts == counts
                && before.situation.equals(situation)
                && before.calendar.equals(calendar);
    }
}
