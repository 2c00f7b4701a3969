package dev.incidentkit.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a cell demands of its column's value: immutable data, so that it can be written, compared and proven. Values are
 * those of the column's {@link ColumnType}.
 *
 * <p>A missing value ({@code null}) is matched by {@link Any} and {@link IsNull} and by nothing else, not even by a
 * {@link Not}: nothing matches it by accident.
 */
public sealed interface CellCondition {
    /** {@return the condition that every value meets, a missing one too} */
    static CellCondition any() {
        return new Any();
    }

    /** {@return the condition that only a missing value meets} */
    static CellCondition isNull() {
        return new IsNull();
    }

    /**
     * Several alternatives. Nested ones are unfolded, repeated ones dropped, and a single one stands for itself.
     *
     * @param alternatives at least one condition
     * @return the condition that is met if one of them is
     * @throws IllegalArgumentException if there is none
     */
    static CellCondition anyOf(List<? extends CellCondition> alternatives) {
        Set<CellCondition> flat = new LinkedHashSet<>();
        for (CellCondition alternative : alternatives) {
            if (alternative instanceof AnyOf nested) {
                flat.addAll(nested.alternatives());
            } else {
                flat.add(alternative);
            }
        }
        if (flat.isEmpty()) {
            throw new IllegalArgumentException("A list of alternatives must have at least one, but is " + alternatives);
        }
        if (flat.contains(any())) {
            return any();
        }
        return flat.size() == 1 ? flat.iterator().next() : new AnyOf(new ArrayList<>(flat));
    }

    /**
     * The condition in the notation of S-FEEL unary tests. Texts are always quoted; levels and enum constants only where
     * their labels would read like something else. Different conditions have different texts.
     *
     * @param type the type of the column
     * @return for example {@code >= PT4H}, {@code not("sap", "printing")}, {@code [1..5)} or {@code -}
     */
    default String text(ColumnType<?> type) {
        return ConditionTexts.text(this, type);
    }

    /**
     * Whether a value meets the condition. This is the meaning of conditions, plain and slow; compiled tables agree.
     *
     * @param type the type of the column
     * @param value a value of the column, or null if it is missing
     * @return true if it does
     */
    default boolean matches(ColumnType<?> type, @Nullable Object value) {
        return ConditionTexts.matches(this, type, value);
    }

    /** Every value, a missing one too. Written {@code -}. */
    record Any() implements CellCondition {}

    /** No value. Written {@code null}. */
    record IsNull() implements CellCondition {}

    /**
     * One value.
     *
     * @param value the value
     */
    record Is(Object value) implements CellCondition {}

    /**
     * One of several alternatives; see {@link CellCondition#anyOf}.
     *
     * @param alternatives at least one, none of them {@link AnyOf} or {@link Any}
     */
    record AnyOf(List<CellCondition> alternatives) implements CellCondition {
        /** Copies the alternatives. */
        public AnyOf {
            alternatives = List.copyOf(alternatives);
        }
    }

    /**
     * Every value that another condition does not match. A missing value is not among them.
     *
     * @param refused what must not hold
     */
    record Not(CellCondition refused) implements CellCondition {}

    /**
     * The values on one side of a bound.
     *
     * @param operator which side
     * @param bound a value of an ordered type
     */
    record Compare(Operator operator, Object bound) implements CellCondition {}

    /**
     * The values between two bounds.
     *
     * @param low the lower bound
     * @param lowEnd whether it belongs to the interval
     * @param high the upper bound
     * @param highEnd whether it belongs to the interval
     */
    record Interval(Object low, End lowEnd, Object high, End highEnd) implements CellCondition {}

    /**
     * The texts that begin with a text.
     *
     * @param prefix the beginning, not empty
     */
    record Prefix(String prefix) implements CellCondition {
        /**
         * Checks the beginning.
         *
         * @throws IllegalArgumentException if it is empty
         */
        public Prefix {
            if (prefix.isEmpty()) {
                throw new IllegalArgumentException("A prefix must not be empty, but is '" + prefix + "'");
            }
        }
    }

    /** Whether a bound belongs to its interval. */
    enum End {
        /** The bound belongs to it: a square bracket. */
        CLOSED,
        /** The bound does not belong to it: a round bracket. */
        OPEN
    }

    /** The sides of a bound. Levels of a scale are greater the more severe they are. */
    enum Operator {
        /** Less than the bound. */
        LESS("<"),
        /** The bound or less. */
        AT_MOST("<="),
        /** Greater than the bound. */
        GREATER(">"),
        /** The bound or greater. */
        AT_LEAST(">=");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        /** {@return the operator as it is written} */
        public String symbol() {
            return symbol;
        }
    }
}
