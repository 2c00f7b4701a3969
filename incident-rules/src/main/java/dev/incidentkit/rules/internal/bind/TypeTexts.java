package dev.incidentkit.rules.internal.bind;

import dev.incidentkit.rules.ColumnType;
import dev.incidentkit.rules.internal.cell.CellDialect;
import dev.incidentkit.rules.internal.cell.EatenDates;

/** Types as a person who owns the process would name them. */
public final class TypeTexts {
    private TypeTexts() {}

    /**
     * What a column expects, with an example.
     *
     * @param type the type of the column
     * @param dialect how its cells are written
     * @return for example {@code a duration such as 4h or PT4H}
     */
    public static String expected(ColumnType<?> type, CellDialect dialect) {
        boolean sheet = dialect == CellDialect.SHEET;
        if (type instanceof ColumnType.TextType) {
            return sheet ? "a text" : "a text in quotes such as \"VIP\"";
        } else if (type instanceof ColumnType.BooleanType) {
            return "true or false";
        } else if (type instanceof ColumnType.IntegerType) {
            return "a whole number";
        } else if (type instanceof ColumnType.DecimalType) {
            return "a number such as 12 or 0.5";
        } else if (type instanceof ColumnType.DurationType) {
            return sheet ? "a duration such as 4h, 1d12h or PT4H" : "a duration such as duration(\"PT4H\")";
        } else if (type instanceof ColumnType.MonthsType) {
            return sheet
                    ? "a number of years and months such as P1Y6M"
                    : "years and months such as duration(\"P1Y6M\")";
        }
        return moment(type, sheet);
    }

    private static String moment(ColumnType<?> type, boolean sheet) {
        if (type instanceof ColumnType.DateType) {
            return sheet ? "a date such as 2026-03-01" : "a date such as date(\"2026-03-01\")";
        } else if (type instanceof ColumnType.TimeType) {
            return sheet ? "a time of day such as 08:30" : "a time of day such as time(\"08:30:00\")";
        } else if (type instanceof ColumnType.DateTimeType) {
            return sheet
                    ? "a date and time such as 2026-03-01T08:30:00"
                    : "a date and time such as date and time(\"2026-03-01T08:30:00\")";
        } else if (type instanceof ColumnType.InstantType) {
            return sheet
                    ? "a point in time such as 2026-03-01T08:30:00Z"
                    : "a point in time such as date and time(\"2026-03-01T08:30:00Z\")";
        }
        return "one of its values";
    }

    /** What to add where a spreadsheet may have touched a constant; empty where not. */
    static String eaten(String text) {
        if (EatenDates.wasEaten(text)) {
            return "; it looks as if a spreadsheet had turned the cell into a date: restore it,"
                    + " and format the column as text";
        }
        if (EatenDates.willBeEaten(text)) {
            return "; for a range write [" + text.replaceAll("[-/]", "..")
                    + "], which no spreadsheet turns into a date";
        }
        return "";
    }
}
