package dev.incidentkit.rules;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An input has a value that its column does not have, or lacks one where the column always has one. */
public final class InputRefusedException extends RuleEvaluationException {
    private static final long serialVersionUID = 1L;

    private final String column;

    InputRefusedException(RuleTable table, Input<?> input, @Nullable Object value) {
        super(
                table,
                "refuses " + input.type().textOf(value) + " for column '" + input.name() + "', which "
                        + why(input.type(), value),
                Map.of(input.name(), input.type().textOf(value)));
        this.column = input.name();
    }

    private static String why(ColumnType<?> type, @Nullable Object value) {
        if (value == null) {
            return "always has a value";
        }
        String came = value.getClass().getSimpleName();
        if (type instanceof ColumnType.IntegerType && !ColumnValues.isWhole(value)) {
            return "takes a Long, Integer, Short or Byte, not a value of type " + came;
        }
        return type.cast(value) == null ? "does not take values of type " + came : "does not have it";
    }

    /** {@return the name of the column} */
    public String column() {
        return column;
    }
}
