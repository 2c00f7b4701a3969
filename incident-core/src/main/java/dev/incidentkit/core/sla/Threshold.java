package dev.incidentkit.core.sla;

import java.time.Duration;

/** A point of a clock at which something is set off, told from the clock itself and never by arithmetic of its own. */
public sealed interface Threshold {
    /** The breach itself: all of the target has passed. Every target has it, listed or not. */
    Threshold BREACH = new Percent(100);

    /**
     * How much working time has passed when it is reached.
     *
     * @param target the working time of the whole target, in milliseconds
     * @return milliseconds; zero or less where it is reached at the start
     */
    long reachedAfter(long target);

    /**
     * Where it lies.
     *
     * @return less than 0 before the target, 0 at it, more than 0 past it
     */
    int side();

    /**
     * The stable name, part of the identity of what it sets off.
     *
     * @return for example {@code 75%}
     */
    String name();

    /**
     * A share of the target.
     *
     * @param percent 1 to 1,000; 100 is the breach
     * @return the threshold
     */
    static Threshold percent(int percent) {
        return new Percent(percent);
    }

    /**
     * Working time before the target.
     *
     * @param before at least a millisecond, at most 36,525 days of 24 hours
     * @return the threshold
     */
    static Threshold before(Duration before) {
        return new Before(before);
    }

    /**
     * Working time past the target, from its breach on.
     *
     * @param past at least a millisecond, at most 36,525 days of 24 hours
     * @return the threshold
     */
    static Threshold past(Duration past) {
        return new Past(past);
    }

    /**
     * A share of the target.
     *
     * @param percent 1 to 1,000; 100 is the breach
     */
    record Percent(int percent) implements Threshold {
        /**
         * Checks the share.
         *
         * @throws IllegalArgumentException if it is out of bounds
         */
        public Percent {
            if (percent < 1 || percent > 1_000) {
                throw new IllegalArgumentException("A threshold lies at 1 to 1,000 %, but this at " + percent);
            }
        }

        @Override
        public long reachedAfter(long target) {
            return (Math.multiplyExact(target, percent) + 99) / 100;
        }

        @Override
        public int side() {
            return Integer.compare(percent, 100);
        }

        @Override
        public String name() {
            return percent + "%";
        }
    }

    /**
     * Working time before the target.
     *
     * @param time at least a millisecond, at most 36,525 days of 24 hours
     */
    record Before(Duration time) implements Threshold {
        /**
         * Checks the time.
         *
         * @throws IllegalArgumentException if it is out of bounds
         */
        public Before {
            positive(time);
        }

        @Override
        public long reachedAfter(long target) {
            return target - time.toMillis();
        }

        @Override
        public int side() {
            return -1;
        }

        @Override
        public String name() {
            return "before " + time;
        }
    }

    /**
     * Working time past the target.
     *
     * @param time at least a millisecond, at most 36,525 days of 24 hours
     */
    record Past(Duration time) implements Threshold {
        /**
         * Checks the time.
         *
         * @throws IllegalArgumentException if it is out of bounds
         */
        public Past {
            positive(time);
        }

        @Override
        public long reachedAfter(long target) {
            return Math.addExact(target, time.toMillis());
        }

        @Override
        public int side() {
            return 1;
        }

        @Override
        public String name() {
            return "past " + time;
        }
    }

    private static void positive(Duration time) {
        if (!Texts.isTime(time)) {
            throw new IllegalArgumentException(
                    "A threshold lies at least a millisecond and at most 36,525 days off its target, but this " + time);
        }
    }
}
