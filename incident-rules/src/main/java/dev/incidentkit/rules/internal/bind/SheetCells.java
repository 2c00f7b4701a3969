package dev.incidentkit.rules.internal.bind;

import dev.incidentkit.rules.CellCondition;
import dev.incidentkit.rules.ColumnType;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.internal.cell.CellDialect;
import dev.incidentkit.rules.internal.cell.CellLiteral;
import dev.incidentkit.rules.internal.cell.CellParser;
import dev.incidentkit.rules.internal.cell.CellSyntaxException;
import dev.incidentkit.rules.internal.cell.EatenDates;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes conditions and outputs as cells of Markdown and CSV, as a person would: quotes only where they are needed. */
public final class SheetCells {
    private static final int LONG_NUMBER = 40;

    private SheetCells() {}

    /**
     * A condition as a cell.
     *
     * @param condition the condition
     * @param type the type of its column
     * @return the text that {@link CellBinder} reads back as the same condition
     */
    public static String condition(CellCondition condition, ColumnType<?> type) {
        if (condition instanceof CellCondition.Any) {
            return "-";
        } else if (condition instanceof CellCondition.IsNull) {
            return "null";
        } else if (condition instanceof CellCondition.Is is) {
            return constant(is.value(), type);
        } else if (condition instanceof CellCondition.AnyOf anyOf) {
            return anyOf.alternatives().stream()
                    .map(one -> condition(one, type))
                    .collect(Collectors.joining(", "));
        } else if (condition instanceof CellCondition.Not not) {
            return "not(" + condition(not.refused(), type) + ")";
        } else if (condition instanceof CellCondition.Compare compare) {
            return compare.operator().symbol() + " " + constant(compare.bound(), type);
        } else if (condition instanceof CellCondition.Interval interval) {
            return (interval.lowEnd() == CellCondition.End.CLOSED ? "[" : "(")
                    + constant(interval.low(), type)
                    + ".."
                    + constant(interval.high(), type)
                    + (interval.highEnd() == CellCondition.End.CLOSED ? "]" : ")");
        }
        return "starts with(?, " + PlainText.quoted(((CellCondition.Prefix) condition).prefix()) + ")";
    }

    /**
     * An output as a cell.
     *
     * @param value the value; null where none stands
     * @param output the column
     * @return the text that {@link CellBinder} reads back as the same value
     */
    public static String output(@Nullable Object value, Output<?> output) {
        if (value == null) {
            return "-";
        }
        if (value instanceof String text) {
            boolean misread = text.equals("-") || text.equals("null") || isDate(text);
            return misread ? PlainText.quoted(text) : PlainText.write(text);
        }
        return constant(value, output.type());
    }

    private static boolean isDate(String text) {
        return EatenDates.willBeEaten(text) || EatenDates.wasEaten(text);
    }

    private static String constant(Object value, ColumnType<?> type) {
        if (value instanceof String text) {
            return isBare(text) ? text : PlainText.quoted(text);
        } else if (value instanceof BigDecimal number) {
            return number.precision() + Math.abs(number.scale()) > LONG_NUMBER
                    ? number.toString()
                    : number.toPlainString();
        } else if (value instanceof Duration duration) {
            return duration(duration);
        }
        String text = type.textOf(value);
        boolean named = type instanceof ColumnType.ScaleType<?> || type instanceof ColumnType.EnumType<?>;
        return !named || isBare(text) ? text : PlainText.quoted(text);
    }

    /** Whether a text can stand without quotes, in a list and in an interval too. */
    private static boolean isBare(String text) {
        if (text.equals("-")
                || text.equals("null")
                || text.startsWith(".")
                || text.endsWith(".")
                || Numbers.parse(text).isPresent()
                || isDate(text)
                || PlainText.hasSpecial(text)) {
            return false;
        }
        try {
            CellLiteral literal = CellParser.constant(text, CellDialect.SHEET);
            return literal.kind() == CellLiteral.Kind.BARE && literal.text().equals(text);
        } catch (CellSyntaxException e) {
            return false;
        }
    }

    /** {@code 2d}, {@code 4h}, {@code 1h30m}; with fractions of a second in ISO 8601. */
    private static String duration(Duration duration) {
        Duration length = duration.abs();
        long seconds = length.getSeconds();
        if (length.getNano() != 0 || seconds / 86_400 > 999_999) {
            return duration.toString();
        }
        StringBuilder text = new StringBuilder(duration.isNegative() ? "-" : "");
        if (seconds != 0 && seconds % 86_400 == 0) {
            return text.append(seconds / 86_400).append('d').toString();
        }
        part(text, seconds / 3_600, 'h');
        part(text, seconds / 60 % 60, 'm');
        part(text, seconds % 60, 's');
        return seconds == 0 ? "0h" : text.toString();
    }

    private static void part(StringBuilder text, long number, char unit) {
        if (number != 0) {
            text.append(number).append(unit);
        }
    }
}
