package dev.incidentkit.examples.replay;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.incidentkit.examples.replay.LogForm.Column;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a log row by row, never the whole of it. What its columns are called, and how it writes times, is told by its form. */
final class AuditLogReader {
    static final String MISSING = "?";

    private static final int NO_PLACE = -1;

    private final String file;
    private final LogForm form;
    private final RowCounts counts;
    private final Consumer<RowFault> faults;
    private final Map<String, Instant> times = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private long[] missing = new long[0];
    private List<String> header = List.of();
    private final int[] places = new int[Column.values().length];

    AuditLogReader(String file, LogForm form, Consumer<RowFault> faults) {
        this.file = file;
        this.form = form;
        this.counts = new RowCounts(form);
        this.faults = faults;
    }

    /** How many columns the log has. */
    int columns() {
        return header.size();
    }

    /** How many values are missing, by column. */
    Map<String, Long> missing() {
        Map<String, Long> byColumn = new TreeMap<>();
        for (int i = 0; i < missing.length; i++) {
            if (missing[i] > 0) {
                byColumn.merge(header.get(i), missing[i], Long::sum);
            }
        }
        return byColumn;
    }

    void read(InputStream in, Consumer<AuditRow> rows) {
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(utf8(in))) {
            Iterator<CsvRecord> records = csv.iterator();
            if (!records.hasNext()) {
                throw new LogException(file + ":1:1: a header was expected, but the file is empty");
            }
            header(records.next());
            while (records.hasNext()) {
                AuditRow row = row(records.next());
                if (row != null) {
                    rows.accept(row);
                }
            }
        } catch (CsvParseException e) {
            throw new LogException(file + ": this is no CSV: " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw unreadable(e.getCause() == null ? new IOException(e) : e.getCause());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Bytes that are no UTF-8 are refused: in their place the log would hold marks that nobody wrote. */
    private static Reader utf8(InputStream in) {
        return new InputStreamReader(
                new BufferedInputStream(in, 1 << 16),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private LogException unreadable(IOException e) {
        return e instanceof CharacterCodingException
                ? new LogException(file + " is no UTF-8: convert it, for example by iconv -f latin1 -t utf-8", e)
                : new LogException(file + " cannot be read: " + e.getMessage(), e);
    }

    private void header(CsvRecord names) {
        header = new ArrayList<>(names.getFields());
        header.set(0, header.get(0).replaceFirst("^\uFEFF", "")); // some programs begin UTF-8 with a byte order mark
        missing = new long[header.size()];
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            columns.put(header.get(i), i);
        }
        List<Column> lacking = new ArrayList<>();
        for (Column column : Column.values()) {
            String title = form.title(column);
            Integer place = title.isEmpty() ? Integer.valueOf(NO_PLACE) : columns.get(title);
            if (place == null) {
                lacking.add(column);
            } else {
                places[column.ordinal()] = place;
            }
        }
        if (!lacking.isEmpty()) {
            throw new LogException(file + ":1:1: " + without(lacking));
        }
    }

    private String without(List<Column> lacking) {
        String names = lacking.stream()
                .map(column -> "'" + form.title(column) + "'")
                .collect(Collectors.joining(", ", "the header lacks ", "; it has " + header));
        if (header.size() == 1 && header.get(0).matches(".*[;\t].*")) {
            return names + ". Separate the columns by commas.";
        }
        return names + ". A mapping can say what a column is called, as in: column,Ticket no,number,"
                + lacking.stream()
                        .filter(Column::mayLack)
                        .findFirst()
                        .map(column -> " or that there is none, as in: column,," + column.title() + ",")
                        .orElse("");
    }

    private @Nullable AuditRow row(CsvRecord fields) {
        long line = fields.getStartingLineNumber();
        if (fields.getFieldCount() != header.size()) {
            faults.accept(new RowFault(
                    file + ":" + line + ":1",
                    "the row must have " + header.size() + " values, but has " + fields.getFieldCount()));
            return null;
        }
        try {
            AuditRow row = counts.complete(new Values(fields, line).row());
            countMissing(fields);
            return row;
        } catch (ValueException e) {
            faults.accept(new RowFault(file + ":" + line + ":" + (e.column + 1), String.valueOf(e.getMessage())));
            return null;
        }
    }

    private void countMissing(CsvRecord fields) {
        for (int i = 0; i < header.size(); i++) {
            if (fields.getField(i).equals(MISSING)) {
                missing[i]++;
            }
        }
    }

    /** A value that is not what its column holds. */
    private static final class ValueException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int column;

        ValueException(int column, String message) {
            super(message);
            this.column = column;
        }
    }

    /** The values of one row. */
    private final class Values {
        private final CsvRecord fields;
        private final long line;

        Values(CsvRecord fields, long line) {
            this.fields = fields;
            this.line = line;
        }

        AuditRow row() {
            return new AuditRow(
                    line,
                    text(Column.NUMBER),
                    text(Column.INCIDENT_STATE),
                    flag(Column.ACTIVE),
                    count(Column.REASSIGNMENT_COUNT),
                    count(Column.REOPEN_COUNT),
                    count(Column.SYS_MOD_COUNT),
                    time(Column.OPENED_AT),
                    timeOrNull(Column.SYS_CREATED_AT),
                    time(Column.SYS_UPDATED_AT),
                    textOrNull(Column.CONTACT_TYPE),
                    textOrNull(Column.CATEGORY),
                    text(Column.IMPACT),
                    text(Column.URGENCY),
                    text(Column.PRIORITY),
                    textOrNull(Column.ASSIGNMENT_GROUP),
                    textOrNull(Column.ASSIGNED_TO),
                    textOrNull(Column.CLOSED_CODE),
                    timeOrNull(Column.RESOLVED_AT),
                    timeOrNull(Column.CLOSED_AT));
        }

        private String title(Column column) {
            return form.title(column);
        }

        private int index(Column column) {
            return places[column.ordinal()];
        }

        private @Nullable String textOrNull(Column column) {
            if (index(column) == NO_PLACE) {
                return null;
            }
            String value = fields.getField(index(column));
            // Few values repeat on many rows: one copy of each is enough.
            return value.isBlank() || value.equals(MISSING) ? null : texts.computeIfAbsent(value, text -> text);
        }

        private String text(Column column) {
            String value = textOrNull(column);
            if (value == null) {
                throw new ValueException(index(column), title(column) + " must have a value");
            }
            return value;
        }

        private boolean flag(Column column) {
            if (index(column) == NO_PLACE) {
                return true;
            }
            String value = text(column);
            if (!value.equals("true") && !value.equals("false")) {
                throw new ValueException(
                        index(column), title(column) + " must be true or false, but is '" + value + "'");
            }
            return value.equals("true");
        }

        private int count(Column column) {
            if (index(column) == NO_PLACE) {
                return 0;
            }
            String value = text(column);
            try {
                int count = Integer.parseInt(value);
                if (count >= 0) {
                    return count;
                }
            } catch (NumberFormatException e) {
                throw wrongCount(column, value);
            }
            throw wrongCount(column, value);
        }

        private ValueException wrongCount(Column column, String value) {
            return new ValueException(
                    index(column), title(column) + " must be a whole number from 0, but is '" + value + "'");
        }

        private @Nullable Instant timeOrNull(Column column) {
            String value = textOrNull(column);
            return value == null ? null : parse(column, value);
        }

        private Instant time(Column column) {
            return parse(column, text(column));
        }

        private Instant parse(Column column, String value) {
            Instant known = times.get(value);
            if (known != null) {
                return known;
            }
            try {
                Instant parsed = form.time(value);
                times.put(value, parsed);
                return parsed;
            } catch (DateTimeException e) {
                throw new ValueException(
                        index(column),
                        title(column) + " must be a time like " + form.example() + ", but is '" + value + "'");
            }
        }
    }
}
