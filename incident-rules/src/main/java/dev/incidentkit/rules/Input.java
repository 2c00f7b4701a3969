package dev.incidentkit.rules;

import dev.incidentkit.core.incident.Level;
import dev.incidentkit.core.incident.Scale;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A column of conditions. Its methods make the cells of rules, so that a table in Java reads like one: {@code
 * severity.is(SEV1)}, {@code age.atLeast(Duration.ofHours(4))}.
 *
 * @param name the name in the table and in messages, 1 to 60 characters
 * @param type what values it has
 * @param optional whether a value may be missing; where it may not, a missing one is refused
 * @param <T> the Java type of the values
 */
public record Input<T>(String name, ColumnType<T> type, boolean optional) {
    /**
     * Levels of a scale.
     *
     * @param name the column's name
     * @param scale the scale
     * @param <L> the kind of level
     * @return the column
     */
    public static <L extends Level> Input<L> scale(String name, Scale<L> scale) {
        return new Input<>(name, new ColumnType.ScaleType<>(scale), false);
    }

    /**
     * Constants of an enum.
     *
     * @param name the column's name
     * @param type the enum
     * @param <E> the enum
     * @return the column
     */
    public static <E extends Enum<E>> Input<E> enumOf(String name, Class<E> type) {
        return new Input<>(name, new ColumnType.EnumType<>(type), false);
    }

    /**
     * True or false.
     *
     * @param name the column's name
     * @return the column
     */
    public static Input<Boolean> flag(String name) {
        return new Input<>(name, new ColumnType.BooleanType(), false);
    }

    /**
     * Whole numbers of any size that a {@code long} holds.
     *
     * @param name the column's name
     * @return the column
     */
    public static Input<Long> integer(String name) {
        return integer(name, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /**
     * Whole numbers of a range. Other numbers are refused.
     *
     * @param name the column's name
     * @param min the least one
     * @param max the greatest one
     * @return the column
     */
    public static Input<Long> integer(String name, long min, long max) {
        return new Input<>(name, new ColumnType.IntegerType(min, max), false);
    }

    /**
     * Decimal numbers.
     *
     * @param name the column's name
     * @return the column
     */
    public static Input<BigDecimal> decimal(String name) {
        return new Input<>(name, new ColumnType.DecimalType(null, null), false);
    }

    /**
     * Decimal numbers of a range. Other numbers are refused.
     *
     * @param name the column's name
     * @param min the least one
     * @param max the greatest one
     * @return the column
     */
    public static Input<BigDecimal> decimal(String name, BigDecimal min, BigDecimal max) {
        return new Input<>(name, new ColumnType.DecimalType(min, max), false);
    }

    /**
     * Any texts.
     *
     * @param name the column's name
     * @return the column
     */
    public static Input<String> text(String name) {
        return new Input<>(name, new ColumnType.TextType(List.of()), false);
    }

    /**
     * Texts of a closed set. Other texts are refused.
     *
     * @param name the column's name
     * @param values the only values there are, at least one
     * @return the column
     * @throws IllegalArgumentException if there are none
     */
    public static Input<String> oneOf(String name, List<String> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("The closed column '" + name + "' must have values, but has " + values);
        }
        return new Input<>(name, new ColumnType.TextType(values), false);
    }

    /**
     * Lengths of time that are not negative.
     *
     * @param name the column's name
     * @return the column
     */
    public static Input<Duration> duration(String name) {
        return new Input<>(name, new ColumnType.DurationType(Duration.ZERO, ColumnType.MAX_DURATION), false);
    }

    /**
     * Dates.
     *
     * @param name the column's name
     * @return the column
     */
    public static Input<LocalDate> date(String name) {
        return new Input<>(name, new ColumnType.DateType(), false);
    }

    /**
     * Times of the day.
     *
     * @param name the column's name
     * @return the column
     */
    public static Input<LocalTime> time(String name) {
        return new Input<>(name, new ColumnType.TimeType(), false);
    }

    /**
     * Dates and times without a time zone.
     *
     * @param name the column's name
     * @return the column
     */
    public static Input<LocalDateTime> dateTime(String name) {
        return new Input<>(name, new ColumnType.DateTimeType(), false);
    }

    /**
     * Points in time.
     *
     * @param name the column's name
     * @return the column
     */
    public static Input<Instant> instant(String name) {
        return new Input<>(name, new ColumnType.InstantType(), false);
    }

    /** {@return this column with values that may be missing} */
    public Input<T> orMissing() {
        return new Input<>(name, type, true);
    }

    /**
     * One value.
     *
     * @param value the value
     * @return the cell
     */
    public Cell is(T value) {
        return cell(new CellCondition.Is(value));
    }

    /**
     * One of several values.
     *
     * @param first a value
     * @param others more values
     * @return the cell
     */
    @SafeVarargs
    public final Cell in(T first, T... others) {
        List<CellCondition> all = new ArrayList<>(List.of(new CellCondition.Is(first)));
        for (T other : others) {
            all.add(new CellCondition.Is(other));
        }
        return cell(CellCondition.anyOf(all));
    }

    /**
     * Any value but some. A missing value is not matched.
     *
     * @param first a value
     * @param others more values
     * @return the cell
     */
    @SafeVarargs
    public final Cell not(T first, T... others) {
        return not(in(first, others));
    }

    /**
     * What another cell of this column does not match. A missing value is not matched.
     *
     * @param cell a cell of this column
     * @return the cell
     * @throws IllegalArgumentException if the other cell is of another column
     */
    public Cell not(Cell cell) {
        if (!cell.input().equals(this)) {
            throw new IllegalArgumentException("Column '" + name + "' cannot negate a cell of '"
                    + cell.input().name() + "'");
        }
        return cell(new CellCondition.Not(cell.condition()));
    }

    /**
     * Values less than a bound; for a scale the less severe levels.
     *
     * @param bound the bound
     * @return the cell
     */
    public Cell lessThan(T bound) {
        return cell(new CellCondition.Compare(CellCondition.Operator.LESS, bound));
    }

    /**
     * A bound and values less than it.
     *
     * @param bound the bound
     * @return the cell
     */
    public Cell atMost(T bound) {
        return cell(new CellCondition.Compare(CellCondition.Operator.AT_MOST, bound));
    }

    /**
     * Values greater than a bound; for a scale the more severe levels.
     *
     * @param bound the bound
     * @return the cell
     */
    public Cell moreThan(T bound) {
        return cell(new CellCondition.Compare(CellCondition.Operator.GREATER, bound));
    }

    /**
     * A bound and values greater than it.
     *
     * @param bound the bound
     * @return the cell
     */
    public Cell atLeast(T bound) {
        return cell(new CellCondition.Compare(CellCondition.Operator.AT_LEAST, bound));
    }

    /**
     * Values between two bounds, with both: {@code [low..high]}.
     *
     * @param low the lower bound
     * @param high the upper bound
     * @return the cell
     */
    public Cell between(T low, T high) {
        return interval(low, CellCondition.End.CLOSED, high, CellCondition.End.CLOSED);
    }

    /**
     * Values from a bound on and before another: {@code [low..high)}.
     *
     * @param low the lower bound, which belongs to the interval
     * @param high the upper bound, which does not
     * @return the cell
     */
    public Cell fromUntil(T low, T high) {
        return interval(low, CellCondition.End.CLOSED, high, CellCondition.End.OPEN);
    }

    /**
     * Values between two bounds.
     *
     * @param low the lower bound
     * @param lowEnd whether it belongs to the interval
     * @param high the upper bound
     * @param highEnd whether it belongs to the interval
     * @return the cell
     */
    public Cell interval(T low, CellCondition.End lowEnd, T high, CellCondition.End highEnd) {
        return cell(new CellCondition.Interval(low, lowEnd, high, highEnd));
    }

    /**
     * Texts that begin with a text.
     *
     * @param prefix the beginning, not empty
     * @return the cell
     * @throws IllegalArgumentException if it is empty
     */
    public Cell startsWith(String prefix) {
        return cell(new CellCondition.Prefix(prefix));
    }

    /** {@return the cell that only a missing value meets} */
    public Cell isMissing() {
        return cell(CellCondition.isNull());
    }

    /** {@return the cell that every value but a missing one meets} */
    public Cell isPresent() {
        return cell(new CellCondition.Not(CellCondition.isNull()));
    }

    /** {@return the cell that is always met} */
    public Cell any() {
        return cell(CellCondition.any());
    }

    private Cell cell(CellCondition condition) {
        return new Cell(this, condition);
    }

    @Override
    public String toString() {
        return name;
    }
}
