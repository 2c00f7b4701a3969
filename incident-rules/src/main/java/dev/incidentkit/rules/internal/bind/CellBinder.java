package dev.incidentkit.rules.internal.bind;

import dev.incidentkit.rules.CellCondition;
import dev.incidentkit.rules.ColumnType;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.RuleCode;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.format.FormatCode;
import dev.incidentkit.rules.internal.cell.CellDialect;
import dev.incidentkit.rules.internal.cell.CellLiteral;
import dev.incidentkit.rules.internal.cell.CellParser;
import dev.incidentkit.rules.internal.cell.CellSyntaxException;
import dev.incidentkit.rules.internal.cell.CellTest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds the cells of tables to their columns. Not safe for use by several threads. */
public final class CellBinder {
    private final CellDialect dialect;
    private final List<CellFault> faults = new ArrayList<>();
    private final ConstantReader constants;

    /**
     * Creates a binder.
     *
     * @param dialect where the cells come from
     */
    public CellBinder(CellDialect dialect) {
        this.dialect = dialect;
        this.constants = new ConstantReader(dialect, faults);
    }

    /** {@return what was wrong with the cells since the last call} */
    public List<CellFault> takeFaults() {
        List<CellFault> taken = List.copyOf(faults);
        faults.clear();
        return taken;
    }

    /**
     * Binds a cell of an input column.
     *
     * @param cell its text
     * @param input the column
     * @return the condition; {@link CellCondition.Any} where there are faults
     */
    public CellCondition condition(String cell, Input<?> input) {
        int before = faults.size();
        try {
            CellCondition condition = condition(CellParser.test(cell, dialect), input);
            if (condition != null && faults.size() == before) {
                RuleTable.faults(input, condition).forEach((code, message) -> {
                    String plain = code == RuleCode.NULL_UNSUITED
                            ? "'" + input.name() + "' always has a value, so no row can ask for null"
                            : message;
                    faults.add(new CellFault(FormatCode.of(code), plain, 0, cell.length()));
                });
                return condition;
            }
        } catch (CellSyntaxException e) {
            faults.add(syntax(e));
        }
        return CellCondition.any();
    }

    private CellFault syntax(CellSyntaxException e) {
        boolean expression = dialect == CellDialect.DMN && e.problem().contains("function");
        return new CellFault(
                expression ? FormatCode.DMN_EXPRESSION : FormatCode.CELL_SYNTAX,
                e.problem(),
                e.span().at(),
                e.span().length());
    }

    private @Nullable CellCondition condition(CellTest test, Input<?> input) {
        if (test instanceof CellTest.Any) {
            return CellCondition.any();
        } else if (test instanceof CellTest.OneOf oneOf) {
            return anyOf(oneOf.tests(), input);
        } else if (test instanceof CellTest.Not not) {
            CellCondition refused = anyOf(not.tests(), input);
            return refused == null ? null : new CellCondition.Not(refused);
        } else if (test instanceof CellTest.Comparison comparison) {
            return comparison(comparison, input);
        } else if (test instanceof CellTest.Prefix prefix) {
            return prefix(prefix, input);
        }
        return interval((CellTest.Interval) test, input);
    }

    private @Nullable CellCondition anyOf(List<CellTest> tests, Input<?> input) {
        List<CellCondition> conditions = new ArrayList<>(tests.size());
        for (CellTest test : tests) {
            CellCondition condition = condition(test, input);
            if (condition != null) {
                conditions.add(condition);
            }
        }
        return conditions.size() < tests.size() ? null : CellCondition.anyOf(conditions);
    }

    private @Nullable CellCondition comparison(CellTest.Comparison comparison, Input<?> input) {
        CellTest.Operator operator = comparison.operator();
        CellLiteral literal = comparison.literal();
        boolean equal = operator == CellTest.Operator.EQUAL;
        if (equal || operator == CellTest.Operator.NOT_EQUAL) {
            CellCondition is = is(literal, input);
            return is == null || equal ? is : new CellCondition.Not(is);
        }
        String text = operator.sign() + " " + literal.text();
        if (unordered(input, text, comparison.at())) {
            return null;
        }
        Object bound = bound(literal, input);
        if (bound == null) {
            return null;
        }
        CellCondition condition = new CellCondition.Compare(CellCondition.Operator.valueOf(operator.name()), bound);
        return byLetters(condition, input, text, comparison.at());
    }

    private @Nullable CellCondition is(CellLiteral literal, Input<?> input) {
        if (literal.isNull()) {
            return CellCondition.isNull();
        }
        Object value = constants.read(literal, input.type());
        return value == null ? null : new CellCondition.Is(value);
    }

    private @Nullable Object bound(CellLiteral literal, Input<?> input) {
        if (literal.isNull()) {
            faults.add(CellFault.of(
                    FormatCode.CONDITION_UNSUITED,
                    "null cannot be an end: nothing is less or greater than a missing value",
                    literal));
            return null;
        }
        return constants.read(literal, input.type());
    }

    /** DMN compares texts letter by letter, also those that a column lists in an order of its own. */
    private @Nullable CellCondition byLetters(CellCondition condition, Input<?> input, String text, int at) {
        if (!TextOrder.applies(input.type(), dialect)) {
            return condition;
        }
        CellCondition bound = TextOrder.bind(condition, input.type());
        if (bound == null) {
            faults.add(new CellFault(
                    FormatCode.CONDITION_UNSUITED,
                    "DMN compares texts letter by letter, where '" + text + "' means "
                            + TextOrder.meaning(condition, input.type()) + "; list the values instead",
                    at,
                    text.length()));
        }
        return bound;
    }

    private boolean unordered(Input<?> input, String text, int at) {
        if (input.type().ordered() || TextOrder.applies(input.type(), dialect)) {
            return false;
        }
        faults.add(new CellFault(
                FormatCode.CONDITION_UNSUITED,
                "the values of '" + input.name() + "' have no order, so '" + text
                        + "' means nothing; list the values, as in a, b",
                at,
                text.length()));
        return true;
    }

    private @Nullable CellCondition prefix(CellTest.Prefix prefix, Input<?> input) {
        CellLiteral literal = prefix.literal();
        if (!(input.type() instanceof ColumnType.TextType) || literal.text().isEmpty()) {
            faults.add(CellFault.of(
                    FormatCode.CONDITION_UNSUITED,
                    literal.text().isEmpty()
                            ? "a beginning must have at least one letter"
                            : "'" + input.name() + "' holds no texts, so it has no beginnings",
                    literal));
            return null;
        }
        if (literal.kind() != CellLiteral.Kind.QUOTED) {
            faults.add(CellFault.of(FormatCode.CELL_SYNTAX, "the beginning stands in quotes", literal));
            return null;
        }
        return new CellCondition.Prefix(literal.text());
    }

    private @Nullable CellCondition interval(CellTest.Interval interval, Input<?> input) {
        String text = (interval.startEnd() == CellTest.End.CLOSED ? "[" : "(")
                + interval.start().text() + ".." + interval.end().text()
                + (interval.endEnd() == CellTest.End.CLOSED ? "]" : ")");
        if (unordered(input, text, interval.span().at())) {
            return null;
        }
        Object low = bound(interval.start(), input);
        Object high = bound(interval.end(), input);
        if (low == null || high == null) {
            return null;
        }
        CellCondition condition =
                new CellCondition.Interval(low, end(interval.startEnd()), high, end(interval.endEnd()));
        if (TextOrder.applies(input.type(), dialect)) {
            return byLetters(condition, input, text, interval.span().at());
        }
        int before = faults.size();
        RuleTable.faults(input, condition)
                .forEach((code, message) -> faults.add(new CellFault(
                        FormatCode.of(code),
                        code == RuleCode.INTERVAL_EMPTY
                                ? text + " is empty" + turned(interval, input, low, high)
                                : message,
                        interval.span().at(),
                        interval.span().length())));
        return faults.size() == before ? condition : null;
    }

    /** What to say of an empty interval: whether its ends stand in the wrong order. */
    private static String turned(CellTest.Interval interval, Input<?> input, Object low, Object high) {
        CellCondition other = new CellCondition.Interval(
                /* low= */ high, end(interval.startEnd()), /* high= */ low, end(interval.endEnd()));
        if (!RuleTable.faults(input, other).isEmpty()) {
            return ": it excludes both its ends and there is nothing between them";
        }
        String order =
                input.type() instanceof ColumnType.ScaleType<?> ? " (a level is greater the more severe it is)" : "";
        return ": it starts after its end" + order + "; did you mean "
                + (interval.startEnd() == CellTest.End.CLOSED ? "[" : "(")
                + interval.end().text() + ".." + interval.start().text()
                + (interval.endEnd() == CellTest.End.CLOSED ? "]" : ")") + "?";
    }

    private static CellCondition.End end(CellTest.End end) {
        return end == CellTest.End.CLOSED ? CellCondition.End.CLOSED : CellCondition.End.OPEN;
    }

    /**
     * Binds a cell of an output column. In a column of texts a bare cell is one text, whatever stands in it.
     *
     * @param cell its text, stripped
     * @param output the column
     * @return the value; null where none stands, or where there are faults
     */
    public @Nullable Object output(String cell, Output<?> output) {
        if (cell.isEmpty() || cell.equals("-") || cell.equals("null")) {
            if (!output.optional()) {
                faults.add(new CellFault(
                        FormatCode.NULL_UNSUITED,
                        "every row needs a value for '" + output.name() + "'; expected "
                                + TypeTexts.expected(output.type(), dialect) + allowed(output),
                        0,
                        Math.max(1, cell.length())));
            }
            return null;
        }
        CellLiteral literal = outputLiteral(cell, output);
        Object value = literal == null ? null : constants.read(literal, output.type());
        return value == null || literal == null ? null : allowed(literal, output, value);
    }

    private @Nullable CellLiteral outputLiteral(String cell, Output<?> output) {
        boolean free = output.type() instanceof ColumnType.TextType
                && dialect == CellDialect.SHEET
                && cell.charAt(0) != '"'
                && cell.charAt(0) != '=';
        if (free) {
            return new CellLiteral(CellLiteral.Kind.BARE, cell, 0, cell.length());
        }
        try {
            return CellParser.constant(cell, dialect);
        } catch (CellSyntaxException e) {
            faults.add(new CellFault(
                    dialect == CellDialect.DMN ? FormatCode.DMN_EXPRESSION : FormatCode.CELL_SYNTAX,
                    "an output holds one constant: " + e.problem(),
                    e.span().at(),
                    e.span().length()));
            return null;
        }
    }

    private static String allowed(Output<?> output) {
        List<String> texts = allowedTexts(output);
        return texts.isEmpty() ? "" : "; allowed: " + Near.list(texts);
    }

    private static List<String> allowedTexts(Output<?> output) {
        return output.allowed().stream()
                .map(value ->
                        value instanceof String text ? text : output.type().textOf(value))
                .toList();
    }

    private @Nullable Object allowed(CellLiteral literal, Output<?> output, Object value) {
        if (output.allowed().isEmpty() || output.allowed().contains(value)) {
            return value;
        }
        faults.add(CellFault.of(
                FormatCode.VALUE_UNKNOWN,
                "'" + literal.text() + "' is not an allowed value" + Near.hint(literal.text(), allowedTexts(output)),
                literal));
        return null;
    }
}
