package dev.incidentkit.rules.format;

import dev.incidentkit.rules.internal.bind.Findings;
import dev.incidentkit.rules.internal.grid.GridException;
import dev.incidentkit.rules.internal.grid.MarkdownGrid;
import dev.incidentkit.rules.internal.grid.RawCell;
import dev.incidentkit.rules.internal.grid.RawSheet;
import dev.incidentkit.rules.internal.grid.RawTable;
import dev.incidentkit.rules.internal.grid.SourceText;
import java.util.List;

/**
 * The tables of a Markdown document as texts with their places, for those who keep something else than rules in tables:
 * test cases beside the rules that they test, for example. The same reader takes rule tables apart. Stateless.
 */
public final class MarkdownTables {
    private MarkdownTables() {}

    /**
     * A table as it stands in the document.
     *
     * @param heading the nearest heading above it without its {@code #} signs; empty where there is none
     * @param header the cells of its first row
     * @param rows the rows below
     */
    public record Table(String heading, List<Cell> header, List<Row> rows) {
        /** Copies the lists. */
        public Table {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row.
     *
     * @param line its line in the document, from 1
     * @param cells its cells, as many as there are, whatever the header has
     */
    public record Row(int line, List<Cell> cells) {
        /** Copies the cells. */
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell.
     *
     * @param text its text without blanks around it
     * @param column the column of its first character in the line, from 1
     */
    public record Cell(String text, int column) {}

    /**
     * Takes a document apart.
     *
     * @param file the name of the document, for messages
     * @param content its bytes
     * @param limits how large it may be
     * @return its tables in their order; tables in code fences and lists are none
     * @throws TableFormatException if it is too large, not UTF-8, or has a row that stands outside the table above it
     */
    public static List<Table> read(String file, byte[] content, ReadLimits limits) {
        Findings findings = new Findings(file, limits.maxFindings());
        try {
            RawSheet sheet = MarkdownGrid.read(SourceText.decode(content, limits), limits);
            sheet.strays().stream()
                    .filter(sheet::isParted)
                    .forEach(stray -> findings.cell(
                            FormatCode.ROW_OUTSIDE,
                            stray.line(),
                            Findings.Where.table(stray.heading().text()),
                            RawSheet.PARTED));
            if (!findings.hasErrors()) {
                return sheet.tables().stream().map(MarkdownTables::table).toList();
            }
        } catch (GridException e) {
            findings.grid(e);
        }
        throw new TableFormatException(file, findings.all());
    }

    private static Table table(RawTable table) {
        return new Table(
                table.heading().text(),
                cells(table.header()),
                table.rows().stream()
                        .map(row -> new Row(row.line(), cells(row.cells())))
                        .toList());
    }

    private static List<Cell> cells(List<RawCell> cells) {
        return cells.stream().map(cell -> new Cell(cell.text(), cell.column())).toList();
    }
}
