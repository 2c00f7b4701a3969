package dev.incidentkit.rules.internal.bind;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as DMN writes them, bounded so that none takes much memory. */
public final class Numbers {
    /** The digits of a decimal128, the numbers of DMN. */
    private static final int MAX_DIGITS = 34;

    private static final int MAX_EXPONENT = 6_144;
    private static final int MAX_LENGTH = 60;
    private static final Pattern NUMBER = Pattern.compile("-?(?:\\d++(?:\\.\\d++)?|\\.\\d++)(?:[eE][+-]?\\d{1,4})?");

    private Numbers() {}

    /**
     * Parses a number.
     *
     * @param text for example {@code 12}, {@code -0.5} or {@code 1.23e4}
     * @return the number, or empty if it is none, or has more than 34 digits or an exponent beyond 6,144
     */
    public static Optional<BigDecimal> parse(String text) {
        if (text.length() > MAX_LENGTH || !NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text);
        boolean fits = number.precision() <= MAX_DIGITS && Math.abs(number.scale()) <= MAX_EXPONENT;
        return fits ? Optional.of(number) : Optional.empty();
    }
}
