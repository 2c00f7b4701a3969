package dev.incidentkit.rules;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Labels of levels and constants as they stand in conditions: bare, as people write them, but in quotes where they would
 * read like something else. So different conditions have different texts, whatever a scale calls its levels.
 */
final class Labels {
    /** What a whole cell may say, and the words between which a table's hash sets its cells. */
    private static final Set<String> TAKEN = Set.of("-", "null", "not", "cell", "then", "rule");

    private Labels() {}

    /** A value in a condition. */
    static String inCell(Object value, ColumnType<?> type) {
        String text = type.textOf(value);
        return isLabelled(type) && isMistakable(text) ? ConditionTexts.quoted(text) : text;
    }

    /** A value on its own, where none may stand too. */
    static String alone(Object value, ColumnType<?> type) {
        String text = type.textOf(value);
        return isLabelled(type) && (text.equals("null") || text.startsWith("\"")) ? ConditionTexts.quoted(text) : text;
    }

    private static boolean isLabelled(ColumnType<?> type) {
        return type instanceof ColumnType.ScaleType<?> || type instanceof ColumnType.EnumType<?>;
    }

    private static boolean isMistakable(String text) {
        return TAKEN.contains(text)
                || "<>([.".indexOf(text.charAt(0)) >= 0
                || text.startsWith("not(")
                || text.startsWith("starts with(")
                || text.endsWith(".")
                || text.contains("..")
                || text.contains(",")
                || text.contains("\"")
                || !isBalanced(text, '(', ')')
                || !isBalanced(text, '[', ']');
    }

    /** Whether each bracket that opens in a label closes in it, so that a bracket behind the label is no part of it. */
    private static boolean isBalanced(String text, char open, char close) {
        int depth = 0;
        for (int i = 0; i < text.length() && depth >= 0; i++) {
            char c = text.charAt(i);
            depth += c == open ? 1 : c == close ? -1 : 0;
        }
        return depth == 0;
    }

    /** The value of an output as the hash has it: none is no level of that name. */
    static String output(@Nullable Object value, Output<?> output) {
        return value == null ? "null" : alone(value, output.type());
    }
}
