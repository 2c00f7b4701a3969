package dev.incidentkit.rules.internal.bind;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as DMN writes them, bounded so that none takes much memory. */
public final class Numbers {
    private static final int MAX_EXPONENT = 7_000;
    private static final int MAX_LENGTH = 1_000;
    private static final Pattern NUMBER = Pattern.compile("-?(?:\\d++(?:\\.\\d++)?|\\.\\d++)(?:[eE][+-]?\\d{1,4})?");

    private Numbers() {}

    /**
     * Parses a whole number.
     *
     * @param text for example {@code 12} or {@code -5}; {@code 12.0} is one too
     * @return the number, or empty if it is none or does not fit
     */
    public static Optional<Long> whole(String text) {
        try {
            return parse(text).map(BigDecimal::longValueExact);
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /**
     * Parses a number.
     *
     * @param text for example {@code 12}, {@code -0.5} or {@code 1.23e4}
     * @return the number, or empty if it is none, is longer than 1,000 characters, or has an exponent beyond 7,000
     */
    public static Optional<BigDecimal> parse(String text) {
        if (text.length() > MAX_LENGTH || !NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text);
        return Math.abs(number.scale()) <= MAX_EXPONENT ? Optional.of(number) : Optional.empty();
    }
}
