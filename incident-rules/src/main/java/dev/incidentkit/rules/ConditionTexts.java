package dev.incidentkit.rules;

import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What conditions mean, and how they are written as S-FEEL unary tests. */
final class ConditionTexts {
    private ConditionTexts() {}

    static String text(CellCondition condition, ColumnType<?> type) {
        if (condition instanceof CellCondition.Any) {
            return "-";
        } else if (condition instanceof CellCondition.IsNull) {
            return "null";
        } else if (condition instanceof CellCondition.Is is) {
            return Labels.inCell(is.value(), type);
        } else if (condition instanceof CellCondition.AnyOf anyOf) {
            return anyOf.alternatives().stream().map(one -> text(one, type)).collect(Collectors.joining(", "));
        } else if (condition instanceof CellCondition.Not not) {
            return "not(" + text(not.refused(), type) + ")";
        } else if (condition instanceof CellCondition.Compare compare) {
            return compare.operator().symbol() + " " + Labels.inCell(compare.bound(), type);
        } else if (condition instanceof CellCondition.Interval interval) {
            return (interval.lowEnd() == CellCondition.End.CLOSED ? "[" : "(")
                    + Labels.inCell(interval.low(), type)
                    + ".."
                    + Labels.inCell(interval.high(), type)
                    + (interval.highEnd() == CellCondition.End.CLOSED ? "]" : ")");
        }
        return "starts with(?, " + type.textOf(((CellCondition.Prefix) condition).prefix()) + ")";
    }

    static boolean matches(CellCondition condition, ColumnType<?> type, @Nullable Object value) {
        if (condition instanceof CellCondition.Any) {
            return true;
        } else if (condition instanceof CellCondition.IsNull) {
            return value == null;
        } else if (condition instanceof CellCondition.AnyOf anyOf) {
            return anyOf.alternatives().stream().anyMatch(one -> matches(one, type, value));
        } else if (value == null) {
            return false;
        } else if (condition instanceof CellCondition.Not not) {
            return !matches(not.refused(), type, value);
        } else if (condition instanceof CellCondition.Is is) {
            return Objects.equals(type.cast(is.value()), type.cast(value));
        } else if (condition instanceof CellCondition.Compare compare) {
            return onSide(compare.operator(), CellChecks.compare(type, value, compare.bound()));
        } else if (condition instanceof CellCondition.Interval interval) {
            int low = CellChecks.compare(type, value, interval.low());
            int high = CellChecks.compare(type, value, interval.high());
            return (interval.lowEnd() == CellCondition.End.CLOSED ? low >= 0 : low > 0)
                    && (interval.highEnd() == CellCondition.End.CLOSED ? high <= 0 : high < 0);
        }
        return value instanceof String text && text.startsWith(((CellCondition.Prefix) condition).prefix());
    }

    private static boolean onSide(CellCondition.Operator operator, int compared) {
        return switch (operator) {
            case LESS -> compared < 0;
            case AT_MOST -> compared <= 0;
            case GREATER -> compared > 0;
            case AT_LEAST -> compared >= 0;
        };
    }

    /** A text in double quotes, with backslashes before quotes and backslashes. */
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
