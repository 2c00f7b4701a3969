package dev.incidentkit.core.sla;

import dev.incidentkit.core.calendar.BusinessCalendar;
import java.time.Instant;

/**
 * A stretch of a clock's time, explained.
 *
 * @param from when it began
 * @param to when it ended
 * @param kind what it was to the clock
 * @param reason why, for example the reason to wait; empty where the kind says it all
 * @param endedBy what ended it
 * @param calendar the calendar that was in force
 */
public record SlaInterval(
        Instant from, Instant to, IntervalKind kind, String reason, String endedBy, BusinessCalendar calendar) {}
