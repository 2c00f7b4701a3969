package dev.incidentkit.rules.internal.cell;

/** Where a cell comes from, which decides what may stand in it. */
public enum CellDialect {
    /**
     * A cell of a Markdown or CSV table: constants may stand bare, and no cell begins with {@code =}, which a
     * spreadsheet takes for a formula.
     */
    SHEET,

    /** A cell of a DMN model: text stands in quotes, and a bare word would be the name of a variable. */
    DMN
}
