package dev.incidentkit.core.definition;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.calendar.CalendarExhaustedException;
import dev.incidentkit.core.calendar.DayUnit;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a resolved incident closes by itself, if nobody objects. */
public sealed interface ClosureRule {
    /**
     * When it closes.
     *
     * @param resolvedAt when the incident was resolved
     * @return the instant, or empty if it never closes by itself
     */
    Optional<Instant> due(Instant resolvedAt);

    /**
     * Whether it may close by an instant: a quick answer, so that a calendar is asked only when the time has come near.
     *
     * @param resolvedAt when the incident was resolved
     * @param until the instant
     * @return false only where {@link #due} gives nothing, or an instant after it
     */
    default boolean mayBeDue(Instant resolvedAt, Instant until) {
        return true;
    }

    /**
     * The content of the rule in one stable line, which enters the definition's hash.
     *
     * @return the line
     */
    String version();

    /** {@return a rule by which nothing closes by itself} */
    static ClosureRule never() {
        return Never.INSTANCE;
    }

    /**
     * Closure after physical time.
     *
     * @param delay how long after the resolution, not negative, at most 36,525 days (100 years)
     * @return the rule
     * @throws IllegalArgumentException if the delay is out of bounds
     */
    static ClosureRule after(Duration delay) {
        return new After(delay);
    }

    /**
     * Closure after working days.
     *
     * @param days how many, 1 to 1,000
     * @param calendar the lifecycle's calendar, which says which days are working days
     * @return the rule: the same local time on the n-th next working day, or the next opening where that is closed
     */
    static ClosureRule afterWorkingDays(int days, BusinessCalendar calendar) {
        return new AfterWorkingDays(days, calendar);
    }

    /** Nothing closes by itself. */
    enum Never implements ClosureRule {
        /** The one instance. */
        INSTANCE;

        @Override
        public Optional<Instant> due(Instant resolvedAt) {
            return Optional.empty();
        }

        @Override
        public String version() {
            return "never";
        }
    }

    /**
     * Closure after physical time.
     *
     * @param delay how long after the resolution, not negative, at most 36,525 days (100 years)
     */
    record After(Duration delay) implements ClosureRule {
        /**
         * Checks the delay.
         *
         * @throws IllegalArgumentException if it is negative or too long
         */
        public After {
            if (delay.isNegative()) {
                throw new IllegalArgumentException("The closure delay must not be negative, but is " + delay);
            }
            if (delay.compareTo(ValueFaults.LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "The closure delay must be at most " + ValueFaults.LONGEST + ", but is " + delay);
            }
        }

        @Override
        public Optional<Instant> due(Instant resolvedAt) {
            return Optional.of(resolvedAt.plus(delay));
        }

        @Override
        public String version() {
            return "after " + delay;
        }
    }

    /**
     * Closure after working days.
     *
     * @param days how many, 1 to 1,000
     * @param calendar which days are working days
     */
    record AfterWorkingDays(int days, BusinessCalendar calendar) implements ClosureRule {
        /** By how much clock changes, and a date that a zone leaves out, may bring a local time nearer. */
        private static final long SLACK = Duration.ofDays(2).toSeconds();

        private static final long SECONDS_PER_DAY = Duration.ofDays(1).toSeconds();

        /**
         * Checks the number.
         *
         * @throws IllegalArgumentException if it is out of bounds
         */
        public AfterWorkingDays {
            if (days < 1 || days > 1_000) {
                throw new IllegalArgumentException(
                        "Closure comes after 1 to 1,000 working days, but this after " + days);
            }
        }

        @Override
        public Optional<Instant> due(Instant resolvedAt) {
            try {
                return Optional.of(calendar.afterDays(resolvedAt, days, DayUnit.WORKING_DAY));
            } catch (CalendarExhaustedException e) {
                return Optional.empty();
            }
        }

        /** The n-th next date begins n days later at the earliest, but for what the zone does to its clocks. Whole seconds do. */
        @Override
        public boolean mayBeDue(Instant resolvedAt, Instant until) {
            return until.getEpochSecond() >= resolvedAt.getEpochSecond() + SECONDS_PER_DAY * days - SLACK;
        }

        @Override
        public String version() {
            return "after " + days + " days of " + calendar.hash();
        }
    }
}
