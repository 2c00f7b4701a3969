package dev.incidentkit.rules;

import java.util.Map;

/** An input has a value that its column does not have, or lacks one where the column always has one. */
public final class InputRefusedException extends RuleEvaluationException {
    private static final long serialVersionUID = 1L;

    private final String column;

    InputRefusedException(RuleTable table, Input<?> input, String value) {
        super(
                table,
                "refuses " + value + " for column '" + input.name() + "'"
                        + (value.equals("null") ? ", which always has a value" : ", which does not have it"),
                Map.of(input.name(), value));
        this.column = input.name();
    }

    /** {@return the name of the column} */
    public String column() {
        return column;
    }
}
