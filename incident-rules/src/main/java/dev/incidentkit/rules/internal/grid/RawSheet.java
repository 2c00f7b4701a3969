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

    /** What is said of a row that an empty line, or something else, parts from the table above it. */
    public static final String PARTED = "this row stands outside the table above and would not count; remove the empty"
            + " line, or whatever parts them";

    /**
     * Whether a line was parted from a table, rather than written as prose.
     *
     * @param stray one of {@link #strays()}
     * @return true if a table stands above it, below the same heading
     */
    public boolean isParted(Stray stray) {
        return tables.stream()
                .anyMatch(table -> table.heading().equals(stray.heading())
                        && !table.header().isEmpty()
                        && table.header().get(0).line() < stray.line().line());
    }

    /**
     * A line that looks like a row.
     *
     * @param heading the nearest heading above it; its text is empty if there is none
     * @param line the whole line
     */
    public record Stray(RawCell heading, RawCell line) {}
}
