package dev.incidentkit.rules;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An input has a value that its column does not have, or lacks one where the column always has one. */
public final class InputRefusedException extends RuleEvaluationException {
    private static final long serialVersionUID = 1L;

    private final String column;

    InputRefusedException(RuleTable table, Input<?> input, @Nullable Object value) {
        this(table, input, input.type().textOf(value), why(input.type(), value));
    }

    /** For a number that was put in the unit of its column. */
    InputRefusedException(RuleTable table, Input<?> input, long number) {
        this(table, input, Long.toString(number), whyNot(input.type(), number));
    }

    private InputRefusedException(RuleTable table, Input<?> input, String value, String why) {
        super(
                table,
                "refuses " + value + " for column '" + input.name() + "', which " + why,
                Map.of(input.name(), value));
        this.column = input.name();
    }

    private static String whyNot(ColumnType<?> type, long number) {
        String unit = unit(type);
        return unit == null ? why(type, number) : "does not have so many " + unit;
    }

    private static @Nullable String unit(ColumnType<?> type) {
        if (type instanceof ColumnType.DurationType) {
            return "milliseconds";
        } else if (type instanceof ColumnType.InstantType) {
            return "milliseconds from 1970";
        } else if (type instanceof ColumnType.DateType) {
            return "days from 1970";
        } else if (type instanceof ColumnType.TimeType) {
            return "nanoseconds from midnight";
        } else if (type instanceof ColumnType.DateTimeType) {
            return "microseconds from 1970";
        }
        return type instanceof ColumnType.MonthsType ? "months" : null;
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
