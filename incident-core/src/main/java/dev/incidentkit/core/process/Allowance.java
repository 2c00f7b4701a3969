package dev.incidentkit.core.process;

import dev.incidentkit.core.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;

/**
 * How long something may take. It counts on while an incident waits.
 *
 * @param time how much of the calendar's open time, at least a millisecond, at most 36,525 days (100 years)
 * @param calendar whose open time counts
 */
public record Allowance(Duration time, BusinessCalendar calendar) {
    private static final Duration LONGEST = Duration.ofDays(36_525);

    /**
     * Checks the time.
     *
     * @throws IllegalArgumentException if it is out of bounds
     */
    public Allowance {
        if (time.compareTo(Duration.ofMillis(1)) < 0 || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("Time is allowed from a millisecond to 36,525 days, but was " + time);
        }
    }

    /**
     * Time round the clock.
     *
     * @param time at least a millisecond, at most 36,525 days (100 years)
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
