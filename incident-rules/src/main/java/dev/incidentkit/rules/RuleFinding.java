package dev.incidentkit.rules;

import org.jspecify.annotations.Nullable;

/**
 * One fault of a table, with its place.
 *
 * @param code what kind of fault
 * @param table the name of the table
 * @param rule the rule's identifier; null where the fault is not of one rule
 * @param column the column's name; null where the fault is not of one column
 * @param position where it stands in the source; null where the table was not read from one
 * @param message the fault as a sentence that carries the offending value
 */
public record RuleFinding(
        RuleCode code,
        String table,
        @Nullable String rule,
        @Nullable String column,
        @Nullable SourcePosition position,
        String message) {
    /** {@return the fault in one line: code, position, table, rule, column, message} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(code.id());
        if (position != null) {
            text.append(' ').append(position);
        }
        text.append(" table ").append(table);
        if (rule != null) {
            text.append(" rule ").append(rule);
        }
        if (column != null) {
            text.append(" column ").append(column);
        }
        return text.append(": ").append(message).toString();
    }
}
