package dev.incidentkit.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the types of columns take numbers, and what they say of values that are none of theirs. */
final class ColumnValues {
    private ColumnValues() {}

    /** {@return what is said of a value that is none of the listed ones} */
    static Optional<String> notOneOf(List<?> values, Object value) {
        return values.contains(value)
                ? Optional.empty()
                : Optional.of("'" + value + "' is none of its values: " + values);
    }

    /** {@return what is said of a value that lies beyond a bound; null where there is no bound} */
    static <N extends Comparable<? super N>> Optional<String> outside(
            N value, @Nullable N min, @Nullable N max, String range) {
        boolean fits = (min == null || value.compareTo(min) >= 0) && (max == null || value.compareTo(max) <= 0);
        return fits ? Optional.empty() : Optional.of(value + " is not within " + range);
    }

    /** {@return a whole number of any kind; null for all else} */
    static @Nullable Long whole(Object value) {
        if (isWhole(value)) {
            return ((Number) value).longValue();
        }
        if (value instanceof BigDecimal decimal && decimal.stripTrailingZeros().scale() <= 0) {
            return decimal.precision() - decimal.scale() > 18 ? null : decimal.longValueExact();
        }
        return null;
    }

    /** {@return a number of any kind in its one form; null for all else} */
    static @Nullable BigDecimal decimal(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros();
        }
        if (value instanceof Double number) {
            return number.isNaN() || number.isInfinite()
                    ? null
                    : BigDecimal.valueOf(number).stripTrailingZeros();
        }
        return isWhole(value) ? BigDecimal.valueOf(((Number) value).longValue()).stripTrailingZeros() : null;
    }

    /** {@return whether a value is of one of the kinds of whole numbers that fit into a long} */
    static boolean isWhole(Object value) {
        return value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte;
    }
}
