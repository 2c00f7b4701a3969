package dev.incidentkit.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When one service, or one configuration item, was down.
 *
 * @param service its name
 * @param incidents how many incidents it suffered
 * @param outages how many times it was down: incidents that overlap or touch are one outage
 * @param downtime how long it was down altogether
 * @param mtbf mean time between failures: the mean time from the end of an outage to the begin of the next; null where
 *     there was only one
 * @param affectedUserTime affected users multiplied by the time, summed over the incidents
 */
public record ServiceTimes(
        String service,
        int incidents,
        int outages,
        Duration downtime,
        @Nullable Duration mtbf,
        Duration affectedUserTime) {
    private static final BigDecimal MILLIS_PER_HOUR =
            BigDecimal.valueOf(Duration.ofHours(1).toMillis());

    /**
     * What was at stake while the service was down: its downtime multiplied by what it earns. Outages that overlap count
     * once, and nobody says that so much was lost: some buy later.
     *
     * @param perHour what the service earns in an hour, zero or more, in any currency
     * @return the amount, with as many decimals as {@code perHour} has, rounded half up
     * @throws IllegalArgumentException if {@code perHour} is negative
     */
    public BigDecimal revenueAtStake(BigDecimal perHour) {
        if (perHour.signum() < 0) {
            throw new IllegalArgumentException(
                    "What service '" + service + "' earns in an hour is zero or more, but is " + perHour);
        }
        return perHour.multiply(BigDecimal.valueOf(downtime.toMillis()))
                .divide(MILLIS_PER_HOUR, perHour.scale(), RoundingMode.HALF_UP);
    }
}
