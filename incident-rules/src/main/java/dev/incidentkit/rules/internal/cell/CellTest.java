package dev.incidentkit.rules.internal.cell;

import java.util.List;

/** What a cell of an input column tests. Immutable. */
public sealed interface CellTest {
    /** How a value is compared with a constant. */
    enum Operator {
        /** {@code = x}, or the constant alone. */
        EQUAL("="),
        /** {@code != x}. */
        NOT_EQUAL("!="),
        /** {@code < x}. */
        LESS("<"),
        /** {@code <= x}. */
        AT_MOST("<="),
        /** {@code > x}. */
        GREATER(">"),
        /** {@code >= x}. */
        AT_LEAST(">=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /** {@return the sign that is written} */
        public String sign() {
            return sign;
        }
    }

    /** Whether an end of an interval belongs to it. */
    enum End {
        /** The end belongs to the interval: {@code [a..} or {@code ..b]}. */
        CLOSED,
        /** The end does not belong to it: {@code (a..}, {@code ]a..}, {@code ..b)} or {@code ..b[}. */
        OPEN
    }

    /** {@code -} or an empty cell: any value, also none. */
    record Any() implements CellTest {}

    /**
     * One of several tests holds: {@code a, b}.
     *
     * @param tests the tests, at least two
     */
    record OneOf(List<CellTest> tests) implements CellTest {
        /** Copies the tests. */
        public OneOf {
            tests = List.copyOf(tests);
        }
    }

    /**
     * None of some tests holds: {@code not(a, b)}.
     *
     * @param tests the tests, at least one
     * @param at where {@code not} begins in the cell
     */
    record Not(List<CellTest> tests, int at) implements CellTest {
        /** Copies the tests. */
        public Not {
            tests = List.copyOf(tests);
        }
    }

    /**
     * A comparison with a constant.
     *
     * @param operator the operator
     * @param literal the constant
     * @param at where the comparison begins in the cell
     */
    record Comparison(Operator operator, CellLiteral literal, int at) implements CellTest {}

    /**
     * A text that begins with another one: {@code starts with(?, "a")}.
     *
     * @param literal the beginning
     * @param at where the test begins in the cell
     */
    record Prefix(CellLiteral literal, int at) implements CellTest {}

    /**
     * An interval.
     *
     * @param startEnd whether the start belongs to it
     * @param start the lower bound
     * @param end the upper bound
     * @param endEnd whether the end belongs to it
     * @param span where the interval stands in the cell
     */
    record Interval(End startEnd, CellLiteral start, CellLiteral end, End endEnd, Span span) implements CellTest {}

    /**
     * A place in a cell.
     *
     * @param at the first character, from 0
     * @param length how many characters, at least 0
     */
    record Span(int at, int length) {}
}
