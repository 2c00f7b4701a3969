package dev.incidentkit.rules.internal.grid;

import java.util.List;

/**
 * A file taken apart.
 *
 * @param tables its tables in their order
 * @param strays lines that are written like rows but stand in no table, the first of each paragraph
 */
public record RawSheet(List<RawTable> tables, List<Stray> strays) {
    /** Copies the lists. */
    public RawSheet {
        tables = List.copyOf(tables);
        strays = List.copyOf(strays);
    }

    /**
     * A line that looks like a row.
     *
     * @param heading the nearest heading above it; its text is empty if there is none
     * @param line the whole line
     */
    public record Stray(RawCell heading, RawCell line) {}
}
