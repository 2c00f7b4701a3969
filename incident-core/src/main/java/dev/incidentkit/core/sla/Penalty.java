package dev.incidentkit.core.sla;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What a miss costs: {@code fixed + perUnit * started units of overrun}, at most {@code cap}. It is reckoned exactly and
 * rounded half up to the digits of the currency.
 *
 * @param currency three letters of ISO 4217
 * @param fixed what any miss costs, not negative, at most 18 digits before and 9 after the point
 * @param perUnit what each started unit of overrun costs, not negative, at most 18 digits before and 9 after the point
 * @param unit the unit of working time, at least a millisecond
 * @param cap the most that a miss costs, at most 18 digits before and 9 after the point, or null
 */
public record Penalty(
        String currency,
        BigDecimal fixed,
        BigDecimal perUnit,
        Duration unit,
        @Nullable BigDecimal cap) {
    /**
     * Checks the amounts.
     *
     * @throws IllegalArgumentException if the currency is unknown, an amount is negative or has too many digits, or the
     *     unit is too short
     */
    public Penalty {
        Currency.getInstance(currency);
        checkDigits(fixed);
        checkDigits(perUnit);
        if (cap != null) {
            checkDigits(cap);
        }
        if (fixed.signum() < 0 || perUnit.signum() < 0 || (cap != null && cap.signum() < 0)) {
            throw new IllegalArgumentException(
                    "A penalty is not negative, but has " + fixed + ", " + perUnit + " and " + cap);
        }
        if (unit.isNegative() || unit.toMillis() == 0) {
            throw new IllegalArgumentException("The unit of a penalty is at least a millisecond, but is " + unit);
        }
    }

    /** The cost of a long overrun must still be a number that the record takes. */
    private static void checkDigits(BigDecimal amount) {
        if ((long) amount.precision() - amount.scale() > 18 || amount.scale() > 9) {
            throw new IllegalArgumentException(
                    "An amount of a penalty has at most 18 digits before and 9 after the point, but "
                            + amount.round(new MathContext(10)) + " does not");
        }
    }

    /**
     * What a miss costs.
     *
     * @param overrun working time past the target, not negative
     * @return the cost, rounded to the digits of the currency
     */
    public BigDecimal cost(Duration overrun) {
        long millis = overrun.toMillis();
        long step = unit.toMillis();
        BigDecimal units = BigDecimal.valueOf(millis / step + (millis % step == 0 ? 0 : 1));
        BigDecimal cost = fixed.add(perUnit.multiply(units));
        BigDecimal most = cap == null ? cost : cost.min(cap);
        return most.setScale(
                Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits()), RoundingMode.HALF_UP);
    }
}
