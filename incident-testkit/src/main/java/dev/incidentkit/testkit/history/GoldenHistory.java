package dev.incidentkit.testkit.history;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.metrics.whatif.PrioritySource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides a recorded history anew and compares what comes out with a golden file, a line for each incident.
 *
 * <pre>{@code
 * GoldenHistory.in(Path.of("src/test/golden/march.csv")).check(RecordedHistory.read(export), definition, asOf);
 * }</pre>
 *
 * <p>Where the difference is meant, {@code mvn test -Dincidentkit.golden.update=true} writes the file anew, and the change
 * shows in the review as changed lines. A file that does not exist is written by the same command; without it, its lack
 * fails the test. Immutable.
 */
public final class GoldenHistory {
    /** The system property that has the file written anew. */
    public static final String UPDATE = "incidentkit.golden.update";

    private static final int SHOWN = 50;

    private final Path file;
    private final boolean updates;

    private GoldenHistory(Path file, boolean updates) {
        this.file = file;
        this.updates = updates;
    }

    /**
     * A golden file.
     *
     * @param file the file, which is in the sources of the tests
     * @return the file, written anew where the system property {@value #UPDATE} is {@code true}
     */
    public static GoldenHistory in(Path file) {
        return new GoldenHistory(file, Boolean.getBoolean(UPDATE));
    }

    /**
     * A copy that does or does not write the file anew, whatever the system property says.
     *
     * @param update whether it does
     * @return the copy
     */
    public GoldenHistory updating(boolean update) {
        return new GoldenHistory(file, update);
    }

    /**
     * Decides anew, and compares or writes.
     *
     * @param records the record of each incident
     * @param definition by what they are decided
     * @param asOf until when what falls due is decided; not before the last event
     * @throws AssertionError with every incident whose outcome changed, and how
     */
    public void check(
            Collection<? extends List<? extends IncidentEvent>> records, ProcessDefinition definition, Instant asOf) {
        Map<String, IncidentOutcome> came = new LinkedHashMap<>();
        for (List<? extends IncidentEvent> record : records) {
            IncidentOutcome outcome = IncidentOutcome.of(record, definition, PrioritySource.DERIVED, asOf);
            if (came.put(outcome.incident(), outcome) != null) {
                throw new IllegalArgumentException("Incident " + outcome.incident() + " has two records");
            }
        }
        if (updates) {
            write(came);
        } else {
            compare(came);
        }
    }

    private void compare(Map<String, IncidentOutcome> came) {
        if (!Files.exists(file)) {
            throw new AssertionError(
                    "there is no golden file " + file + "; write it with -D" + UPDATE + "=true, and look at it");
        }
        Map<String, IncidentOutcome> golden = read();
        List<String> changed = new ArrayList<>();
        came.forEach((incident, outcome) -> {
            IncidentOutcome before = golden.get(incident);
            if (before == null) {
                changed.add(incident + " is new: " + outcome);
            } else if (!before.equals(outcome)) {
                changed.add(incident + ": " + outcome.changedFrom(before));
            }
        });
        golden.keySet().stream()
                .filter(incident -> !came.containsKey(incident))
                .forEach(incident -> changed.add(incident + " is gone"));
        if (!changed.isEmpty()) {
            throw new AssertionError(message(changed, came.size(), golden.size()));
        }
    }

    private String message(List<String> changed, int came, int golden) {
        String all = came == golden ? came + " incidents" : came + " incidents, of which the file has " + golden + ",";
        return "the outcome of " + changed.size() + " of " + all + " is another than in " + file + ":\n  "
                + String.join("\n  ", changed.subList(0, Math.min(SHOWN, changed.size())))
                + (changed.size() > SHOWN ? "\n  and " + (changed.size() - SHOWN) + " more" : "")
                + "\nif that is meant, write the file anew with -D" + UPDATE + "=true";
    }

    private Map<String, IncidentOutcome> read() {
        Map<String, IncidentOutcome> golden = new LinkedHashMap<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            for (CsvRecord line : reader) {
                if (line.getStartingLineNumber() > 1) {
                    IncidentOutcome outcome = IncidentOutcome.of(line.getFields());
                    golden.put(outcome.incident(), outcome);
                }
            }
            return golden;
        } catch (IOException e) {
            throw new UncheckedIOException("The golden file " + file + " cannot be read", e);
        }
    }

    private void write(Map<String, IncidentOutcome> came) {
        try {
            Path directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            try (CsvWriter writer =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
                writer.writeRecord(IncidentOutcome.COLUMNS);
                came.values().forEach(outcome -> writer.writeRecord(outcome.fields()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The golden file " + file + " cannot be written", e);
        }
    }
}
