package dev.incidentkit.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table of a report.
 *
 * @param name what the row is about
 * @param values its values, one for each column of the section
 * @param basis what its values are of; null where that is what the whole section is of
 */
public record ReportRow(
        String name, List<ReportValue> values, @Nullable ReportBasis basis) {
    /** Copies the list. */
    public ReportRow {
        values = List.copyOf(values);
    }

    /**
     * A row that is of what its section is of.
     *
     * @param name what the row is about
     * @param values its values
     * @return the row
     */
    public static ReportRow of(String name, ReportValue... values) {
        return new ReportRow(name, List.of(values), null);
    }
}
