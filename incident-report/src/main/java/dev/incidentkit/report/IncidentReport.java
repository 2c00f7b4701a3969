package dev.incidentkit.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A report: its figures as data, which {@link #html()}, {@link #json()} and {@link #csv()} write. It holds no personal
 * data: incidents appear by their ids, categories, statuses and times. Immutable.
 *
 * @param title its title
 * @param source where the records came from, in a few words
 * @param definition the name and hash of the definition by which it was reckoned
 * @param asOf when incidents were looked at
 * @param zone whose days count, and in which times are read
 * @param sections its sections, in order
 */
public record IncidentReport(
        String title, String source, String definition, Instant asOf, ZoneId zone, List<ReportSection> sections) {
    /** Copies the list. */
    public IncidentReport {
        sections = List.copyOf(sections);
    }

    /**
     * One section.
     *
     * @param id its id
     * @return the section
     * @throws IllegalArgumentException if there is none
     */
    public ReportSection section(String id) {
        return sections.stream()
                .filter(section -> section.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No section is " + id + ", but "
                        + sections.stream().map(ReportSection::id).toList()));
    }

    /**
     * Writes the report as one page that needs nothing else: no network, no files. Its charts are drawn by a script that
     * the page holds; without scripts the tables say the same. It follows the reader's light or dark setting and prints
     * on A4.
     *
     * @return an HTML document, in characters; write it as UTF-8
     */
    public String html() {
        return ReportHtml.write(this);
    }

    /**
     * Writes every figure as JSON: sections, rows and values by name, each with what it is of.
     *
     * @return a JSON document
     */
    public String json() {
        return ReportJson.write(this);
    }

    /**
     * Writes every figure as CSV, a value a line, in the columns {@code section, row, column, value, unit, n, population,
     * excluded}.
     *
     * @return a CSV document with a header, lines ended by CRLF as RFC 4180 has it
     */
    public String csv() {
        return ReportCsv.write(this);
    }
}
