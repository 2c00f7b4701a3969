package dev.incidentkit.examples.replay;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.PriorityMatrix;
import dev.incidentkit.metrics.Counts;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.TreeMap;

/** The figures of a log: of its rows, and of the incidents that they fold to. */
final class Figures {
    /** An impact, an urgency and the priority that the log gives for them. */
    record Cell(String impact, String urgency, String priority) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            int byImpact = impact.compareTo(other.impact);
            int byUrgency = urgency.compareTo(other.urgency);
            return byImpact != 0 ? byImpact : byUrgency != 0 ? byUrgency : priority.compareTo(other.priority);
        }
    }

    /** How often a cell occurred, and what the matrix says instead. */
    static final class CellCount {
        long rows;
        long incidents;
        String expected = "";
    }

    private final Counts<String> rowsByState = new Counts<>();
    private final Counts<String> rowsByPriority = new Counts<>();
    private final Counts<String> firstPriority = new Counts<>();
    private final Counts<String> finalPriority = new Counts<>();
    private final Counts<String> finalStatus = new Counts<>();
    private final Counts<Integer> reopenings = new Counts<>();
    private final Counts<String> months = new Counts<>();
    private final SortedMap<Cell, CellCount> cells = new TreeMap<>();
    private final LogMetrics metrics;
    private long rows;
    private long incidents;

    Figures(LogMetrics metrics) {
        this.metrics = metrics;
    }

    void row(AuditRow row, PriorityMatrix matrix) {
        rows++;
        rowsByState.add(row.state());
        rowsByPriority.add(row.priority());
        CellCount cell = cells.computeIfAbsent(cell(row), key -> expected(key, matrix));
        cell.rows++;
    }

    private static Cell cell(AuditRow row) {
        return new Cell(row.impact(), row.urgency(), row.priority());
    }

    private static CellCount expected(Cell cell, PriorityMatrix matrix) {
        CellCount count = new CellCount();
        count.expected = matrix.impacts()
                .find(cell.impact())
                .flatMap(impact -> matrix.urgencies()
                        .find(cell.urgency())
                        .map(urgency -> matrix.at(impact, urgency).name()))
                .orElse("no cell");
        return count;
    }

    void incident(ReplayRun.Case rowsOfIt, Incident incident) {
        incidents++;
        firstPriority.add(rowsOfIt.first.priority());
        finalPriority.add(incident.priority().map(Priority::name).orElse("none"));
        finalStatus.add(incident.status().name());
        reopenings.add(incident.reopenings());
        incident.at(Milestone.REPORTED)
                .ifPresent(at ->
                        months.add(YearMonth.from(at.atZone(ZoneOffset.UTC)).toString()));
        CellCount cell = cells.get(cell(rowsOfIt.last));
        if (cell != null) {
            cell.incidents++;
        }
        metrics.add(incident);
    }

    long rows() {
        return rows;
    }

    long incidents() {
        return incidents;
    }

    Counts<String> rowsByState() {
        return rowsByState;
    }

    Counts<String> rowsByPriority() {
        return rowsByPriority;
    }

    Counts<String> firstPriority() {
        return firstPriority;
    }

    Counts<String> finalPriority() {
        return finalPriority;
    }

    Counts<String> finalStatus() {
        return finalStatus;
    }

    Counts<Integer> reopenings() {
        return reopenings;
    }

    Counts<String> months() {
        return months;
    }

    SortedMap<Cell, CellCount> cells() {
        return cells;
    }

    LogMetrics metrics() {
        return metrics;
    }
}
