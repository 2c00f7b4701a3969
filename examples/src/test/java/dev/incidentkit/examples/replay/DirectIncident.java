package dev.incidentkit.examples.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One incident, as the rows of a log tell of it, without events, folds or clocks of the library. */
final class DirectIncident {
    private static final Map<String, String> STATUSES = Map.of(
            "New", "NEW",
            "Active", "IN_PROGRESS",
            "Awaiting User Info", "ON_HOLD",
            "Awaiting Vendor", "ON_HOLD",
            "Awaiting Problem", "ON_HOLD",
            "Awaiting Evidence", "ON_HOLD",
            "Resolved", "RESOLVED",
            "Closed", "CLOSED");
    private static final Map<String, String> REASONS = Map.of(
            "Awaiting User Info", "CALLER",
            "Awaiting Vendor", "VENDOR",
            "Awaiting Problem", "PROBLEM",
            "Awaiting Evidence", "EVIDENCE");

    final AuditRow last;
    final List<AuditRow> rows;
    final long reported;

    @Nullable
    Long acknowledged;

    @Nullable
    Long resolved;

    @Nullable
    Long firstResolved;

    @Nullable
    Long restored;

    @Nullable
    Long ended;

    String category = "(none)";
    final List<String> path = new ArrayList<>();
    private final List<Long> at = new ArrayList<>();
    final Map<String, Long> waits = new TreeMap<>();

    DirectIncident(List<AuditRow> rows) {
        this.rows = rows;
        this.last = rows.get(rows.size() - 1);
        this.reported = rows.get(0).openedAt().toEpochMilli();
        long now = Long.MIN_VALUE;
        String reason = "";
        long since = 0;
        for (AuditRow row : rows) {
            now = Math.max(now, row.updatedAt().toEpochMilli());
            String status = STATUSES.getOrDefault(row.state(), path.isEmpty() ? "NEW" : path.get(path.size() - 1));
            if (path.isEmpty() || !path.get(path.size() - 1).equals(status)) {
                path.add(status);
                at.add(now);
            }
            String waitsFor = REASONS.getOrDefault(row.state(), status.equals("ON_HOLD") ? reason : "");
            if (!waitsFor.equals(reason)) {
                wait(reason, since, now);
                reason = waitsFor;
                since = now;
            }
            category = row.category() == null ? category : row.category();
            outcome(row, status, now);
        }
        wait(reason, since, now);
    }

    private void wait(String reason, long since, long now) {
        if (!reason.isEmpty()) {
            waits.merge(reason, now - since, Long::sum);
        }
    }

    private void outcome(AuditRow row, String status, long now) {
        if (status.equals("IN_PROGRESS") && acknowledged == null) {
            acknowledged = now;
        }
        if (status.equals("RESOLVED") || status.equals("CLOSED")) {
            resolved = row.resolvedAt() != null
                    ? Long.valueOf(row.resolvedAt().toEpochMilli())
                    : resolved == null ? Long.valueOf(now) : resolved;
            firstResolved = firstResolved == null ? resolved : firstResolved;
            restored = restored == null ? resolved : restored;
        } else {
            resolved = null;
            restored = null;
        }
        if (!status.equals("CLOSED")) {
            ended = null;
        } else if (row.closedAt() != null) {
            ended = row.closedAt().toEpochMilli();
        } else if (ended == null) {
            ended = now;
        }
    }

    Map<String, Long> timeInStatus() {
        Map<String, Long> times = new TreeMap<>();
        long end = ended == null ? 0 : ended;
        long since = reported;
        for (int i = 0; i < path.size(); i++) {
            long until = i + 1 == path.size() ? end : Math.min(end, Math.max(since, at.get(i + 1)));
            if (until > since) {
                times.merge(path.get(i), until - since, Long::sum);
            }
            since = until;
        }
        return times;
    }

    String month() {
        return Instant.ofEpochMilli(reported).toString().substring(0, 7);
    }

    boolean wasOpen() {
        return path.stream().anyMatch(status -> !status.equals("RESOLVED") && !status.equals("CLOSED"));
    }

    /** How long it took to resolve; negative where it was not. */
    long took() {
        return resolved == null ? -1 : resolved - reported;
    }
}
