package dev.incidentkit.rules;

import java.util.stream.Collectors;

/** Conditions in the notation of S-FEEL unary tests. */
final class ConditionTexts {
    private ConditionTexts() {}

    static String text(Condition condition, ColumnType<?> type) {
        if (condition instanceof Condition.Any) {
            return "-";
        } else if (condition instanceof Condition.IsNull) {
            return "null";
        } else if (condition instanceof Condition.Is is) {
            return type.textOf(is.value());
        } else if (condition instanceof Condition.AnyOf anyOf) {
            return anyOf.alternatives().stream().map(one -> text(one, type)).collect(Collectors.joining(", "));
        } else if (condition instanceof Condition.Not not) {
            return "not(" + text(not.refused(), type) + ")";
        } else if (condition instanceof Condition.Compare compare) {
            return compare.operator().symbol() + " " + type.textOf(compare.bound());
        } else if (condition instanceof Condition.Interval interval) {
            return (interval.lowEnd() == Condition.End.CLOSED ? "[" : "(")
                    + type.textOf(interval.low())
                    + ".."
                    + type.textOf(interval.high())
                    + (interval.highEnd() == Condition.End.CLOSED ? "]" : ")");
        }
        return "starts with(?, " + type.textOf(((Condition.Prefix) condition).prefix()) + ")";
    }

    /** A text in double quotes, with backslashes before quotes and backslashes. */
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
