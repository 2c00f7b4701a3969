package dev.incidentkit.metrics;

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
        Duration affectedUserTime) {}
