package dev.incidentkit.flink;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a job measures, and as of when. Begin with {@link #until} or {@link #every}.
 *
 * @param metrics what is measured, and by which clocks
 * @param every how often there are figures, in event time, from 1970 on; null for only once, at {@code until}
 * @param until the instant of the last figures, after which nothing is timed; null for a job that goes on
 * @param settleAfter how long after its end an incident is kept in case that more comes, for example a survey
 * @param shards into how many parts figures are measured apart, 1 to 4,096; it does not change with the parallelism
 */
public record StreamPlan(
        PlanSource metrics,
        @Nullable Duration every,
        @Nullable Instant until,
        Duration settleAfter,
        int shards) implements Serializable {
    private static final int SHARDS = 32;
    private static final Duration SETTLE_AFTER = Duration.ofDays(30);

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if there is neither {@code every} nor {@code until}, or a value is out of bounds
     */
    public StreamPlan {
        Objects.requireNonNull(metrics, "metrics");
        if (every == null && until == null) {
            throw new IllegalArgumentException(
                    "Figures are made every so often or at an instant, but both are " + every);
        }
        if (every != null && every.toMillis() < 1) {
            throw new IllegalArgumentException("Figures are made every millisecond or more seldom, not every " + every);
        }
        if (settleAfter.isNegative()) {
            throw new IllegalArgumentException("Incidents are kept for 0 or longer, but not for " + settleAfter);
        }
        if (shards < 1 || shards > 4_096) {
            throw new IllegalArgumentException("There are 1 to 4,096 shards, but not " + shards);
        }
    }

    /**
     * Figures once, at an instant: for a stream that ends.
     *
     * @param metrics what is measured, and by which clocks
     * @param until the instant
     * @return the plan; incidents are kept for 30 days after their end
     */
    public static StreamPlan until(PlanSource metrics, Instant until) {
        return new StreamPlan(metrics, null, until, SETTLE_AFTER, SHARDS);
    }

    /**
     * Figures every so often: for a stream that goes on.
     *
     * @param metrics what is measured, and by which clocks
     * @param every how often, in event time
     * @return the plan; incidents are kept for 30 days after their end
     */
    public static StreamPlan every(PlanSource metrics, Duration every) {
        return new StreamPlan(metrics, every, null, SETTLE_AFTER, SHARDS);
    }

    /**
     * With figures every so often, too.
     *
     * @param often how often, in event time
     * @return a copy
     */
    public StreamPlan andEvery(Duration often) {
        return new StreamPlan(metrics, often, until, settleAfter, shards);
    }

    /**
     * With another time for which ended incidents are kept.
     *
     * @param time how long
     * @return a copy
     */
    public StreamPlan settlingAfter(Duration time) {
        return new StreamPlan(metrics, every, until, time, shards);
    }

    /**
     * With another number of parts.
     *
     * @param parts how many, 1 to 4,096
     * @return a copy
     */
    public StreamPlan inShards(int parts) {
        return new StreamPlan(metrics, every, until, settleAfter, parts);
    }

    /** The last instant that counts, in milliseconds. */
    long last() {
        return until == null ? Long.MAX_VALUE - 1 : until.toEpochMilli();
    }

    /** When there are figures next after an instant; empty if never. */
    OptionalLong next(long after) {
        if (after >= last()) {
            return OptionalLong.empty();
        }
        if (every == null) {
            return OptionalLong.of(last());
        }
        long step = every.toMillis();
        return OptionalLong.of(Math.min(
                last(), Math.addExact(Math.multiplyExact(Math.floorDiv(after, step), step), step)));
    }
}
