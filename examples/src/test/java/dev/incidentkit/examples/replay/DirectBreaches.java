package dev.incidentkit.examples.replay;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Computes from rows alone, in whole minutes and without the library, whether a target was missed under a bundle. It knows
 * what the bundles say of time, and nothing of clocks.
 */
final class DirectBreaches {
    /** The conventions of a bundle, as its table in docs/sla-bundles.md tells them. */
    enum Bundle {
        SERVICENOW_LIKE,
        ITOP_LIKE,
        GLPI_LIKE,
        OTRS_LIKE
    }

    private static final long[] RESOLUTION_HOURS = {4, 8, 24, 40, 80};
    private static final long[] RESPONSE_MINUTES = {15, 30, 240, 480, 1_440};

    private final Bundle bundle;
    private final boolean response;
    private final List<AuditRow> rows;

    private boolean running;
    private boolean paused;
    private boolean ended;
    private boolean missed;
    private boolean missedForGood;
    private boolean satisfied;
    private boolean owned;
    private long elapsed;
    private long start;
    private int priority;
    private String phase = "";

    DirectBreaches(Bundle bundle, boolean response, List<AuditRow> rows) {
        this.bundle = bundle;
        this.response = response;
        this.rows = rows;
    }

    boolean isMissed() {
        long now = minute(rows.get(0).updatedAt());
        for (AuditRow row : rows) {
            long at = Math.max(now, minute(row.updatedAt()));
            long from = Math.max(now, start);
            if (running && !paused && from < at) {
                missed |= isPast(elapsed, from, at);
                elapsed += between(from, at);
            }
            now = at;
            row(row, at);
        }
        return missed || missedForGood;
    }

    private static long minute(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), 60);
    }

    private void row(AuditRow row, long at) {
        phase = phase(row.state());
        owned |= row.group() != null || row.person() != null;
        int before = priority;
        priority = row.priority().charAt(0) - '1';
        boolean open = !phase.equals("RESOLVED") && !phase.equals("CLOSED");
        if (running && !open) {
            running = false;
            ended = true;
        }
        answer();
        if (running && priority != before) {
            retarget(at);
        }
        begin(open, at);
        paused = phase.equals("ON_HOLD") && pauses();
        answer();
    }

    /** What stops a clock is looked at before what changes its target. */
    private void answer() {
        if (running && isAnswered()) {
            running = false;
            ended = true;
            satisfied = true;
        }
    }

    private void begin(boolean open, long at) {
        if (running || !open) {
            return;
        }
        if (!ended) {
            if (bundle == Bundle.ITOP_LIKE && response && owned) {
                // what is assigned when it is first seen has no clock to wait for that
                ended = true;
                satisfied = true;
                return;
            }
            running = true;
            elapsedBefore(at);
        } else if (!response && bundle == Bundle.SERVICENOW_LIKE) {
            running = true;
            missedForGood |= missed;
            missed = false;
            start = at;
            elapsed = 0;
        } else if (!response && bundle != Bundle.OTRS_LIKE) {
            running = true;
            missed = elapsed > target();
        }
    }

    /** Until when the time before counts: that of a log that begins resolved, until its first row. */
    private long began(long at) {
        String first = rows.get(0).state();
        boolean isOver = first.equals("Resolved") || first.equals("Closed");
        return isOver ? minute(rows.get(0).updatedAt()) : at;
    }

    private void elapsedBefore(long at) {
        start = bundle == Bundle.SERVICENOW_LIKE ? at : minute(rows.get(0).openedAt());
        long until = Math.max(start, Math.min(at, began(at)));
        elapsed = start < until ? between(start, until) : 0;
        missed = start < until && isPast(0, start, until);
    }

    /** A target falls due at the first minute at which it is used up, be it closing time, and is missed after that. */
    private boolean isPast(long before, long from, long to) {
        long after = before + between(from, to);
        return after > target() || (after == target() && to > from && before + between(from, to - 1) == target());
    }

    private void retarget(long at) {
        switch (bundle) {
            case SERVICENOW_LIKE -> {
                missedForGood |= missed;
                start = at;
                elapsed = 0;
                missed = false;
            }
            case ITOP_LIKE -> missed = elapsed > target();
            case GLPI_LIKE, OTRS_LIKE -> {
                elapsed = start < at ? between(start, at) : 0;
                missed = start < at && isPast(0, start, at);
            }
        }
    }

    private boolean pauses() {
        return switch (bundle) {
            case SERVICENOW_LIKE, ITOP_LIKE -> !response;
            case GLPI_LIKE -> true;
            case OTRS_LIKE -> false;
        };
    }

    private boolean isAnswered() {
        if (!response || satisfied) {
            return false;
        }
        return switch (bundle) {
            case SERVICENOW_LIKE, GLPI_LIKE -> phase.equals("ACTIVE");
            case ITOP_LIKE -> owned;
            case OTRS_LIKE -> false;
        };
    }

    private String phase(String state) {
        return switch (state) {
            case "New" -> "NEW";
            case "Active" -> "ACTIVE";
            case "Resolved" -> "RESOLVED";
            case "Closed" -> "CLOSED";
            case "-100" -> phase.isEmpty() ? "NEW" : phase;
            default -> "ON_HOLD";
        };
    }

    private long target() {
        return response ? RESPONSE_MINUTES[priority] : RESOLUTION_HOURS[priority] * 60;
    }

    /** Round the clock for the two most severe priorities and for iTop, else Monday to Friday 09:00 to 17:00. */
    private long between(long from, long to) {
        if (priority < 2 || bundle == Bundle.ITOP_LIKE) {
            return to - from;
        }
        long sum = 0;
        long day = Math.floorDiv(from, 1_440);
        while (day * 1_440 < to) {
            DayOfWeek weekday =
                    LocalDateTime.ofEpochSecond(day * 86_400, 0, ZoneOffset.UTC).getDayOfWeek();
            if (weekday.compareTo(DayOfWeek.FRIDAY) <= 0) {
                sum += Math.max(0, Math.min(to, day * 1_440 + 1_020) - Math.max(from, day * 1_440 + 540));
            }
            day++;
        }
        return sum;
    }
}
