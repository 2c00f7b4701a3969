package dev.incidentkit.rules.internal.dmn;

import dev.incidentkit.rules.internal.bind.Temporals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.Period;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of test files: parsed by their XML Schema type, compared as the kit compares them. */
public final class TckValues {
    private static final BigDecimal TOLERANCE = new BigDecimal("1E-8");

    private TckValues() {}

    static Object parse(String type, String text) {
        String stripped = text.strip();
        return switch (type) {
            case "decimal", "double", "float", "integer", "int", "long" -> new BigDecimal(stripped);
            case "boolean" -> flag(stripped);
            case "date" -> LocalDate.parse(stripped);
            case "time" -> time(stripped);
            case "dateTime" -> dateTime(stripped);
            case "duration" -> duration(stripped);
            default -> text;
        };
    }

    private static Boolean flag(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        throw new IllegalArgumentException("'" + text + "' is neither true nor false");
    }

    private static Object time(String text) {
        return Temporals.time(text).<Object>map(LocalTime.class::cast).orElseGet(() -> OffsetTime.parse(text));
    }

    private static Object dateTime(String text) {
        return Temporals.instant(text)
                .<Object>map(Instant.class::cast)
                .orElseGet(() -> Temporals.dateTime(text)
                        .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no date and time")));
    }

    private static Object duration(String text) {
        return Temporals.months(text).<Object>map(Period.class::cast).orElseGet(() -> Duration.parse(text));
    }

    /**
     * Whether a result is the expected one. Numbers may differ in the ninth digit, as the kit allows.
     *
     * @param expected what is expected
     * @param actual the result
     * @return true if they are the same
     */
    public static boolean same(@Nullable Object expected, @Nullable Object actual) {
        if (expected == null || actual == null) {
            return expected == actual;
        }
        if (expected instanceof BigDecimal number) {
            return actual instanceof Number other && same(number, new BigDecimal(other.toString()));
        }
        if (expected instanceof List<?> list) {
            return actual instanceof List<?> others && same(list, others);
        }
        if (expected instanceof Map<?, ?> map) {
            return actual instanceof Map<?, ?> others
                    && map.keySet().equals(others.keySet())
                    && map.keySet().stream().allMatch(key -> same(map.get(key), others.get(key)));
        }
        return expected.equals(actual);
    }

    private static boolean same(BigDecimal expected, BigDecimal actual) {
        BigDecimal distance = expected.subtract(actual, MathContext.DECIMAL128).abs();
        return distance.compareTo(TOLERANCE.multiply(expected.abs().max(BigDecimal.ONE))) <= 0;
    }

    private static boolean same(List<?> expected, List<?> actual) {
        Iterator<?> others = actual.iterator();
        return expected.size() == actual.size() && expected.stream().allMatch(one -> same(one, others.next()));
    }

    /**
     * A value for a message.
     *
     * @param value the value
     * @return texts in quotes, all else as it is
     */
    public static String text(@Nullable Object value) {
        return value instanceof String text ? '"' + text + '"' : String.valueOf(value);
    }
}
