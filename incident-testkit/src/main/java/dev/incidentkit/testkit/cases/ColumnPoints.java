package dev.incidentkit.testkit.cases;

import dev.incidentkit.core.incident.Level;
import dev.incidentkit.rules.CellCondition;
import dev.incidentkit.rules.ColumnType;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Rule;
import dev.incidentkit.rules.RuleTable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of a column that matter: those that its cells name, their neighbours, and one that no cell names. */
final class ColumnPoints {
    private static final String UNNAMED = "something else";

    private ColumnPoints() {}

    /** All values that matter to a column, those of closed sets first; null where a value may be missing. */
    static List<@Nullable Object> of(RuleTable table, int column) {
        Input<?> input = table.schema().inputs().get(column);
        Set<@Nullable Object> values = new LinkedHashSet<>(input.type().values());
        for (Rule rule : table.rules()) {
            CellCondition condition = rule.conditions().get(column);
            named(condition, values);
            values.addAll(beside(input, condition));
        }
        values.add(plain(input.type()));
        if (input.type() instanceof ColumnType.TextType text && text.closed().isEmpty()) {
            values.add(UNNAMED);
        }
        values.removeIf(value -> value == null || !isOf(input.type(), value));
        if (input.optional()) {
            values.add(null);
        }
        return new ArrayList<>(values);
    }

    private static <T> boolean isOf(ColumnType<T> type, Object value) {
        T cast = type.cast(value);
        return cast != null && type.fault(cast).isEmpty();
    }

    /** The values that a condition names. */
    private static void named(CellCondition condition, Set<@Nullable Object> values) {
        if (condition instanceof CellCondition.Is is) {
            values.add(is.value());
        } else if (condition instanceof CellCondition.AnyOf anyOf) {
            anyOf.alternatives().forEach(one -> named(one, values));
        } else if (condition instanceof CellCondition.Not not) {
            named(not.refused(), values);
        } else if (condition instanceof CellCondition.Prefix prefix) {
            values.add(prefix.prefix());
            values.add(prefix.prefix() + "x");
        }
    }

    /** The bounds of a condition and their neighbours on both sides, as far as they are values of the column. */
    static List<Object> beside(Input<?> input, CellCondition condition) {
        List<Object> values = new ArrayList<>();
        if (condition instanceof CellCondition.Compare compare) {
            around(input.type(), compare.bound(), values);
        } else if (condition instanceof CellCondition.Interval interval) {
            around(input.type(), interval.low(), values);
            around(input.type(), interval.high(), values);
        } else if (condition instanceof CellCondition.AnyOf anyOf) {
            anyOf.alternatives().forEach(one -> values.addAll(beside(input, one)));
        } else if (condition instanceof CellCondition.Not not) {
            values.addAll(beside(input, not.refused()));
        }
        return values.stream().distinct().toList();
    }

    private static void around(ColumnType<?> type, Object bound, List<Object> values) {
        for (int step = -1; step <= 1; step++) {
            Object value = moved(type, bound, step);
            if (value != null && isOf(type, value)) {
                values.add(value);
            }
        }
    }

    /** A bound, or its next neighbour on either side; null where there is none. */
    private static @Nullable Object moved(ColumnType<?> type, Object bound, int step) {
        if (bound instanceof Level || bound instanceof Enum<?>) {
            int index = type.values().indexOf(bound) + step;
            return index < 0 || index >= type.values().size()
                    ? null
                    : type.values().get(index);
        }
        if (bound instanceof Long number) {
            return (step < 0 && number == Long.MIN_VALUE) || (step > 0 && number == Long.MAX_VALUE)
                    ? null
                    : number + step;
        }
        if (bound instanceof BigDecimal number) {
            return number.add(BigDecimal.valueOf(step).scaleByPowerOfTen(-Math.max(2, number.scale() + 1)));
        }
        return step == 0 ? bound : inTime(bound, step);
    }

    private static @Nullable Object inTime(Object bound, int step) {
        if (bound instanceof Duration time) {
            return time.plus(step, ChronoUnit.MICROS);
        }
        if (bound instanceof Instant instant) {
            return instant.plus(step, ChronoUnit.MICROS);
        }
        if (bound instanceof LocalDateTime time) {
            return time.plus(step, ChronoUnit.MICROS);
        }
        if (bound instanceof LocalDate date) {
            return date.plusDays(step);
        }
        if (bound instanceof LocalTime time) {
            boolean beyond = step < 0 ? time.equals(LocalTime.MIN) : time.equals(LocalTime.MAX);
            return beyond ? null : time.plusNanos(step);
        }
        if (bound instanceof Period months) {
            return months.plusMonths(step).normalized();
        }
        return bound instanceof String text ? neighbour(text, step) : null;
    }

    /** Texts have a next one above, but none below. */
    private static @Nullable Object neighbour(String text, int step) {
        return step > 0 ? text + "\u0000" : null;
    }

    /** Some value of a type whose values cannot be listed. */
    private static @Nullable Object plain(ColumnType<?> type) {
        if (type instanceof ColumnType.IntegerType integer) {
            return Math.max(integer.min(), Math.min(integer.max(), 0L));
        }
        if (type instanceof ColumnType.DecimalType decimal) {
            return decimal.min() != null ? decimal.min() : decimal.max() != null ? decimal.max() : BigDecimal.ZERO;
        }
        if (type instanceof ColumnType.DurationType duration) {
            return duration.min();
        }
        if (type instanceof ColumnType.DateType) {
            return LocalDate.of(2026, 3, 2);
        }
        if (type instanceof ColumnType.TimeType) {
            return LocalTime.NOON;
        }
        if (type instanceof ColumnType.DateTimeType) {
            return LocalDate.of(2026, 3, 2).atTime(LocalTime.NOON);
        }
        if (type instanceof ColumnType.InstantType) {
            return Instant.parse("2026-03-02T12:00:00Z");
        }
        return type instanceof ColumnType.MonthsType ? Period.ZERO : null;
    }
}
