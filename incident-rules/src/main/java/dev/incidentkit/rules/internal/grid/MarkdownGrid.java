package dev.incidentkit.rules.internal.grid;

import dev.incidentkit.rules.format.ReadLimits;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * The tables of a Markdown document, each with the heading above it. Blocks are found by a CommonMark parser, so a table
 * in a code fence is none; the text of a cell is taken from the file itself, because in a rule {@code <} and {@code *}
 * mean what they say. Inline parsing is switched off: nothing needs it, and its cost is what hostile documents aim at.
 */
public final class MarkdownGrid {
    private static final int MAX_OPEN_BLOCKS = 64;

    private final SourceText source;
    private final ReadLimits limits;
    private final List<RawTable> tables = new ArrayList<>();
    private final List<RawSheet.Stray> strays = new ArrayList<>();
    private RawCell heading = new RawCell("", "", 0, 0);

    private MarkdownGrid(SourceText source, ReadLimits limits) {
        this.source = source;
        this.limits = limits;
    }

    /**
     * Takes a document apart.
     *
     * @param source the document
     * @param limits the limits
     * @return its tables in their order, each with the nearest heading above it, and the rows that stand outside one
     * @throws GridException if a limit is exceeded
     */
    public static RawSheet read(SourceText source, ReadLimits limits) throws GridException {
        Parser parser = Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .maxOpenBlockParsers(MAX_OPEN_BLOCKS)
                .inlineParserFactory(context -> (lines, node) -> {})
                .build();
        MarkdownGrid grid = new MarkdownGrid(source, limits);
        grid.walk(parser.parse(source.text()));
        return new RawSheet(grid.tables, grid.strays);
    }

    /** Visits the blocks that can hold tables at the top of the document; a table inside a list is prose. */
    private void walk(Node parent) throws GridException {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading) {
                heading = heading(node);
            } else if (node instanceof TableBlock block) {
                GridLimits.tables(tables.size() + 1, lineOf(block), limits);
                tables.add(table(block));
            } else if (node instanceof Paragraph) {
                stray(node);
            } else if (node instanceof Document || node instanceof BlockQuote) {
                walk(node);
            }
        }
    }

    /** An empty line ends a table, so that a row below it is a paragraph that only looks like one. */
    private void stray(Node paragraph) {
        for (SourceSpan span : paragraph.getSourceSpans()) {
            String line = text(span).strip();
            if (line.startsWith("|")) {
                int column = span.getColumnIndex() + text(span).indexOf('|') + 1;
                strays.add(new RawSheet.Stray(heading, new RawCell(line, line, span.getLineIndex() + 1, column)));
                return;
            }
        }
    }

    private RawCell heading(Node node) {
        SourceSpan span = node.getSourceSpans().get(0);
        String line = text(span);
        int from = 0;
        while (from < line.length() && (line.charAt(from) == '#' || line.charAt(from) == ' ')) {
            from++;
        }
        int to = line.length();
        while (to > from && (line.charAt(to - 1) == '#' || line.charAt(to - 1) == ' ')) {
            to--;
        }
        String text = line.substring(from, to);
        return new RawCell(text, text, span.getLineIndex() + 1, span.getColumnIndex() + from + 1);
    }

    private RawTable table(TableBlock block) throws GridException {
        List<RawCell> header = List.of();
        List<RawTable.RawRow> rows = new ArrayList<>();
        for (Node part = block.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row instanceof TableRow; row = row.getNext()) {
                RawTable.RawRow raw = row(row);
                if (part instanceof TableHead) {
                    header = raw.cells();
                } else {
                    GridLimits.rows(rows.size() + 1, raw.line(), limits);
                    rows.add(raw);
                }
            }
        }
        return new RawTable(heading, header, rows);
    }

    /**
     * A row as it stands in the file. The CommonMark rules add empty cells to a short row and drop those too many; a
     * rule table must name both, so a row is split by the same rule again.
     */
    private RawTable.RawRow row(Node row) throws GridException {
        SourceSpan span = row.getSourceSpans().get(0);
        String line = text(span);
        int number = span.getLineIndex() + 1;
        List<RawCell> cells = new ArrayList<>();
        int start = firstCell(line);
        for (int i = start; i <= line.length(); i++) {
            boolean end = i == line.length();
            if (!end && line.charAt(i) == '\\' && i + 1 < line.length() && line.charAt(i + 1) == '|') {
                i++;
            } else if (end || line.charAt(i) == '|') {
                if (!end || !line.substring(start).isBlank()) {
                    cells.add(cell(line.substring(start, i), number, span.getColumnIndex() + start));
                }
                start = i + 1;
            }
        }
        GridLimits.columns(cells.size(), number, limits);
        return new RawTable.RawRow(number, cells);
    }

    private static int firstCell(String line) {
        int at = 0;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at < line.length() && line.charAt(at) == '|' ? at + 1 : 0;
    }

    private RawCell cell(String source, int line, int column) throws GridException {
        String stripped = source.strip();
        int leading = source.length() - source.stripLeading().length();
        String text = stripped.indexOf('|') < 0 ? stripped : stripped.replace("\\|", "|");
        RawCell cell = new RawCell(text, stripped, line, column + (stripped.isEmpty() ? 0 : leading) + 1);
        GridLimits.cell(cell, limits);
        return cell;
    }

    private String text(SourceSpan span) {
        String line = source.lines().get(span.getLineIndex());
        return line.substring(
                Math.min(span.getColumnIndex(), line.length()),
                Math.min(span.getColumnIndex() + span.getLength(), line.length()));
    }

    private static int lineOf(Node node) {
        return node.getSourceSpans().get(0).getLineIndex() + 1;
    }
}
