package dev.incidentkit.examples.replay;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.PriorityMatrix;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.policy.TriagePolicy;
import dev.incidentkit.examples.replay.LogForm.Column;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the words of a log mean: its columns and times, its statuses, its scales in their order, and the matrix that its priorities are held
 * against. Read from a small CSV file with the columns {@code what, source, means, detail}.
 */
final class Mapping {
    /** What a status of the log means. */
    record Meaning(Status status, @Nullable HoldReason reason) {}

    private final Map<String, Meaning> statuses;
    private final ProcessDefinition definition;
    private final PriorityMatrix matrix;
    private final LogForm form;

    private Mapping(Map<String, Meaning> statuses, PriorityMatrix matrix, LogForm form) {
        this.form = form;
        this.statuses = statuses;
        this.matrix = matrix;
        this.definition = ProcessDefinition.builder("replay", Lifecycle.itil(), TriagePolicy.matrix(matrix))
                .impacts(matrix.impacts())
                .urgencies(matrix.urgencies())
                .priorities(matrix.priorities())
                .build();
    }

    Optional<Meaning> status(String source) {
        return Optional.ofNullable(statuses.get(source));
    }

    ProcessDefinition definition() {
        return definition;
    }

    PriorityMatrix matrix() {
        return matrix;
    }

    /** What the columns are called and how times are written. */
    LogForm form() {
        return form;
    }

    static Mapping read(String file, String text) {
        Reading reading = new Reading(file);
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(text)) {
            for (NamedCsvRecord line : csv) {
                reading.line(line);
            }
        } catch (IOException | CsvParseException | NoSuchElementException e) {
            throw new LogException("mapping " + file + " cannot be read: " + e.getMessage(), e);
        }
        return reading.build();
    }

    /** A mapping while it is read; everything that is wrong with it is said at once. */
    private static final class Reading {
        private final String file;
        private final List<String> findings = new ArrayList<>();
        private final Map<String, Meaning> statuses = new LinkedHashMap<>();
        private final Map<String, List<String>> scales = new LinkedHashMap<>();
        private final List<NamedCsvRecord> cells = new ArrayList<>();
        private final Map<Column, String> columns = new EnumMap<>(Column.class);
        private LogForm.Times times = LogForm.Times.SERVICE_NOW;

        Reading(String file) {
            this.file = file;
        }

        void line(NamedCsvRecord line) {
            String what = line.getField("what").strip();
            switch (what) {
                case "status" -> status(line);
                case "impact", "urgency", "priority" ->
                    scales.computeIfAbsent(what, key -> new ArrayList<>()).add(line.getField("source"));
                case "cell" -> cells.add(line);
                case "column" -> column(line);
                case "time" -> time(line);
                default -> find(line, "'" + what + "' is not column, time, status, impact, urgency, priority or cell");
            }
        }

        private void find(NamedCsvRecord line, String message) {
            findings.add(file + ":" + line.getStartingLineNumber() + ": " + message);
        }

        private void column(NamedCsvRecord line) {
            String means = line.getField("means").strip();
            Column column = Column.titled(means).orElse(null);
            String title = line.getField("source").strip();
            if (column == null) {
                find(line, "'" + means + "' is no column that is read: " + Column.titles());
            } else if (title.isEmpty() && !column.mayLack()) {
                find(line, "a log cannot be without " + means);
            } else if (columns.put(column, title) != null) {
                find(line, "column " + means + " is named twice");
            }
        }

        private void time(NamedCsvRecord line) {
            String zone = line.getField("means").strip();
            try {
                times = new LogForm.Times(
                        line.getField("source").strip(), zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone));
            } catch (IllegalArgumentException | DateTimeException e) {
                find(line, "this is no pattern of a date and a time, or no zone: " + e.getMessage());
            }
        }

        private void status(NamedCsvRecord line) {
            String means = line.getField("means").strip();
            Status status = Lifecycle.itil().status(means).orElse(null);
            if (status == null) {
                find(line, "'" + means + "' is no status: " + Lifecycle.itil().statuses());
                return;
            }
            String detail = line.getField("detail").strip();
            HoldReason reason = null;
            try {
                reason = detail.isEmpty() ? null : new HoldReason(detail);
            } catch (IllegalArgumentException e) {
                find(line, String.valueOf(e.getMessage()));
            }
            Meaning meaning = new Meaning(status, reason);
            if (statuses.put(line.getField("source"), meaning) != null) {
                find(line, "status '" + line.getField("source") + "' is mapped twice");
            }
        }

        Mapping build() {
            for (String scale : List.of("impact", "urgency", "priority")) {
                if (!scales.containsKey(scale)) {
                    findings.add(file + ": no level of scale " + scale + " is given");
                }
            }
            if (!findings.isEmpty()) {
                throw new LogException("mapping " + file + " is refused:\n  - " + String.join("\n  - ", findings));
            }
            try {
                PriorityMatrix.Builder matrix = PriorityMatrix.builder(
                        Scale.of("impact", Impact::new, levels("impact")),
                        Scale.of("urgency", Urgency::new, levels("urgency")),
                        Scale.of("priority", Priority::new, levels("priority")));
                cells.forEach(
                        cell -> matrix.cell(cell.getField("source"), cell.getField("means"), cell.getField("detail")));
                return new Mapping(statuses, matrix.build(), new LogForm(columns, times, phases()));
            } catch (ConfigurationException e) {
                throw new LogException("mapping " + file + ": " + e.getMessage(), e);
            }
        }

        private Map<String, Phase> phases() {
            Map<String, Phase> phases = new LinkedHashMap<>();
            statuses.forEach(
                    (source, meaning) -> phases.put(source, meaning.status().phase()));
            return phases;
        }

        private List<String> levels(String scale) {
            return scales.getOrDefault(scale, List.of());
        }
    }
}
