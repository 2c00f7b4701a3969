package dev.incidentkit.core.incident;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** The value of a host's own attribute. */
public sealed interface AttributeValue {
    /**
     * The type of the value.
     *
     * @return the type
     */
    AttributeType type();

    /**
     * A text that is no personal data.
     *
     * @param value 1 to {@value PersonalText#MAX_LENGTH} characters, not blank
     */
    record Text(String value) implements AttributeValue {
        /** Checks the length. */
        public Text {
            Checks.name(value, PersonalText.MAX_LENGTH, "text of an attribute");
        }

        @Override
        public AttributeType type() {
            return AttributeType.TEXT;
        }
    }

    /**
     * A text that may be redacted.
     *
     * @param value the text
     */
    record Personal(PersonalText value) implements AttributeValue {
        @Override
        public AttributeType type() {
            return AttributeType.TEXT;
        }
    }

    /**
     * A number. Numbers that are equal in value are equal: trailing zeros are cut.
     *
     * @param value at most 100 digits, written out without an exponent
     */
    @SuppressWarnings("JavaLangClash") // always written as AttributeValue.Number, beside Text, Flag and the rest
    record Number(BigDecimal value) implements AttributeValue {
        /**
         * Cuts trailing zeros.
         *
         * @throws IllegalArgumentException if the number, written out, has more than 100 digits, or an exponent beyond
         *     1,000
         */
        public Number {
            Checks.checkDigits(value, "number");
            value = value.stripTrailingZeros();
        }

        @Override
        public AttributeType type() {
            return AttributeType.NUMBER;
        }
    }

    /**
     * True or false.
     *
     * @param value the value
     */
    record Flag(boolean value) implements AttributeValue {
        @Override
        public AttributeType type() {
            return AttributeType.BOOLEAN;
        }
    }

    /**
     * A point in time.
     *
     * @param value cut to milliseconds
     */
    record Moment(Instant value) implements AttributeValue {
        /** Cuts to milliseconds. */
        public Moment {
            value = Checks.millis(value);
        }

        @Override
        public AttributeType type() {
            return AttributeType.INSTANT;
        }
    }

    /**
     * A length of time.
     *
     * @param value cut to milliseconds, at most 36,525 days (100 years) either way
     */
    record Span(Duration value) implements AttributeValue {
        /**
         * Cuts to milliseconds.
         *
         * @throws IllegalArgumentException if it is longer
         */
        public Span {
            if (value.compareTo(Checks.LONGEST) > 0 || value.compareTo(Checks.LONGEST.negated()) < 0) {
                throw new IllegalArgumentException(
                        "A length of time is at most " + Checks.LONGEST + ", but this is " + value);
            }
            value = Duration.ofMillis(value.toMillis());
        }

        @Override
        public AttributeType type() {
            return AttributeType.DURATION;
        }
    }

    /**
     * A level of a scale that the host declares.
     *
     * @param value the level
     */
    record Graded(CustomLevel value) implements AttributeValue {
        @Override
        public AttributeType type() {
            return AttributeType.SCALE;
        }
    }

    /**
     * A set of names.
     *
     * @param values at most 1,000 names of at most 200 characters
     */
    record Names(Set<String> values) implements AttributeValue {
        /**
         * Checks and copies the names.
         *
         * @throws IllegalArgumentException if there are too many, or one is blank or too long
         */
        public Names {
            values = Set.copyOf(values);
            if (values.size() > 1_000) {
                throw new IllegalArgumentException("A set has at most 1,000 names, but this has " + values.size());
            }
            values.forEach(value -> Checks.name(value, 200, "name in a set"));
        }

        @Override
        public AttributeType type() {
            return AttributeType.SET;
        }
    }

    /**
     * A text that is no personal data.
     *
     * @param value the text
     * @return the value
     */
    static AttributeValue of(String value) {
        return new Text(value);
    }

    /**
     * A text that may be redacted.
     *
     * @param value the text
     * @return the value
     */
    static AttributeValue personal(String value) {
        return new Personal(PersonalText.of(value));
    }

    /**
     * A number.
     *
     * @param value the number
     * @return the value
     */
    static AttributeValue of(long value) {
        return new Number(BigDecimal.valueOf(value));
    }

    /**
     * A number.
     *
     * @param value the number
     * @return the value
     */
    static AttributeValue of(BigDecimal value) {
        return new Number(value);
    }

    /**
     * True or false.
     *
     * @param value the value
     * @return the value
     */
    static AttributeValue of(boolean value) {
        return new Flag(value);
    }

    /**
     * A point in time.
     *
     * @param value the instant
     * @return the value
     */
    static AttributeValue of(Instant value) {
        return new Moment(value);
    }

    /**
     * A length of time.
     *
     * @param value the duration
     * @return the value
     */
    static AttributeValue of(Duration value) {
        return new Span(value);
    }

    /**
     * A level of a scale.
     *
     * @param value the level
     * @return the value
     */
    static AttributeValue of(CustomLevel value) {
        return new Graded(value);
    }

    /**
     * A set of names.
     *
     * @param values the names
     * @return the value
     */
    static AttributeValue of(Set<String> values) {
        return new Names(values);
    }
}
