package dev.incidentkit.rules.internal;

import dev.incidentkit.rules.CellCondition;
import dev.incidentkit.rules.ColumnType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decimals as doubled keys. All bounds of a column have at most {@code scale} digits after the point; a value that has
 * no more, times 10 to that power and doubled, is an even key, and all values strictly between two neighbours share the
 * odd key between them. So no rounding tells a value on the wrong side of a bound.
 */
public final class DecimalKeys extends Keys {
    /** How many digits the bounds of one column may have, those before the point of any and after it of any added. */
    public static final int MAX_DIGITS = 18;

    private static final BigInteger LIMIT = BigInteger.TWO.pow(62);

    private final int scale;

    private DecimalKeys(ColumnType.DecimalType type, int scale) {
        super(type, bound(type.min(), scale, Long.MIN_VALUE), bound(type.max(), scale, Long.MAX_VALUE));
        this.scale = scale;
    }

    static DecimalKeys of(ColumnType.DecimalType type, Collection<CellCondition> conditions) {
        List<BigDecimal> bounds = bounds(type, conditions);
        int digits = digits(bounds);
        if (digits > MAX_DIGITS) {
            throw new IllegalArgumentException("The bounds of a decimal column have at most " + MAX_DIGITS
                    + " digits before and after the point together, but these have " + digits + ": " + bounds);
        }
        return new DecimalKeys(type, scale(bounds));
    }

    /**
     * All numbers that the cells of a column and its type name.
     *
     * @param type the type
     * @param conditions the cells
     * @return the numbers
     */
    public static List<BigDecimal> bounds(ColumnType.DecimalType type, Collection<CellCondition> conditions) {
        List<BigDecimal> bounds = new ArrayList<>();
        if (type.min() != null) {
            bounds.add(type.min());
        }
        if (type.max() != null) {
            bounds.add(type.max());
        }
        conditions.forEach(condition -> collect(condition, bounds));
        return bounds;
    }

    private static void collect(CellCondition condition, List<BigDecimal> bounds) {
        if (condition instanceof CellCondition.Is is) {
            bounds.add((BigDecimal) is.value());
        } else if (condition instanceof CellCondition.Compare compare) {
            bounds.add((BigDecimal) compare.bound());
        } else if (condition instanceof CellCondition.Interval interval) {
            bounds.add((BigDecimal) interval.low());
            bounds.add((BigDecimal) interval.high());
        } else if (condition instanceof CellCondition.Not not) {
            collect(not.refused(), bounds);
        } else if (condition instanceof CellCondition.AnyOf anyOf) {
            anyOf.alternatives().forEach(one -> collect(one, bounds));
        }
    }

    /**
     * How many digits a common form of some numbers needs.
     *
     * @param bounds the numbers
     * @return the most digits before the point and the most after it, added
     */
    public static int digits(List<BigDecimal> bounds) {
        int whole = 0;
        for (BigDecimal bound : bounds) {
            whole = Math.max(whole, bound.precision() - bound.scale());
        }
        return whole + scale(bounds);
    }

    private static int scale(List<BigDecimal> bounds) {
        int scale = 0;
        for (BigDecimal bound : bounds) {
            scale = Math.max(scale, bound.scale());
        }
        return scale;
    }

    private static long bound(@Nullable BigDecimal bound, int scale, long otherwise) {
        return bound == null ? otherwise : key(bound, scale);
    }

    private static long key(BigDecimal value, int scale) {
        BigDecimal scaled = value.scaleByPowerOfTen(scale);
        if (scaled.precision() - scaled.scale() > MAX_DIGITS + 2) {
            return value.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        BigInteger floor = scaled.setScale(0, RoundingMode.FLOOR).unscaledValue();
        if (floor.abs().compareTo(LIMIT) >= 0) {
            return value.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        boolean exact = scaled.compareTo(new BigDecimal(floor)) == 0;
        return 2 * floor.longValue() + (exact ? 0 : 1);
    }

    @Override
    long smallest() {
        return min() == Long.MIN_VALUE ? Long.MIN_VALUE + 1 : min();
    }

    @Override
    boolean fits(Object value) {
        return value instanceof BigDecimal
                || value instanceof Long
                || value instanceof Integer
                || (value instanceof Double number && Double.isFinite(number));
    }

    @Override
    long key(Object value) {
        if (value instanceof BigDecimal decimal) {
            return key(decimal, scale);
        }
        return value instanceof Double number
                ? key(BigDecimal.valueOf(number), scale)
                : keyOf(((Number) value).longValue());
    }

    /** Doubled and scaled without allocation; what is too great to be near a bound becomes the last key. */
    @Override
    long keyOf(long primitive) {
        long key = primitive;
        for (int i = 0; i < scale; i++) {
            if (isBeyond(key, Long.MAX_VALUE / 20)) {
                return furthest(primitive);
            }
            key *= 10;
        }
        return isBeyond(key, Long.MAX_VALUE / 2) ? furthest(primitive) : 2 * key;
    }

    /** Whether a key lies at or past a limit on either side; the least long has no absolute value. */
    private static boolean isBeyond(long key, long limit) {
        return key >= limit || key <= -limit;
    }

    /**
     * The least double of each class, so that doubles are compared as doubles and still exactly.
     *
     * @param cuts the first key of each class but the first
     * @return one more than there are cuts; one more again where the column has a greatest number
     */
    double[] thresholds(long[] cuts) {
        boolean bounded = max() != Long.MAX_VALUE;
        double[] thresholds = new double[cuts.length + (bounded ? 2 : 1)];
        thresholds[0] = min() == Long.MIN_VALUE ? -Double.MAX_VALUE : least(min());
        for (int i = 0; i < cuts.length; i++) {
            thresholds[i + 1] = least(cuts[i]);
        }
        if (bounded) {
            thresholds[cuts.length + 1] = least(max() + 1);
        }
        return thresholds;
    }

    /** The least double whose key is not below a key. */
    private double least(long key) {
        // an odd key begins just above the even one before it, so both are sought from that number
        double guess = ((BigDecimal) value(key & ~1L)).doubleValue();
        while (key(BigDecimal.valueOf(guess), scale) >= key) {
            guess = Math.nextDown(guess);
        }
        while (key(BigDecimal.valueOf(guess), scale) < key) {
            guess = Math.nextUp(guess);
        }
        return guess;
    }

    @Override
    Object value(long key) {
        // an odd key stands for what lies between two neighbours: their middle is an example
        return BigDecimal.valueOf(key)
                .multiply(BigDecimal.valueOf(5))
                .scaleByPowerOfTen(-scale - 1)
                .stripTrailingZeros();
    }

    @Override
    String label(long first, long last) {
        boolean lowOpen = (first & 1) == 1 && first > smallest();
        boolean highOpen = (last & 1) == 1 && last < max();
        if (first == last && !lowOpen) {
            return text(first);
        }
        String low = text(lowOpen ? first - 1 : first);
        String high = text(highOpen ? last + 1 : last);
        if (first <= smallest()) {
            return (highOpen ? "< " : "<= ") + high;
        }
        if (last >= max()) {
            return (lowOpen ? "> " : ">= ") + low;
        }
        return (lowOpen ? "(" : "[") + low + ".." + high + (highOpen ? ")" : "]");
    }
}
