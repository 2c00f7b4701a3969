package dev.incidentkit.testkit.mutation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which mutants need not be noticed, and why: a file of comma-separated values beside the tests, with the columns {@code
 * subject}, {@code mutant} and {@code reason}. A subject is the name of a definition or table, a mutant its name as reports
 * give it; in both a {@code *} stands for anything. Immutable.
 *
 * <pre>
 * subject,mutant,reason
 * support,DROPPED_REQUIREMENT REPORT *,the form has no way to leave them out
 * </pre>
 */
public final class Explanations {
    private static final List<String> HEADER = List.of("subject", "mutant", "reason");

    private final String file;
    private final List<Row> rows;

    private Explanations(String file, List<Row> rows) {
        this.file = file;
        this.rows = List.copyOf(rows);
    }

    /** A line of the file. */
    private record Row(long line, String subject, String mutant) {
        boolean isAbout(MutationReport report) {
            return matches(subject, report.subject());
        }

        boolean explains(String name) {
            return matches(mutant, name);
        }
    }

    private static boolean matches(String pattern, String name) {
        StringBuilder regex = new StringBuilder();
        for (String part : pattern.split("\\*", -1)) {
            regex.append(regex.length() == 0 ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(name).matches();
    }

    /**
     * Reads a file.
     *
     * @param file the file, UTF-8
     * @return what it explains
     * @throws IllegalArgumentException if it is no such file, or a line gives no reason; with every such line
     * @throws UncheckedIOException if it cannot be read
     */
    public static Explanations read(Path file) {
        List<Row> rows = new ArrayList<>();
        List<String> findings = new ArrayList<>();
        String name = String.valueOf(file.getFileName());
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(file)) {
            for (CsvRecord line : reader) {
                long number = line.getStartingLineNumber();
                if (rows.isEmpty() && findings.isEmpty() && line.getFields().equals(HEADER)) {
                    continue;
                }
                if (line.getFieldCount() != HEADER.size()
                        || line.getFields().stream().anyMatch(String::isBlank)) {
                    findings.add(name + ":" + number + ": " + HEADER + " are needed, but there is " + line.getFields());
                } else {
                    rows.add(new Row(number, line.getField(0), line.getField(1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Explanations cannot be read from " + file, e);
        }
        if (!findings.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", findings));
        }
        return new Explanations(name, rows);
    }

    boolean explains(MutationReport report, String mutant) {
        return rows.stream().anyMatch(row -> row.isAbout(report) && row.explains(mutant));
    }

    /** Lines about this subject alone that explain no survivor of it. */
    List<String> idle(MutationReport report) {
        return rows.stream()
                .filter(row -> !row.subject().contains("*") && row.isAbout(report))
                .filter(row -> isIdle(row, report))
                .map(this::told)
                .toList();
    }

    private static boolean isIdle(Row row, MutationReport report) {
        return report.survivors().stream().noneMatch(survivor -> row.explains(survivor.mutant()));
    }

    private String told(Row row) {
        return file + ":" + row.line() + ": '" + row.mutant() + "' explains nothing: no such mutant of '"
                + row.subject() + "' survives";
    }

    /**
     * Fails if a line explains no survivor of any report, so that the file does not outlive its reasons.
     *
     * @param reports the reports of everything that the file is about
     * @throws AssertionError with every such line
     */
    public void assertAllNeeded(Collection<MutationReport> reports) {
        List<String> idle = rows.stream()
                .filter(row -> reports.stream().filter(row::isAbout).allMatch(report -> isIdle(row, report)))
                .map(this::told)
                .toList();
        if (!idle.isEmpty()) {
            throw new AssertionError(String.join("\n", idle));
        }
    }
}
