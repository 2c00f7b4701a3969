package dev.incidentkit.rules.internal.dmn;

import dev.incidentkit.rules.internal.grid.RawCell;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A type of a DMN model.
 *
 * @param base what it is at the bottom
 * @param allowed the allowed values as they are written; null if all are
 * @param collection whether values are lists
 * @param components of a structure the types of its parts by name
 */
public record DmnType(Base base, @Nullable RawCell allowed, boolean collection, Map<String, DmnType> components) {
    /** Any value: nothing is known. */
    public static final DmnType ANY = new DmnType(Base.ANY, null, false, Map.of());

    /** What a value is at the bottom. */
    public enum Base {
        /** Any value. */
        ANY,
        /** A structure with named parts. */
        STRUCTURE,
        /** A text. */
        STRING,
        /** A decimal number. */
        NUMBER,
        /** A whole number, as Camunda's models name it. */
        INTEGER,
        /** True or false. */
        BOOLEAN,
        /** A date. */
        DATE,
        /** A time of day. */
        TIME,
        /** A date and time, with or without a zone. */
        DATE_TIME,
        /** Days, hours, minutes, seconds. */
        DURATION,
        /** Years and months. */
        MONTHS
    }
}
