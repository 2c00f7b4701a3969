package dev.incidentkit.core.process;

import dev.incidentkit.core.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;

/**
 * How long something may take. It counts on while an incident waits.
 *
 * @param time how much of the calendar's open time, at least a millisecond
 * @param calendar whose open time counts
 */
public record Allowance(Duration time, BusinessCalendar calendar) {
    /**
     * Checks the time.
     *
     * @throws IllegalArgumentException if it is less than a millisecond
     */
    public Allowance {
        if (time.compareTo(Duration.ofMillis(1)) < 0) {
            throw new IllegalArgumentException("Time is allowed from a millisecond on, but was " + time);
        }
    }

    /**
     * Time round the clock.
     *
     * @param time at least a millisecond
     * @return the allowance
     */
    public static Allowance of(Duration time) {
        return new Allowance(time, BusinessCalendar.roundTheClock());
    }

    Instant dueAfter(Instant from) {
        return calendar.after(from, time);
    }

    /** The time and the calendar's content, which enter the definition's hash. */
    @Override
    public String toString() {
        return time + " of " + calendar.hash();
    }
}
