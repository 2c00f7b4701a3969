package dev.incidentkit.core.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Working time reckoned the slow way: a clock is walked through a short range step by step, and every answer is found by
 * counting steps. It knows nothing of the calendar's code: local times are found by looking at what the wall clock shows
 * at each step. Exact where all hours and offsets are whole steps.
 */
public final class StepOracle {
    private static final int MARGIN_DAYS = 4;

    final long first;
    public final int steps;
    private final long step;
    private final long[] wall;
    private final boolean[] open;
    private final int margin;

    /**
     * Walks a range.
     *
     * @param step milliseconds, 60,000 or 1,000
     * @param first the first instant, a whole step
     * @param steps how many steps
     */
    public StepOracle(Hours hours, long step, long first, int steps) {
        this.step = step;
        this.first = first;
        this.steps = steps;
        this.margin = (int) (MARGIN_DAYS * 86_400_000L / step);
        this.wall = new long[steps + 2 * margin];
        this.open = new boolean[steps + 2 * margin];
        for (int i = 0; i < wall.length; i++) {
            Instant instant = Instant.ofEpochMilli(first + (i - margin) * step);
            wall[i] = LocalDateTime.ofInstant(instant, hours.zone).toEpochSecond(ZoneOffset.UTC);
        }
        fill(hours);
    }

    /** Weekly windows unless a shift replaces them, what closes those, what shifts open, what closes all. */
    private void fill(Hours hours) {
        everyDate((date, from) -> {
            if (!hours.shifts.containsKey(date)) {
                mark(date, from, hours.week.get(from.getDayOfWeek()), true);
            }
        });
        everyDate((date, from) -> close(date, from, hours.weeklyBreaks.get(from.getDayOfWeek())));
        everyDate((date, from) -> close(date, from, hours.holidays.get(from)));
        everyDate((date, from) -> close(date, from, hours.yearly.get(MonthDay.from(from))));
        everyDate((date, from) -> mark(date, from, hours.shifts.get(from), true));
        everyDate((date, from) -> close(date, from, hours.breaks.get(from)));
    }

    /** Visits each date twice: with the entries that begin on it, and with those of the day before. */
    private void everyDate(BiConsumer<LocalDate, LocalDate> visitor) {
        LocalDate last = LocalDate.ofEpochDay(Math.floorDiv(wall[wall.length - 1], Hours.DAY));
        for (LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(wall[0], Hours.DAY));
                !date.isAfter(last);
                date = date.plusDays(1)) {
            visitor.accept(date, date.minusDays(1));
            visitor.accept(date, date);
        }
    }

    private void close(LocalDate date, LocalDate from, @Nullable List<int[]> pairs) {
        mark(date, from, pairs, false);
    }

    /** Opens or closes the part of entries that lies on a date, from its opening to its closing. */
    private void mark(LocalDate date, LocalDate from, @Nullable List<int[]> pairs, boolean value) {
        if (pairs == null) {
            return;
        }
        int shift = from.equals(date) ? 0 : Hours.DAY;
        long midnight = date.toEpochDay() * Hours.DAY;
        for (int[] pair : pairs) {
            int start = Math.max(0, pair[0] - shift);
            int end = Math.min(Hours.DAY, pair[1] - shift);
            if (start < end) {
                int closing = closing(midnight + end);
                for (int i = opening(midnight + start); i < closing; i++) {
                    open[i] = value;
                }
            }
        }
    }

    /** The step that would show a local time if no clock changed. */
    private int near(long local) {
        return (int) Math.max(-slack(), Math.min(wall.length + slack(), (local - wall[0]) * 1000 / step));
    }

    /** No change of the clocks within the range is longer, even where a zone leaves out a whole date. */
    private int slack() {
        return (int) (26 * 3_600_000L / step);
    }

    /** The first step at which the wall clock shows a local time or, if it skips it, a later one. */
    private int opening(long local) {
        int i = Math.max(0, near(local) - slack());
        while (i < wall.length && wall[i] < local) {
            i++;
        }
        return i;
    }

    /** The last step at which the wall clock shows a local time or, if it skips it, the step after the last earlier one. */
    private int closing(long local) {
        int i = Math.min(wall.length - 1, near(local) + slack());
        while (i >= 0 && wall[i] > local) {
            i--;
        }
        return i < 0 ? 0 : wall[i] == local ? i : i + 1;
    }

    public long instant(int i) {
        return first + i * step;
    }

    public boolean isOpen(int i) {
        return open[i + margin];
    }

    /** Open steps from one to another. */
    public int between(int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += isOpen(i) ? 1 : 0;
        }
        return count;
    }

    /** The first step by which a number of open ones, more than zero, has passed, or -1 past the range. */
    public int after(int from, int amount) {
        int left = amount;
        for (int i = from; i < steps; i++) {
            left -= isOpen(i) ? 1 : 0;
            if (left == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    /** The last step from which a number of open ones, more than zero, passes, or -1 before the range. */
    public int before(int to, int amount) {
        int left = amount;
        for (int i = to - 1; i >= 0; i--) {
            left -= isOpen(i) ? 1 : 0;
            if (left == 0) {
                return i;
            }
        }
        return -1;
    }

    public int nextOpening(int from) {
        for (int i = from; i < steps; i++) {
            if (isOpen(i)) {
                return i;
            }
        }
        return -1;
    }

    public int nextClosing(int from) {
        for (int i = from + 1; i < steps; i++) {
            if (isOpen(i - 1) && !isOpen(i)) {
                return i;
            }
        }
        return -1;
    }

    public int previousClosing(int from) {
        for (int i = from; i > 0; i--) {
            if (isOpen(i - 1)) {
                return i;
            }
        }
        return -1;
    }

    /** {@return what the wall clock shows at a step} */
    public LocalDateTime local(int i) {
        return LocalDateTime.ofEpochSecond(wall[i + margin], 0, ZoneOffset.UTC);
    }

    /** {@return the first step at which the wall clock shows a local time or, if it skips it, a later one} */
    public int stepOf(LocalDateTime local) {
        return opening(local.toEpochSecond(ZoneOffset.UTC)) - margin;
    }

    /** {@return the step after the last open one of a date; -1 if it has none, or if that is open to question} */
    public int endOf(LocalDate date) {
        return isPlain(date) ? lastOf(date) + 1 - margin : -1;
    }

    /** Whether the midnights around a date are not shown twice: else hours of one date lie within the other. */
    private boolean isPlain(LocalDate date) {
        long midnight = date.toEpochDay() * Hours.DAY;
        return opening(midnight) == closing(midnight) && opening(midnight + Hours.DAY) == closing(midnight + Hours.DAY);
    }

    private int lastOf(LocalDate date) {
        int last = opening(date.plusDays(1).toEpochDay() * Hours.DAY) - 1;
        for (int i = Math.min(last, open.length - 1); i >= 0 && wall[i] >= date.toEpochDay() * Hours.DAY; i--) {
            if (open[i]) {
                return i;
            }
        }
        return -1 - margin * 2;
    }

    /** {@return the first date after another with any open step; null if none was walked, or it is open to question} */
    public @Nullable LocalDate nextWorkingDay(LocalDate date) {
        long last = Math.floorDiv(wall[wall.length - 1], Hours.DAY);
        for (LocalDate next = date.plusDays(1); next.toEpochDay() < last && isPlain(next); next = next.plusDays(1)) {
            if (isWorkingDay(next)) {
                return next;
            }
        }
        return null;
    }

    private boolean isWorkingDay(LocalDate date) {
        long from = date.toEpochDay() * Hours.DAY;
        for (int i = opening(from); i < wall.length && wall[i] < from + 2 * Hours.DAY; i++) {
            if (open[i] && Math.floorDiv(wall[i], Hours.DAY) == date.toEpochDay()) {
                return true;
            }
        }
        return false;
    }
}
