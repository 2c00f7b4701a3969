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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that return their argument and name the value they refuse. */
final class Checks {
    /** The longest duration: sums of such are still far from what a {@code long} holds in milliseconds. */
    static final Duration LONGEST = Duration.ofDays(36_525);

    private static final int NANOS_PER_MILLI = 1_000_000;

    /** Up to here ASCII can be seen. */
    private static final char FIRST_UNUSUAL = '\u007f';

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

    /**
     * A name that stands in logs, keys and addresses: it holds nothing that cannot be seen. A line break would forge a line
     * of a log, a mark of direction would make one name look like another.
     */
    static String identity(@Nullable String value, int max, String what) {
        String name = name(value, max, what);
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if (letter < ' ' || (letter >= FIRST_UNUSUAL && isUnseen(name.codePointAt(i)))) {
                throw new IllegalArgumentException("The " + what
                        + " must hold no control, format or line separating character, but has "
                        + String.format(Locale.ROOT, "U+%04X", name.codePointAt(i)) + " at " + i);
            }
        }
        return name;
    }

    private static boolean isUnseen(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** A text that may be personal data: a refusal does not show any of it. */
    static String personal(@Nullable String value, int max, String what) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The " + what + " must not be blank");
        }
        if (value.length() > max) {
            throw new IllegalArgumentException(
                    "The " + what + " must have at most " + max + " characters, but has " + value.length());
        }
        int broken = WholeText.brokenAt(value);
        if (broken >= 0) {
            throw new IllegalArgumentException("The " + what + " holds half a surrogate pair at " + broken);
        }
        return value;
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
