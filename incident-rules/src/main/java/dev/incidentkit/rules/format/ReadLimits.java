package dev.incidentkit.rules.format;

/**
 * How large an input may be before it is refused. The defaults are far beyond what people keep in tables, and small
 * enough that a hostile file costs neither much time nor much memory. Immutable.
 *
 * @param maxBytes the largest file, in bytes; default 8 MiB
 * @param maxTables the most tables in one file; default 1,024
 * @param maxRows the most rows in one table; default 100,000
 * @param maxColumns the most columns in one table; default 64
 * @param maxCellLength the longest cell, in characters; default 4,096
 * @param maxDepth the deepest nesting of XML elements; default 64
 * @param maxFindings after how many findings reading stops, saying so; default 200
 */
public record ReadLimits(
        int maxBytes, int maxTables, int maxRows, int maxColumns, int maxCellLength, int maxDepth, int maxFindings) {
    private static final ReadLimits DEFAULTS = new ReadLimits(8 << 20, 1_024, 100_000, 64, 4_096, 64, 200);

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if a limit is not positive
     */
    public ReadLimits {
        positive("maxBytes", maxBytes);
        positive("maxTables", maxTables);
        positive("maxRows", maxRows);
        positive("maxColumns", maxColumns);
        positive("maxCellLength", maxCellLength);
        positive("maxDepth", maxDepth);
        positive("maxFindings", maxFindings);
    }

    private static void positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, but is " + value);
        }
    }

    /**
     * The limits that hold when none are given.
     *
     * @return the defaults named at the components
     */
    public static ReadLimits defaults() {
        return DEFAULTS;
    }

    /**
     * A copy with another largest file.
     *
     * @param bytes the largest file, in bytes, at least 1
     * @return the copy
     */
    public ReadLimits withMaxBytes(int bytes) {
        return new ReadLimits(bytes, maxTables, maxRows, maxColumns, maxCellLength, maxDepth, maxFindings);
    }

    /**
     * A copy with another number of tables.
     *
     * @param tables the most tables in one file, at least 1
     * @return the copy
     */
    public ReadLimits withMaxTables(int tables) {
        return new ReadLimits(maxBytes, tables, maxRows, maxColumns, maxCellLength, maxDepth, maxFindings);
    }

    /**
     * A copy with another number of rows.
     *
     * @param rows the most rows in one table, at least 1
     * @return the copy
     */
    public ReadLimits withMaxRows(int rows) {
        return new ReadLimits(maxBytes, maxTables, rows, maxColumns, maxCellLength, maxDepth, maxFindings);
    }

    /**
     * A copy with another number of columns.
     *
     * @param columns the most columns in one table, at least 1
     * @return the copy
     */
    public ReadLimits withMaxColumns(int columns) {
        return new ReadLimits(maxBytes, maxTables, maxRows, columns, maxCellLength, maxDepth, maxFindings);
    }

    /**
     * A copy with another length of a cell.
     *
     * @param characters the longest cell, in characters, at least 1
     * @return the copy
     */
    public ReadLimits withMaxCellLength(int characters) {
        return new ReadLimits(maxBytes, maxTables, maxRows, maxColumns, characters, maxDepth, maxFindings);
    }

    /**
     * A copy with another depth.
     *
     * @param depth the deepest nesting of XML elements, at least 1
     * @return the copy
     */
    public ReadLimits withMaxDepth(int depth) {
        return new ReadLimits(maxBytes, maxTables, maxRows, maxColumns, maxCellLength, depth, maxFindings);
    }

    /**
     * A copy with another number of findings.
     *
     * @param findings after how many findings reading stops, at least 1
     * @return the copy
     */
    public ReadLimits withMaxFindings(int findings) {
        return new ReadLimits(maxBytes, maxTables, maxRows, maxColumns, maxCellLength, maxDepth, findings);
    }
}
