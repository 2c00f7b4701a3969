package dev.incidentkit.core.sla;

import dev.incidentkit.core.calendar.BusinessCalendar;
import java.time.Duration;
import java.util.Objects;

/**
 * What a target asks of incidents of one priority.
 *
 * @param limit how long it gives
 * @param calendar whose open time counts
 */
public record Goal(Limit limit, BusinessCalendar calendar) {
    /** Checks that both are given. */
    public Goal {
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(calendar, "calendar");
    }

    /**
     * An amount of a calendar's open time.
     *
     * @param time at least a millisecond
     * @param calendar whose open time counts
     * @return the goal
     */
    public static Goal within(Duration time, BusinessCalendar calendar) {
        return new Goal(Limit.within(time), calendar);
    }

    /**
     * An amount of time round the clock.
     *
     * @param time at least a millisecond
     * @return the goal
     */
    public static Goal within(Duration time) {
        return within(time, BusinessCalendar.roundTheClock());
    }

    @Override
    public String toString() {
        return limit + " of " + calendar.name();
    }
}
