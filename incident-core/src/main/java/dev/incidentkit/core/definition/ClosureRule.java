package dev.incidentkit.core.definition;

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
     * @param delay how long after the resolution, not negative
     * @return the rule
     */
    static ClosureRule after(Duration delay) {
        return new After(delay);
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
     * @param delay how long after the resolution, not negative
     */
    record After(Duration delay) implements ClosureRule {
        /**
         * Checks the delay.
         *
         * @throws IllegalArgumentException if it is negative
         */
        public After {
            if (delay.isNegative()) {
                throw new IllegalArgumentException("The closure delay must not be negative, but is " + delay);
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
}
