package dev.incidentkit.testkit.coverage;

import java.util.List;

/**
 * A table as people know it, each place of which can be reached or not. Immutable.
 *
 * @param title what it is
 * @param header the names of its columns, those of the spots last
 * @param rows its rows
 */
public record CoverageSheet(String title, List<String> header, List<Row> rows) {
    /** Copies the lists. */
    public CoverageSheet {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param cells what it says, for example the conditions of a rule
     * @param spots what can be reached in it
     */
    public record Row(List<String> cells, List<Spot> spots) {
        /** Copies the lists. */
        public Row {
            cells = List.copyOf(cells);
            spots = List.copyOf(spots);
        }
    }

    /**
     * A place that can be reached.
     *
     * @param label what stands there, for example the priority of a cell
     * @param item what it is
     */
    public record Spot(String label, CoverageItem item) {}
}
