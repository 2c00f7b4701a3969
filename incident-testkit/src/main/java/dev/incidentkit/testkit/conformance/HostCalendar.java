package dev.incidentkit.testkit.conformance;

import dev.incidentkit.core.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;

/** A host's own working time, as the pack asks for it. */
public interface HostCalendar {
    /**
     * Working time between two instants.
     *
     * @param calendar the hours that are meant; its name is one of those of {@link WalkedCalendar}
     * @param from the earlier instant
     * @param to the later instant
     * @return the working time
     * @throws UnsupportedOperationException if the host has no such hours
     */
    Duration between(BusinessCalendar calendar, Instant from, Instant to);

    /**
     * The earliest instant by which an amount of working time has passed.
     *
     * @param calendar the hours that are meant
     * @param from the instant to count from
     * @param amount more than zero
     * @return the instant
     * @throws UnsupportedOperationException if the host has no such hours
     */
    Instant after(BusinessCalendar calendar, Instant from, Duration amount);
}
