package dev.incidentkit.core.sla;

import java.time.Duration;
import java.time.LocalTime;

/**
 * How long a target gives: an amount of working time, or a point that is fixed at the start and then moves only by the
 * working time paused.
 */
public sealed interface Limit {
    /**
     * An amount of working time.
     *
     * @param time at least a millisecond, at most 36,525 days of 24 hours
     * @return the limit
     */
    static Limit within(Duration time) {
        return new Within(time);
    }

    /**
     * An amount of working time.
     *
     * @param time at least a millisecond, at most 36,525 days of 24 hours
     */
    record Within(Duration time) implements Limit {
        /**
         * Checks the time.
         *
         * @throws IllegalArgumentException if it is out of bounds
         */
        public Within {
            if (!Texts.isTime(time)) {
                throw new IllegalArgumentException(
                        "A target gives at least a millisecond and at most 36,525 days, but this " + time);
            }
        }

        @Override
        public String toString() {
            return "within " + time;
        }
    }

    /**
     * The same local time on the n-th next working day.
     *
     * @param days how many, 1 to 1,000
     */
    record WorkingDays(int days) implements Limit {
        /**
         * Checks the number.
         *
         * @throws IllegalArgumentException if it is out of bounds
         */
        public WorkingDays {
            if (days < 1 || days > 1_000) {
                throw new IllegalArgumentException("A target gives 1 to 1,000 working days, but this " + days);
            }
        }

        @Override
        public String toString() {
            return days + " working days";
        }
    }

    /**
     * The instant that an attribute of the incident holds when the clock starts. A clock without it does not start.
     *
     * @param attribute the attribute's name
     */
    record DueDate(String attribute) implements Limit {
        /** Checks the name. */
        public DueDate {
            Texts.name(attribute, 60, "name of an attribute");
        }

        @Override
        public String toString() {
            return "by attribute " + attribute;
        }
    }

    /** The last closing of the next working day. */
    enum EndOfNextWorkingDay implements Limit {
        /** The one instance. */
        INSTANCE;

        @Override
        public String toString() {
            return "end of next working day";
        }
    }

    /**
     * A local time on the next working day. Where the calendar is closed then, as it is at a closing, its next opening
     * counts; {@link EndOfNextWorkingDay} is the closing itself.
     *
     * @param time the local time, in the clock's zone
     */
    record NextWorkingDayAt(LocalTime time) implements Limit {
        @Override
        public String toString() {
            return "next working day at " + time;
        }
    }
}
