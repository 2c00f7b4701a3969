package dev.incidentkit.rules.internal;

import dev.incidentkit.rules.CellCondition;
import dev.incidentkit.rules.ColumnType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;

/**
 * Values of an ordered column as {@code long} keys in the same order: numbers as themselves (decimals see
 * {@link DecimalKeys}), texts by their place among the bounds (see {@link TextKeys}), years and months in months,
 * durations, instants and date-times in microseconds, dates in days, times in nanoseconds.
 */
abstract sealed class Keys
        permits DecimalKeys,
                TextKeys,
                Keys.Whole,
                Keys.Span,
                Keys.Months,
                Keys.Day,
                Keys.Time,
                Keys.DateTime,
                Keys.Moment {
    private static final long MICROS = 1_000_000;

    private final ColumnType<?> type;
    private final long min;
    private final long max;

    Keys(ColumnType<?> type, long min, long max) {
        this.type = type;
        this.min = min;
        this.max = max;
    }

    static Keys of(ColumnType<?> type, Collection<CellCondition> conditions) {
        if (type instanceof ColumnType.IntegerType whole) {
            return new Whole(whole);
        } else if (type instanceof ColumnType.DecimalType decimal) {
            return DecimalKeys.of(decimal, conditions);
        } else if (type instanceof ColumnType.TextType) {
            return TextKeys.of(type, conditions);
        } else if (type instanceof ColumnType.MonthsType) {
            return new Months(type);
        } else if (type instanceof ColumnType.DurationType span) {
            return new Span(span);
        } else if (type instanceof ColumnType.DateType) {
            return new Day(type);
        } else if (type instanceof ColumnType.TimeType) {
            return new Time(type);
        } else if (type instanceof ColumnType.DateTimeType) {
            return new DateTime(type);
        } else if (type instanceof ColumnType.InstantType) {
            return new Moment(type);
        }
        throw new IllegalArgumentException("Values of " + type + " have no order");
    }

    final ColumnType<?> type() {
        return type;
    }

    final long min() {
        return min;
    }

    final long max() {
        return max;
    }

    /** The least key that is worth showing: the range of a type is no bound that anybody chose. */
    long smallest() {
        return min;
    }

    /** A key of a value that reads well, where no bound is near. */
    final long plain() {
        return Math.max(min, Math.min(max, 0));
    }

    /** Whether a value is of the column's kind and can become a key. */
    abstract boolean fits(Object value);

    /** The key of a value that fits. */
    abstract long key(Object value);

    /** The value of a key. */
    abstract Object value(long key);

    /** The key of a number that a host passes as a primitive. */
    long keyOf(long primitive) {
        return primitive;
    }

    /** The keys of a run in the notation of conditions. */
    String label(long first, long last) {
        if (first == last) {
            return text(first);
        }
        // a bound that was excluded left its neighbour behind; the rounder of the two is the one that was written
        boolean lowOpen = first > min && zeros(first - 1) > zeros(first);
        boolean highOpen = last < max && zeros(last + 1) > zeros(last);
        String low = text(lowOpen ? first - 1 : first);
        String high = text(highOpen ? last + 1 : last);
        if (first <= smallest()) {
            return (highOpen ? "< " : "<= ") + high;
        }
        if (last >= max) {
            return (lowOpen ? "> " : ">= ") + low;
        }
        return (lowOpen ? "(" : "[") + low + ".." + high + (highOpen ? ")" : "]");
    }

    /** How many zeros a key ends in: how round it is. */
    int zeros(long key) {
        int zeros = 0;
        for (long rest = key; rest != 0 && rest % 10 == 0; rest /= 10) {
            zeros++;
        }
        return key == 0 ? 20 : zeros;
    }

    final String text(long key) {
        return type.textOf(value(key));
    }

    /** Microseconds of milliseconds; what no long holds is beyond every column. */
    private static long microsOf(long millis) {
        return Math.abs(millis / 1_000) > ColumnType.MAX_SECONDS ? furthest(millis) : millis * 1_000;
    }

    /** The last key on the side of a number. */
    static long furthest(long number) {
        return number < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    private static long micros(long seconds, int nanos) {
        return seconds * MICROS + nanos / 1_000;
    }

    static final class Whole extends Keys {
        Whole(ColumnType.IntegerType type) {
            super(type, type.min(), type.max());
        }

        @Override
        long smallest() {
            return min() == Long.MIN_VALUE ? Long.MIN_VALUE + 1 : min();
        }

        @Override
        boolean fits(Object value) {
            return value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte;
        }

        @Override
        long key(Object value) {
            return ((Number) value).longValue();
        }

        @Override
        Object value(long key) {
            return key;
        }

        @Override
        int zeros(long key) {
            return 0; // whole numbers show both ends as they are
        }
    }

    static final class Span extends Keys {
        Span(ColumnType.DurationType type) {
            super(type, of(type.min()), of(type.max()));
        }

        private static long of(Duration duration) {
            return micros(duration.toSeconds(), duration.toNanosPart());
        }

        @Override
        boolean fits(Object value) {
            return value instanceof Duration duration && Math.abs(duration.toSeconds()) <= ColumnType.MAX_SECONDS;
        }

        @Override
        long key(Object value) {
            return of((Duration) value);
        }

        @Override
        Object value(long key) {
            return Duration.ofSeconds(Math.floorDiv(key, MICROS), Math.floorMod(key, MICROS) * 1_000);
        }

        @Override
        long keyOf(long millis) {
            return microsOf(millis);
        }
    }

    static final class Months extends Keys {
        private static final long MOST = 12L * Integer.MAX_VALUE;

        Months(ColumnType<?> type) {
            super(type, -MOST, MOST);
        }

        @Override
        long smallest() {
            return min() + 1;
        }

        @Override
        boolean fits(Object value) {
            return value instanceof Period period
                    && period.withDays(0).equals(period)
                    && Math.abs(period.toTotalMonths()) <= MOST;
        }

        @Override
        long key(Object value) {
            return ((Period) value).toTotalMonths();
        }

        @Override
        Object value(long key) {
            return Period.of((int) (key / 12), (int) (key % 12), 0);
        }

        @Override
        int zeros(long key) {
            return 0; // months show both ends as they are
        }
    }

    static final class Day extends Keys {
        Day(ColumnType<?> type) {
            super(type, LocalDate.MIN.toEpochDay(), LocalDate.MAX.toEpochDay());
        }

        @Override
        long smallest() {
            return min() + 1;
        }

        @Override
        boolean fits(Object value) {
            return value instanceof LocalDate;
        }

        @Override
        long key(Object value) {
            return ((LocalDate) value).toEpochDay();
        }

        @Override
        Object value(long key) {
            return LocalDate.ofEpochDay(key);
        }

        @Override
        int zeros(long key) {
            return 0; // days show both ends as they are
        }
    }

    static final class Time extends Keys {
        Time(ColumnType<?> type) {
            super(type, 0, LocalTime.MAX.toNanoOfDay());
        }

        @Override
        boolean fits(Object value) {
            return value instanceof LocalTime;
        }

        @Override
        long key(Object value) {
            return ((LocalTime) value).toNanoOfDay();
        }

        @Override
        Object value(long key) {
            return LocalTime.ofNanoOfDay(key);
        }
    }

    static final class DateTime extends Keys {
        DateTime(ColumnType<?> type) {
            super(type, -ColumnType.MAX_SECONDS * MICROS, ColumnType.MAX_SECONDS * MICROS);
        }

        @Override
        long smallest() {
            return min() + 1;
        }

        @Override
        boolean fits(Object value) {
            return value instanceof LocalDateTime time
                    && Math.abs(time.toEpochSecond(ZoneOffset.UTC)) <= ColumnType.MAX_SECONDS;
        }

        @Override
        @SuppressWarnings("JavaLocalDateTimeGetNano") // the seconds are taken beside it
        long key(Object value) {
            LocalDateTime time = (LocalDateTime) value;
            return micros(time.toEpochSecond(ZoneOffset.UTC), time.getNano());
        }

        @Override
        Object value(long key) {
            return LocalDateTime.ofEpochSecond(
                    Math.floorDiv(key, MICROS), (int) Math.floorMod(key, MICROS) * 1_000, ZoneOffset.UTC);
        }
    }

    static final class Moment extends Keys {
        Moment(ColumnType<?> type) {
            super(type, -ColumnType.MAX_SECONDS * MICROS, ColumnType.MAX_SECONDS * MICROS);
        }

        @Override
        long smallest() {
            return min() + 1;
        }

        @Override
        boolean fits(Object value) {
            return value instanceof Instant instant && Math.abs(instant.getEpochSecond()) <= ColumnType.MAX_SECONDS;
        }

        @Override
        long key(Object value) {
            Instant instant = (Instant) value;
            return micros(instant.getEpochSecond(), instant.getNano());
        }

        @Override
        Object value(long key) {
            return Instant.ofEpochSecond(Math.floorDiv(key, MICROS), Math.floorMod(key, MICROS) * 1_000);
        }

        @Override
        long keyOf(long epochMillis) {
            return microsOf(epochMillis);
        }
    }
}
