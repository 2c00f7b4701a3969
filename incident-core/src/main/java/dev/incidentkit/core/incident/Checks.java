package dev.incidentkit.core.incident;

import dev.incidentkit.core.internal.WholeText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that return their argument and name the value they refuse. */
final class Checks {
    /** The longest duration: sums of such are still far from what a {@code long} holds in milliseconds. */
    static final Duration LONGEST = Duration.ofDays(36_525);

    private static final int NANOS_PER_MILLI = 1_000_000;

    private Checks() {}

    static String notBlank(@Nullable String value, String what) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(
                    "The " + what + " must not be blank, but is " + (value == null ? "null" : "'" + value + "'"));
        }
        return value;
    }

    static String name(@Nullable String value, int max, String what) {
        String name = notBlank(value, what);
        if (name.length() > max) {
            throw new IllegalArgumentException("The " + what + " must have at most " + max + " characters, but has "
                    + name.length() + ": '" + name.substring(0, Math.min(40, max)) + "…'");
        }
        int broken = WholeText.brokenAt(name);
        if (broken >= 0) {
            throw new IllegalArgumentException("The " + what + " holds half a surrogate pair at " + broken);
        }
        return name;
    }

    /** Cuts to milliseconds, the resolution of the record, and keeps the instance where nothing is to be cut. */
    @SuppressWarnings("JavaInstantGetSecondsGetNano") // only the part of a second is asked for
    static Instant millis(Instant instant) {
        return instant.getNano() % NANOS_PER_MILLI == 0 ? instant : instant.truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * A number without positive exponent, of bounded size: written out, an exponent may be larger than memory. The digits
     * are counted as they are written, so that what is accepted here is accepted when it is read back.
     */
    static BigDecimal plain(BigDecimal value, String what) {
        checkDigits(value, what);
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    /** Refuses a number of more than 100 digits as it is written out, or with an exponent beyond 1,000. */
    static void checkDigits(BigDecimal value, String what) {
        if (Math.abs((long) value.scale()) > 1_000 || value.precision() - Math.min(0, value.scale()) > 100) {
            throw new IllegalArgumentException("The " + what
                    + " has at most 100 digits, written out, and an exponent within 1,000, but "
                    + value.round(new MathContext(10)) + " does not");
        }
    }

    /** A copy that nobody changes, in the order of the original; with its nulls, so that they can be told of later. */
    static <T> Set<T> copy(Set<T> set) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(set));
    }

    /** A copy that nobody changes, in the order of the original; with its nulls, so that they can be told of later. */
    static <K, V> Map<K, V> copy(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    static @Nullable Instant millisOrNull(@Nullable Instant instant) {
        return instant == null ? null : millis(instant);
    }
}
