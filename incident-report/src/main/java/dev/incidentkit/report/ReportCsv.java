package dev.incidentkit.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/** Writes a report as CSV, a value a line. */
final class ReportCsv {
    private ReportCsv() {}

    static String write(IncidentReport report) {
        StringWriter out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord("section", "row", "column", "value", "unit", "n", "population", "excluded");
            report.sections().forEach(section -> section(csv, section));
        } catch (IOException e) {
            throw new UncheckedIOException("Characters in memory cannot be written", e);
        }
        return out.toString();
    }

    private static void section(CsvWriter csv, ReportSection section) {
        for (ReportRow row : section.rows()) {
            ReportBasis basis = row.basis() == null ? section.basis() : row.basis();
            String excluded = basis.excluded().entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .collect(Collectors.joining("; "));
            for (int i = 0; i < row.values().size(); i++) {
                ReportValue value = row.values().get(i);
                csv.writeRecord(
                        section.id(),
                        inert(row.name()),
                        section.columns().get(i),
                        inert(plain(value)),
                        value.kind().unit(),
                        String.valueOf(basis.n()),
                        String.valueOf(basis.population()),
                        inert(excluded));
            }
        }
    }

    private static String plain(ReportValue value) {
        if (value.kind() == ValueKind.TEXT) {
            return value.text();
        }
        BigDecimal number = value.number();
        return number == null ? "" : number.toPlainString();
    }

    /** Names come from hosts: a text that a spreadsheet would take for a formula gets an apostrophe before it. */
    private static String inert(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
