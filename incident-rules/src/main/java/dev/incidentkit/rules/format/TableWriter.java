package dev.incidentkit.rules.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.internal.bind.SheetRows;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Writes tables as Markdown and CSV. What is written reads back, under the same schema, as the same table with the same
 * hash. Stateless.
 */
public final class TableWriter {
    private TableWriter() {}

    /**
     * Tables as a Markdown document: each below its heading, its columns aligned, a row to a line, so that it renders
     * everywhere and a changed rule is a changed line.
     *
     * @param tables the tables, at least one
     * @return the document, ending with a line break
     */
    public static String markdown(RuleTable... tables) {
        return markdown(List.of(tables));
    }

    /**
     * Tables as a Markdown document.
     *
     * @param tables the tables, at least one
     * @return the document, ending with a line break
     */
    public static String markdown(List<RuleTable> tables) {
        StringBuilder document = new StringBuilder();
        for (RuleTable table : tables) {
            section(document, SheetRows.heading(table.schema()), SheetRows.of(table));
        }
        return document.toString();
    }

    /**
     * A table with two inputs and one output as a Markdown crosstab.
     *
     * @param table the table
     * @return the document; empty if the table is no full crosstab in row order whose ids are {@code row/column}
     */
    public static Optional<String> markdownMatrix(RuleTable table) {
        return SheetRows.matrix(table).map(matrix -> {
            StringBuilder document = new StringBuilder();
            section(document, matrix.heading(), matrix.lines());
            return document.toString();
        });
    }

    private static void section(StringBuilder document, String heading, List<List<String>> lines) {
        document.append(document.isEmpty() ? "" : "\n")
                .append("## ")
                .append(heading)
                .append("\n\n");
        int[] widths = widths(lines);
        for (int i = 0; i < lines.size(); i++) {
            row(document, lines.get(i), widths);
            if (i == 0) {
                for (int width : widths) {
                    document.append("|").append("-".repeat(width + 2));
                }
                document.append("|\n");
            }
        }
    }

    private static int[] widths(List<List<String>> lines) {
        int[] widths = new int[lines.get(0).size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(escaped(line.get(i))));
            }
        }
        return widths;
    }

    private static int width(String cell) {
        return Math.max(1, cell.codePointCount(0, cell.length()));
    }

    private static void row(StringBuilder document, List<String> cells, int[] widths) {
        for (int i = 0; i < widths.length; i++) {
            String cell = escaped(cells.get(i));
            int padding = cell.isEmpty() ? widths[i] : widths[i] - width(cell);
            document.append("| ").append(cell).append(" ".repeat(padding + 1));
        }
        document.append("|\n");
    }

    private static String escaped(String cell) {
        return cell.replace("|", "\\|");
    }

    /**
     * Tables as CSV, for spreadsheets: each below a record {@code ## name : hit policy}, an empty line between.
     *
     * @param separator {@code ;}, {@code ,} or a tab
     * @param tables the tables, at least one
     * @return the text; its lines end with carriage return and line feed, as the format demands
     * @throws IllegalArgumentException if the separator is another character
     */
    public static String csv(char separator, List<RuleTable> tables) {
        if (separator != ';' && separator != ',' && separator != '\t') {
            throw new IllegalArgumentException("A separator is ';', ',' or a tab, but this is '" + separator + "'");
        }
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            for (RuleTable table : tables) {
                if (text.getBuffer().length() > 0) {
                    text.write("\r\n");
                }
                writer.writeRecord("## " + SheetRows.heading(table.schema()));
                SheetRows.of(table).forEach(writer::writeRecord);
                writer.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot be written", e);
        }
        return text.toString();
    }

    /**
     * Tables as CSV with the separator {@code ;}.
     *
     * @param tables the tables, at least one
     * @return the text
     */
    public static String csv(RuleTable... tables) {
        return csv(';', List.of(tables));
    }
}
