package dev.incidentkit.core.incident;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * Sums of recorded work.
 *
 * @param time all of it
 * @param billable the time that somebody pays for
 * @param cost what all of it cost, in the host's currency
 * @param billableCost what the time that somebody pays for cost
 */
public record EffortSum(Duration time, Duration billable, BigDecimal cost, BigDecimal billableCost) {
    /** No work. */
    public static final EffortSum NONE = new EffortSum(Duration.ZERO, Duration.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /**
     * The sums of two.
     *
     * @param other the other sums
     * @return a new one
     */
    public EffortSum plus(EffortSum other) {
        return new EffortSum(
                time.plus(other.time),
                billable.plus(other.billable),
                cost.add(other.cost),
                billableCost.add(other.billableCost));
    }

    static EffortSum of(ReviewEvent.EffortRecorded event) {
        BigDecimal cost = event.cost() == null ? BigDecimal.ZERO : event.cost();
        return event.billing() == Billing.BILLABLE
                ? new EffortSum(event.time(), event.time(), cost, cost)
                : new EffortSum(event.time(), Duration.ZERO, cost, BigDecimal.ZERO);
    }
}
