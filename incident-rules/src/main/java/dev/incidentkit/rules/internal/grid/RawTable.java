package dev.incidentkit.rules.internal.grid;

import java.util.List;

/**
 * A table of raw cells.
 *
 * @param heading the heading above it without its {@code #} signs; its text is empty if there is none
 * @param header the cells of the first row
 * @param rows the rows below
 */
public record RawTable(RawCell heading, List<RawCell> header, List<RawRow> rows) {
    /** Copies the lists. */
    public RawTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param line its line, from 1
     * @param cells its cells
     */
    public record RawRow(int line, List<RawCell> cells) {
        /** Copies the cells. */
        public RawRow {
            cells = List.copyOf(cells);
        }
    }
}
