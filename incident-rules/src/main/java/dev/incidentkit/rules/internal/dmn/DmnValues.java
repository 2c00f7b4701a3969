package dev.incidentkit.rules.internal.dmn;

import dev.incidentkit.rules.ColumnType;
import dev.incidentkit.rules.internal.bind.Temporals;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of a host on their way into the columns of a model. */
final class DmnValues {
    private DmnValues() {}

    /**
     * A value as a column holds it.
     *
     * @param value a value of the host
     * @param type the type of the column
     * @param zones whether the times of the column have zones
     * @return the value; null if it is of another kind
     */
    static @Nullable Object toColumn(Object value, ColumnType<?> type, ZoneUse zones) {
        if (type instanceof ColumnType.TimeType) {
            LocalTime time = timeOfDay(value, zones);
            return time == null ? null : Temporals.toSeconds(time);
        }
        Object plain = value;
        if (value instanceof OffsetDateTime time) {
            plain = time.toInstant();
        } else if (value instanceof ZonedDateTime time) {
            plain = time.toInstant();
        } else if (value instanceof Float number) {
            plain = new BigDecimal(number.toString());
        }
        if (zones == ZoneUse.EITHER && plain instanceof Instant instant) {
            plain = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        }
        boolean named = type instanceof ColumnType.EnumType<?> || type instanceof ColumnType.ScaleType<?>;
        Object cast = named ? value : type.cast(plain);
        return cast == null ? null : Temporals.toSeconds(cast);
    }

    private static @Nullable LocalTime timeOfDay(Object value, ZoneUse zones) {
        if (value instanceof LocalTime local) {
            return zones == ZoneUse.ZONED ? null : local;
        }
        return value instanceof OffsetTime time && zones != ZoneUse.LOCAL ? Temporals.inUtc(time) : null;
    }

    /**
     * What a path leads to.
     *
     * @param start the value of its name; null if it is missing
     * @param path the path
     * @return the value; null if it is missing on the way
     */
    static @Nullable Object follow(@Nullable Object start, DmnScope.Path path) {
        Object value = start;
        for (String part : path.parts()) {
            value = value instanceof Map<?, ?> map ? map.get(part) : null;
        }
        return value;
    }

    /** A point in time, a date and time or anything else as a person would name its kind. */
    static String kind(Object value) {
        if (value instanceof String) {
            return "a text";
        } else if (value instanceof Number) {
            return "a number";
        } else if (value instanceof Boolean) {
            return "true or false";
        } else if (value instanceof Instant || value instanceof OffsetDateTime || value instanceof ZonedDateTime) {
            return "a date and time with a zone";
        } else if (value instanceof OffsetTime) {
            return "a time with a zone";
        }
        return "a " + value.getClass().getSimpleName();
    }
}
