package dev.incidentkit.rules;

import dev.incidentkit.core.incident.Level;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.internal.CanonicalForm;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What values a column has. Immutable.
 *
 * @param <T> the Java type of the values
 */
public sealed interface ColumnType<T> {
    /** The instants and date-times that a column can tell apart lie at most this many seconds from 1970. */
    long MAX_SECONDS = Long.MAX_VALUE / 1_000_000 - 1;

    /** The longest duration of a column. */
    Duration MAX_DURATION = Duration.ofSeconds(MAX_SECONDS);

    /**
     * The value as this type holds it: numbers in their one form, times cut to the resolution of the column.
     *
     * @param value any object
     * @return the value, or null if the object is of another kind
     */
    @Nullable
    T cast(Object value);

    /**
     * Says what is wrong with a value of the right kind.
     *
     * @param value a value as {@link #cast} returned it
     * @return the fault as a sentence, or empty if the value is one of the column's
     */
    default Optional<String> fault(T value) {
        return Optional.empty();
    }

    /**
     * A value in the notation of S-FEEL; durations and times in ISO 8601.
     *
     * @param value a value
     * @return texts in double quotes, all else bare
     */
    default String text(T value) {
        return String.valueOf(value);
    }

    /** {@return whether values can be compared, so that bounds and intervals make sense} */
    default boolean ordered() {
        return true;
    }

    /** {@return all values in their declared order; empty where they cannot be listed} */
    default List<T> values() {
        return List.of();
    }

    /** {@return the one form of this type that enters a table's hash} */
    default String form() {
        return getClass().getSimpleName();
    }

    /**
     * A value of unknown kind in the notation of S-FEEL.
     *
     * @param value any object, or null
     * @return its text; for an object of another kind what its {@code toString} gives
     */
    default String textOf(@Nullable Object value) {
        T cast = value == null ? null : cast(value);
        return cast == null ? String.valueOf(value) : text(cast);
    }

    /**
     * Levels of a scale. A level is greater the more severe it is.
     *
     * @param scale the scale
     * @param <L> the kind of level
     */
    record ScaleType<L extends Level>(Scale<L> scale) implements ColumnType<L> {
        @Override
        @SuppressWarnings("unchecked") // the class of the scale's own levels is that of L
        public @Nullable L cast(Object value) {
            return scale.at(0).getClass().isInstance(value) ? (L) value : null;
        }

        @Override
        public Optional<String> fault(L value) {
            return ColumnValues.notOneOf(scale.levels(), value);
        }

        @Override
        public String text(L value) {
            return value.name();
        }

        @Override
        public List<L> values() {
            return scale.levels();
        }

        @Override
        public String form() {
            return new CanonicalForm("scale").list("levels", scale.levels()).toString();
        }
    }

    /**
     * Constants of an enum, in their declared order.
     *
     * @param type the enum
     * @param <E> the enum
     */
    record EnumType<E extends Enum<E>>(Class<E> type) implements ColumnType<E> {
        @Override
        public @Nullable E cast(Object value) {
            return type.isInstance(value) ? type.cast(value) : null;
        }

        @Override
        public String text(E value) {
            return value.name();
        }

        @Override
        public List<E> values() {
            return List.of(type.getEnumConstants());
        }

        @Override
        public String form() {
            return new CanonicalForm("enum")
                    .list("constants", values().stream().map(Enum::name).toList())
                    .toString();
        }
    }

    /** True or false. */
    record BooleanType() implements ColumnType<Boolean> {
        @Override
        public @Nullable Boolean cast(Object value) {
            return value instanceof Boolean flag ? flag : null;
        }

        @Override
        public boolean ordered() {
            return false;
        }

        @Override
        public List<Boolean> values() {
            return List.of(false, true);
        }
    }

    /**
     * Whole numbers.
     *
     * @param min the least one
     * @param max the greatest one, not less than {@code min}
     */
    record IntegerType(long min, long max) implements ColumnType<Long> {
        /**
         * Checks the bounds.
         *
         * @throws IllegalArgumentException if there is no number between them
         */
        public IntegerType {
            if (min > max) {
                throw new IllegalArgumentException("There is no number within [" + min + ".." + max + "]");
            }
        }

        @Override
        public @Nullable Long cast(Object value) {
            return ColumnValues.whole(value);
        }

        @Override
        public Optional<String> fault(Long value) {
            return ColumnValues.outside(value, min, max, "[" + min + ".." + max + "]");
        }

        @Override
        public String form() {
            return new CanonicalForm("integer").put("min", min).put("max", max).toString();
        }
    }

    /**
     * Decimal numbers. Numbers that are equal in value are equal.
     *
     * @param min the least one; null where there is none
     * @param max the greatest one; null where there is none
     */
    record DecimalType(@Nullable BigDecimal min, @Nullable BigDecimal max) implements ColumnType<BigDecimal> {
        /**
         * Brings the bounds to their one form.
         *
         * @throws IllegalArgumentException if there is no number between them
         */
        public DecimalType {
            if (min != null && max != null && min.compareTo(max) > 0) {
                throw new IllegalArgumentException("There is no number within [" + min + ".." + max + "]");
            }
            min = min == null ? null : min.stripTrailingZeros();
            max = max == null ? null : max.stripTrailingZeros();
        }

        @Override
        public @Nullable BigDecimal cast(Object value) {
            return ColumnValues.decimal(value);
        }

        @Override
        public Optional<String> fault(BigDecimal value) {
            return ColumnValues.outside(value, min, max, "[" + min + ".." + max + "]");
        }

        @Override
        public String text(BigDecimal value) {
            return value.toPlainString();
        }

        @Override
        public String form() {
            return new CanonicalForm("decimal")
                    .put("min", min == null ? "" : min.toPlainString())
                    .put("max", max == null ? "" : max.toPlainString())
                    .toString();
        }
    }

    /**
     * Texts, compared exactly.
     *
     * @param closed the only values there are, all different; empty where every text is a value
     */
    record TextType(List<String> closed) implements ColumnType<String> {
        /** Copies the values and drops repeated ones. */
        public TextType {
            closed = List.copyOf(new LinkedHashSet<>(closed));
        }

        @Override
        public @Nullable String cast(Object value) {
            return value instanceof String text ? text : null;
        }

        @Override
        public Optional<String> fault(String value) {
            return closed.isEmpty() ? Optional.empty() : ColumnValues.notOneOf(closed, value);
        }

        @Override
        public String text(String value) {
            return ConditionTexts.quoted(value);
        }

        /** Texts are ordered letter by letter; a closed set only has the order of its list, which compares nothing. */
        @Override
        public boolean ordered() {
            return closed.isEmpty();
        }

        @Override
        public List<String> values() {
            return closed;
        }

        @Override
        public String form() {
            return new CanonicalForm("text").list("closed", closed).toString();
        }
    }

    /**
     * Lengths of time, to the microsecond.
     *
     * @param min the shortest one
     * @param max the longest one, not shorter than {@code min} and at most {@link #MAX_DURATION}
     */
    record DurationType(Duration min, Duration max) implements ColumnType<Duration> {
        /**
         * Checks the bounds.
         *
         * @throws IllegalArgumentException if there is no duration between them, or they are too long
         */
        public DurationType {
            if (min.compareTo(max) > 0
                    || max.compareTo(MAX_DURATION) > 0
                    || min.negated().compareTo(MAX_DURATION) > 0) {
                throw new IllegalArgumentException(
                        "[" + min + ".." + max + "] is empty or goes beyond " + MAX_DURATION + " either way");
            }
        }

        @Override
        public @Nullable Duration cast(Object value) {
            return value instanceof Duration duration ? duration.truncatedTo(ChronoUnit.MICROS) : null;
        }

        @Override
        public Optional<String> fault(Duration value) {
            return ColumnValues.outside(value, min, max, "[" + min + ".." + max + "]");
        }

        @Override
        public String form() {
            return new CanonicalForm("duration").put("min", min).put("max", max).toString();
        }
    }

    /** Dates without a time zone. */
    record DateType() implements ColumnType<LocalDate> {
        @Override
        public @Nullable LocalDate cast(Object value) {
            return value instanceof LocalDate date ? date : null;
        }
    }

    /** Times of the day without a time zone, to the nanosecond. */
    record TimeType() implements ColumnType<LocalTime> {
        @Override
        public @Nullable LocalTime cast(Object value) {
            return value instanceof LocalTime time ? time : null;
        }
    }

    /** Dates and times without a time zone, to the microsecond. */
    record DateTimeType() implements ColumnType<LocalDateTime> {
        @Override
        public @Nullable LocalDateTime cast(Object value) {
            return value instanceof LocalDateTime time ? time.truncatedTo(ChronoUnit.MICROS) : null;
        }

        @Override
        public Optional<String> fault(LocalDateTime value) {
            return ColumnValues.outside(
                    Math.abs(value.toEpochSecond(ZoneOffset.UTC)), null, MAX_SECONDS, "the years of a column");
        }
    }

    /** Points in time, to the microsecond. */
    record InstantType() implements ColumnType<Instant> {
        @Override
        public @Nullable Instant cast(Object value) {
            return value instanceof Instant instant ? instant.truncatedTo(ChronoUnit.MICROS) : null;
        }

        @Override
        public Optional<String> fault(Instant value) {
            return ColumnValues.outside(Math.abs(value.getEpochSecond()), null, MAX_SECONDS, "the years of a column");
        }
    }

    /** Lengths of time in years and months, which have no fixed number of days. One year is twelve months. */
    record MonthsType() implements ColumnType<Period> {
        @Override
        public @Nullable Period cast(Object value) {
            return value instanceof Period period && period.withDays(0).equals(period) ? period.normalized() : null;
        }

        @Override
        public Optional<String> fault(Period value) {
            return Optional.empty();
        }

        @Override
        public String text(Period value) {
            return value.toString();
        }

        @Override
        public String form() {
            return "months";
        }
    }
}
