package dev.incidentkit.examples.replay;

import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.metrics.Counts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is odd about the rows of a log. Nothing is dropped in silence: each kind is counted, with the lines. */
final class Oddities {
    /** A count of modifications that went down. */
    record ModificationDrop(String number, long line, int from, int to) {}

    /** A row of an incident. */
    record Place(String number, long line) {}

    /** Where a kind of oddity occurred. */
    static final class Found {
        long count;
        final List<Long> lines = new ArrayList<>();
    }

    private final Mapping mapping;
    private final Map<String, Found> found = new LinkedHashMap<>();
    private final List<AuditRow> scattered = new ArrayList<>();
    private final List<RowFault> faults = new ArrayList<>();
    private final List<ModificationDrop> drops = new ArrayList<>();
    private final List<Place> unknownStates = new ArrayList<>();
    private final TreeSet<String> withoutResolved = new TreeSet<>();
    private final Counts<Long> daysResolvedToClosed = new Counts<>();
    private final Map<String, Long> totals = new TreeMap<>();

    private int closedRows;
    private boolean sawNew;
    private boolean sawResolved;
    private boolean createdMissing;
    private @Nullable Instant lastRunOfResolved;
    private @Nullable Phase previousPhase;
    private final List<Instant> resolvedTimes = new ArrayList<>();

    /** What rows say is read by the mapping, whatever the words of the log are. */
    Oddities(Mapping mapping) {
        this.mapping = mapping;
    }

    private @Nullable Phase phase(AuditRow row) {
        return mapping.status(row.state())
                .map(meaning -> meaning.status().phase())
                .orElse(null);
    }

    private void total(String name, boolean holds) {
        totals.merge(name, holds ? 1L : 0L, Long::sum);
    }

    private void find(String kind, AuditRow row) {
        Found kindFound = found.computeIfAbsent(kind, key -> new Found());
        kindFound.count++;
        kindFound.lines.add(row.line());
    }

    void fault(RowFault fault) {
        faults.add(fault);
    }

    void scattered(AuditRow row) {
        scattered.add(row);
        find("rows of an incident do not stand together", row);
    }

    void unknownState(AuditRow row) {
        unknownStates.add(new Place(row.number(), row.line()));
        find("state '" + row.state() + "' is not mapped; the status before was kept", row);
    }

    void unknownLevel(AuditRow row, String scale, String label) {
        find(scale + " '" + label + "' is not mapped", row);
    }

    void first(AuditRow row) {
        closedRows = 0;
        sawNew = false;
        sawResolved = false;
        createdMissing = false;
        lastRunOfResolved = null;
        previousPhase = null;
        resolvedTimes.clear();
        total("first_row_sys_mod_count_not_0", row.modifications() != 0);
        total("first_update_before_opened", row.updatedAt().isBefore(row.openedAt()));
    }

    void follows(AuditRow before, AuditRow row) {
        total("neighbour_pairs_same_minute", before.updatedAt().equals(row.updatedAt()));
        boolean back = row.updatedAt().isBefore(before.updatedAt());
        total("neighbour_pairs_time_going_back", back);
        if (back) {
            find("time goes back from the row before; the later time was kept", row);
        }
        if (row.modifications() < before.modifications()) {
            drops.add(new ModificationDrop(row.number(), row.line(), before.modifications(), row.modifications()));
            find("the count of modifications goes down", row);
        }
        total("sys_mod_count_gap_pairs", row.modifications() > before.modifications() + 1);
    }

    void row(AuditRow row) {
        Phase phase = phase(row);
        boolean closed = phase == Phase.CLOSED;
        closedRows += closed ? 1 : 0;
        sawNew |= phase == Phase.NEW;
        createdMissing |= row.createdAt() == null;
        if (phase == Phase.RESOLVED) {
            sawResolved = true;
            resolvedTimes.add(row.updatedAt());
            if (previousPhase != Phase.RESOLVED) {
                lastRunOfResolved = row.updatedAt();
            }
        }
        previousPhase = phase;
        total("active_false_but_not_Closed_rows", !row.active() && !closed);
        total("active_true_but_Closed_rows", row.active() && closed);
        if (row.active() == closed) {
            find("'active' says otherwise than the state", row);
        }
    }

    void ends(ReplayRun.Case rows) {
        AuditRow last = rows.last;
        Instant resolved = last.resolvedAt();
        Instant closed = last.closedAt();
        Instant created = last.createdAt();
        total("created_before_opened", created != null && created.isBefore(last.openedAt()));
        total("created_after_opened", created != null && created.isAfter(last.openedAt()));
        total("created_missing_cases", createdMissing);
        total("resolved_before_opened", resolved != null && resolved.isBefore(last.openedAt()));
        total("resolved_equals_opened", resolved != null && resolved.equals(last.openedAt()));
        total("closed_before_resolved", resolved != null && closed != null && closed.isBefore(resolved));
        total("cases_with_more_than_one_Closed_row", closedRows > 1);
        total("cases_without_New_row", !sawNew);
        if (!sawResolved) {
            withoutResolved.add(last.number());
        }
        if (resolved != null) {
            total("cases with resolved_at", true);
            total("== some Resolved row", resolvedTimes.contains(resolved));
            total("first row of the last run", resolved.equals(lastRunOfResolved));
            if (closed != null) {
                daysResolvedToClosed.add(Duration.between(resolved, closed).toDays());
            }
        }
    }

    long total(String name) {
        return totals.getOrDefault(name, 0L);
    }

    /** What was found, the most frequent first. */
    List<Map.Entry<String, Found>> found() {
        return found.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Found> entry) -> entry.getValue().count)
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }

    List<RowFault> faults() {
        return faults;
    }

    /** {@return what a program ends with: 3 where rows were left out or figures are of too many incidents, else 0} */
    int exitCode() {
        return faults.isEmpty() && scattered.isEmpty() ? 0 : 3;
    }

    /** What makes figures wrong though every row was read: incidents whose rows are apart are counted as several. */
    Optional<String> warning() {
        return scattered.isEmpty()
                ? Optional.empty()
                : Optional.of("warning: the rows of "
                        + scattered.stream().map(AuditRow::number).distinct().count()
                        + " incidents do not stand together ("
                        + scattered.get(0).number() + " goes on in line "
                        + scattered.get(0).line() + "), so that each is counted as several; sort the log by number,"
                        + " then by time");
    }

    List<ModificationDrop> drops() {
        return drops;
    }

    List<Place> unknownStates() {
        return unknownStates;
    }

    SortedSet<String> withoutResolved() {
        return withoutResolved;
    }

    Counts<Long> daysResolvedToClosed() {
        return daysResolvedToClosed;
    }
}
