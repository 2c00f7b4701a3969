package dev.incidentkit.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A section of a report: a table, and what shows the same as a picture. Build one with {@link #of} and the methods that
 * add to it.
 *
 * @param id a stable name, letters and hyphens
 * @param title its title
 * @param text what it shows and how it is reckoned
 * @param head what its rows are, for example {@code priority}
 * @param columns the names of its columns
 * @param rows its rows
 * @param basis what the section is of
 * @param chart the chart; null where there is none
 * @param pictures pictures, in order
 */
public record ReportSection(
        String id,
        String title,
        String text,
        String head,
        List<String> columns,
        List<ReportRow> rows,
        ReportBasis basis,
        @Nullable ReportChart chart,
        List<ReportPicture> pictures) {
    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if a row has not one value for each column
     */
    public ReportSection {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        pictures = List.copyOf(pictures);
        for (ReportRow row : rows) {
            if (row.values().size() != columns.size()) {
                throw new IllegalArgumentException(
                        id + ": row " + row.name() + " has " + row.values().size() + " values for " + columns);
            }
        }
    }

    /**
     * A section with a table and nothing else.
     *
     * @param id a stable name
     * @param title its title
     * @param text what it shows and how it is reckoned
     * @param table the table
     * @return the section
     */
    static ReportSection of(String id, String title, String text, Table table) {
        return new ReportSection(
                id, title, text, table.head(), table.columns(), table.rows(), table.basis(), null, List.of());
    }

    /** A table by itself. */
    record Table(String head, List<String> columns, List<ReportRow> rows, ReportBasis basis) {}

    ReportSection with(ReportChart shown) {
        return new ReportSection(id, title, text, head, columns, rows, basis, shown, pictures);
    }

    ReportSection with(List<ReportPicture> shown) {
        return new ReportSection(id, title, text, head, columns, rows, basis, chart, shown);
    }

    /** {@return whether any row says of what its values are} */
    public boolean hasRowBases() {
        return rows.stream().anyMatch(row -> row.basis() != null);
    }

    /**
     * A row by its name.
     *
     * @param name the name
     * @return the first row of that name
     * @throws IllegalArgumentException if there is none
     */
    public ReportRow row(String name) {
        return rows.stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id + " has no row " + name + ", but "
                        + rows.stream().map(ReportRow::name).toList()));
    }

    /**
     * A value by the names of its row and column.
     *
     * @param row the row's name
     * @param column the column's name
     * @return the value
     * @throws IllegalArgumentException if there is none
     */
    public ReportValue value(String row, String column) {
        int index = columns.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException(id + " has no column " + column + ", but " + columns);
        }
        return row(row).values().get(index);
    }
}
