package dev.incidentkit.rules.internal.grid;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.incidentkit.rules.format.FormatCode;
import dev.incidentkit.rules.format.ReadLimits;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables of a CSV file. A record whose first cell begins with {@code ##} is the heading of a table; the next record
 * with any text is its header, and empty records mean nothing, as spreadsheets leave them behind. The separator is
 * {@code ;}, {@code ,} or a tab, whichever splits the first header most.
 */
public final class CsvGrid {
    private static final String HEADING = "##";
    private static final char[] SEPARATORS = {';', ',', '\t'};

    private final SourceText source;
    private final ReadLimits limits;
    private final List<RawTable> tables = new ArrayList<>();
    private RawCell heading = new RawCell("", "", 0, 0);
    private List<RawCell> header = List.of();
    private List<RawTable.RawRow> rows = new ArrayList<>();

    private CsvGrid(SourceText source, ReadLimits limits) {
        this.source = source;
        this.limits = limits;
    }

    /**
     * Takes a file apart.
     *
     * @param source the file
     * @param limits the limits
     * @return its tables in their order, no row stands outside one; a table without a heading has an empty one
     * @throws GridException if the file breaks the rules of CSV, or a limit is exceeded
     */
    public static RawSheet read(SourceText source, ReadLimits limits) throws GridException {
        CsvGrid grid = new CsvGrid(source, limits);
        CsvReader.CsvReaderBuilder builder = CsvReader.builder()
                .fieldSeparator(separator(source))
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false);
        long line = 1;
        try (CsvReader<CsvRecord> reader = builder.ofCsvRecord(source.text())) {
            for (CsvRecord csv : reader) {
                line = csv.getStartingLineNumber();
                grid.accept(csv);
            }
        } catch (CsvParseException e) {
            throw new GridException(
                    FormatCode.BROKEN_CSV, 0, 0, "this is not well-formed CSV after line " + line + ": " + detail(e));
        } catch (java.io.IOException e) {
            throw new GridException(FormatCode.UNREADABLE, 0, 0, "the text cannot be read: " + e.getMessage());
        }
        grid.finish();
        return new RawSheet(grid.tables, List.of());
    }

    private static String detail(CsvParseException e) {
        String cause = e.getCause() == null ? null : e.getCause().getMessage();
        return cause == null ? String.valueOf(e.getMessage()) : cause;
    }

    /** The separator that occurs most outside quotes in the first line that is no heading. */
    private static char separator(SourceText source) {
        for (String line : source.lines()) {
            String stripped = line.strip();
            if (stripped.isEmpty() || stripped.startsWith(HEADING) || stripped.startsWith("\"" + HEADING)) {
                continue;
            }
            int[] counts = counts(line);
            int best = 0;
            for (int i = 1; i < counts.length; i++) {
                best = counts[i] > counts[best] ? i : best;
            }
            if (counts[best] > 0) {
                return SEPARATORS[best];
            }
        }
        return SEPARATORS[0];
    }

    private static int[] counts(String line) {
        int[] counts = new int[SEPARATORS.length];
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            for (int s = 0; s < SEPARATORS.length && !quoted; s++) {
                counts[s] += c == SEPARATORS[s] ? 1 : 0;
            }
        }
        return counts;
    }

    private void accept(CsvRecord csv) throws GridException {
        List<RawCell> cells = cells(csv);
        if (cells.stream().allMatch(cell -> cell.text().isEmpty())) {
            return;
        }
        if (cells.get(0).text().startsWith(HEADING)) {
            finish();
            heading = heading(cells);
        } else if (header.isEmpty()) {
            header = withoutEmptyTail(cells);
            GridLimits.tables(tables.size() + 1, cells.get(0).line(), limits);
        } else {
            GridLimits.rows(rows.size() + 1, cells.get(0).line(), limits);
            rows.add(new RawTable.RawRow(cells.get(0).line(), toWidth(cells)));
        }
    }

    /** A heading may hold the separator itself; its pieces are joined again. */
    private static RawCell heading(List<RawCell> cells) {
        StringBuilder text = new StringBuilder();
        for (RawCell cell : withoutEmptyTail(cells)) {
            text.append(text.isEmpty() ? "" : ", ").append(cell.text());
        }
        int from = 0;
        while (from < text.length() && (text.charAt(from) == '#' || text.charAt(from) == ' ')) {
            from++;
        }
        RawCell first = cells.get(0);
        String content = text.substring(from);
        return new RawCell(
                content,
                content,
                first.line(),
                first.columnOf(Math.min(from, first.text().length())));
    }

    private static List<RawCell> withoutEmptyTail(List<RawCell> cells) {
        int size = cells.size();
        while (size > 0 && cells.get(size - 1).text().isEmpty()) {
            size--;
        }
        return cells.subList(0, size);
    }

    /** Drops empty cells beyond the header, which spreadsheets write when a longer record stands elsewhere. */
    private List<RawCell> toWidth(List<RawCell> cells) {
        int size = cells.size();
        while (size > header.size() && cells.get(size - 1).text().isEmpty()) {
            size--;
        }
        return cells.subList(0, size);
    }

    /** The cells of a record, each found again in the file by the form in which it must stand there. */
    private List<RawCell> cells(CsvRecord csv) throws GridException {
        int line = (int) csv.getStartingLineNumber();
        GridLimits.columns(csv.getFieldCount(), line, limits);
        List<RawCell> cells = new ArrayList<>(csv.getFieldCount());
        int column = 0;
        for (String field : csv.getFields()) {
            String text = line(line);
            boolean quoted = column < text.length() && text.charAt(column) == '"';
            String stored = quoted ? '"' + field.replace("\"", "\"\"") + '"' : field;
            String stripped = field.strip();
            int leading = field.length() - field.stripLeading().length();
            String shown = quoted && leading == 0 ? stored : stripped;
            RawCell cell = new RawCell(stripped, shown, line, column + (stripped.isEmpty() ? 0 : leading) + 1);
            GridLimits.cell(cell, limits);
            cells.add(cell);
            int breaks = lineBreaks(stored);
            line += breaks;
            column = breaks == 0
                    ? column + stored.length() + 1
                    : stored.length() - Math.max(stored.lastIndexOf('\n'), stored.lastIndexOf('\r'));
        }
        return cells;
    }

    private String line(int number) {
        return number <= source.lines().size() ? source.lines().get(number - 1) : "";
    }

    private static int lineBreaks(String text) {
        int breaks = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean single = c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
            breaks += (c == '\n' || single) ? 1 : 0;
        }
        return breaks;
    }

    private void finish() {
        if (!header.isEmpty()) {
            tables.add(new RawTable(heading, header, rows));
        }
        heading = new RawCell("", "", 0, 0);
        header = List.of();
        rows = new ArrayList<>();
    }
}
