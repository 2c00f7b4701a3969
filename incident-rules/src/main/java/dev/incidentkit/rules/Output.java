package dev.incidentkit.rules;

import dev.incidentkit.core.incident.Level;
import dev.incidentkit.core.incident.Scale;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of outcomes.
 *
 * @param name the name in the table and in messages, 1 to 60 characters
 * @param type what values it has
 * @param allowed the values it may have, the first of the highest priority; empty where all of the type may stand
 * @param defaultValue the value where no rule matches; null where there is none
 * @param optional whether a rule may leave it out
 * @param <T> the Java type of the values
 */
public record Output<T>(
        String name,
        ColumnType<T> type,
        List<T> allowed,
        @Nullable T defaultValue,
        boolean optional) {
    /** Copies the values. */
    public Output {
        allowed = List.copyOf(allowed);
    }

    /**
     * An outcome of any type that a column of conditions may have.
     *
     * @param name the column's name
     * @param type what values it has
     * @param <T> the Java type of the values
     * @return the column; all listed values of the type are allowed, in their order
     */
    public static <T> Output<T> of(String name, ColumnType<T> type) {
        return new Output<>(name, type, type.values(), null, false);
    }

    /**
     * Levels of a scale, the most severe of the highest priority.
     *
     * @param name the column's name
     * @param scale the scale
     * @param <L> the kind of level
     * @return the column
     */
    public static <L extends Level> Output<L> scale(String name, Scale<L> scale) {
        return of(name, new ColumnType.ScaleType<>(scale));
    }

    /**
     * Constants of an enum, the first declared of the highest priority.
     *
     * @param name the column's name
     * @param type the enum
     * @param <E> the enum
     * @return the column
     */
    public static <E extends Enum<E>> Output<E> enumOf(String name, Class<E> type) {
        return of(name, new ColumnType.EnumType<>(type));
    }

    /**
     * True or false.
     *
     * @param name the column's name
     * @return the column
     */
    public static Output<Boolean> flag(String name) {
        return of(name, new ColumnType.BooleanType());
    }

    /**
     * Whole numbers.
     *
     * @param name the column's name
     * @return the column
     */
    public static Output<Long> integer(String name) {
        return of(name, new ColumnType.IntegerType(Long.MIN_VALUE, Long.MAX_VALUE));
    }

    /**
     * Decimal numbers.
     *
     * @param name the column's name
     * @return the column
     */
    public static Output<BigDecimal> decimal(String name) {
        return of(name, new ColumnType.DecimalType(null, null));
    }

    /**
     * Any texts.
     *
     * @param name the column's name
     * @return the column
     */
    public static Output<String> text(String name) {
        return of(name, new ColumnType.TextType(List.of()));
    }

    /**
     * Texts of a closed set, the first of the highest priority.
     *
     * @param name the column's name
     * @param values the only values there are
     * @return the column
     */
    public static Output<String> oneOf(String name, List<String> values) {
        return of(name, new ColumnType.TextType(values));
    }

    /**
     * Lengths of time that are not negative.
     *
     * @param name the column's name
     * @return the column
     */
    public static Output<Duration> duration(String name) {
        return of(name, new ColumnType.DurationType(Duration.ZERO, ColumnType.MAX_DURATION));
    }

    /**
     * This column with fewer values, or others in priority.
     *
     * @param values the allowed values, the first of the highest priority
     * @return the column
     */
    public Output<T> allowing(List<T> values) {
        return new Output<>(name, type, values, defaultValue, optional);
    }

    /**
     * This column with a value for where no rule matches.
     *
     * @param value the value
     * @return the column
     */
    public Output<T> otherwise(T value) {
        return new Output<>(name, type, allowed, value, optional);
    }

    /** {@return this column with values that rules may leave out} */
    public Output<T> orMissing() {
        return new Output<>(name, type, allowed, defaultValue, true);
    }

    @Override
    public String toString() {
        return name;
    }
}
