package dev.incidentkit.rules.internal.grid;

import dev.incidentkit.rules.format.FormatCode;
import dev.incidentkit.rules.format.ReadLimits;

/** Refuses tables that are too large, naming the place and the limit. */
final class GridLimits {
    /** The row's id and the note are no columns of the schema. */
    private static final int BESIDE = 2;

    private GridLimits() {}

    static void tables(int tables, int line, ReadLimits limits) throws GridException {
        if (tables > limits.maxTables()) {
            throw new GridException(
                    FormatCode.LIMIT, line, 0, "the file has more than " + limits.maxTables() + " tables");
        }
    }

    static void rows(int rows, int line, ReadLimits limits) throws GridException {
        if (rows > limits.maxRows()) {
            throw new GridException(FormatCode.LIMIT, line, 0, "the table has more than " + limits.maxRows() + " rows");
        }
    }

    static void columns(int columns, int line, ReadLimits limits) throws GridException {
        if (columns > limits.maxColumns() + BESIDE) {
            throw new GridException(
                    FormatCode.LIMIT,
                    line,
                    0,
                    "the row has " + columns + " cells; at most " + limits.maxColumns()
                            + " are read beside id and note");
        }
    }

    static void cell(RawCell cell, ReadLimits limits) throws GridException {
        if (cell.text().length() > limits.maxCellLength()) {
            throw new GridException(
                    FormatCode.LIMIT,
                    cell.line(),
                    cell.column(),
                    "the cell has " + cell.text().length() + " characters; at most " + limits.maxCellLength()
                            + " are read");
        }
    }
}
