package dev.incidentkit.core.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;

/** Reckons in local dates with any open time, never in hours. */
final class WorkingDays {
    private WorkingDays() {}

    static Instant after(BusinessCalendar calendar, Timeline timeline, Instant from, int days) {
        long start = Arguments.instant(from);
        if (days == 0) {
            return Instant.ofEpochMilli(start);
        }
        LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochMilli(start), calendar.zone());
        long day = step(timeline, local.toLocalDate(), days).orElseThrow(() -> calendar.exhausted(start, words(days)));
        Instant same = calendar.instantOf(LocalDate.ofEpochDay(day).atTime(local.toLocalTime()));
        return calendar.nextOpening(same).orElseThrow(() -> calendar.exhausted(start, words(days)));
    }

    static Instant before(BusinessCalendar calendar, Timeline timeline, Instant to, int days) {
        long end = Arguments.instant(to);
        if (days == 0) {
            return Instant.ofEpochMilli(end);
        }
        LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochMilli(end), calendar.zone());
        long day = step(timeline, local.toLocalDate(), -days).orElseThrow(() -> calendar.exhausted(end, words(-days)));
        Instant same = calendar.instantOf(LocalDate.ofEpochDay(day).atTime(local.toLocalTime()));
        if (calendar.isOpen(same)) {
            return same;
        }
        return calendar.previousClosing(same).orElseThrow(() -> calendar.exhausted(end, words(-days)));
    }

    static Instant instant(Timeline timeline, LocalDateTime local) {
        Arguments.date(local.toLocalDate());
        long wall = local.toInstant(ZoneOffset.UTC).toEpochMilli();
        return Instant.ofEpochMilli(timeline.edges.opening(wall));
    }

    static LocalDate next(BusinessCalendar calendar, Timeline timeline, LocalDate date) {
        return LocalDate.ofEpochDay(step(timeline, date, 1)
                .orElseThrow(() -> calendar.exhausted(
                        calendar.instantOf(date.atStartOfDay()).toEpochMilli(), words(1))));
    }

    private static OptionalLong step(Timeline timeline, LocalDate date, int days) {
        int direction = Integer.signum(days);
        long day = date.toEpochDay();
        for (int left = Math.abs(days); left > 0; ) {
            day += direction;
            if (timeline.isBarren(day, direction > 0) || Math.abs(day) >= BusinessCalendar.LATEST / Window.DAY) {
                return OptionalLong.empty();
            }
            if (timeline.opensOn(day)) {
                left--;
            }
        }
        return OptionalLong.of(day);
    }

    private static String words(int days) {
        return Math.abs(days) + " working days " + (days < 0 ? "before it" : "after it");
    }

    static Optional<Instant> end(Timeline timeline, LocalDate date) {
        long[] open = timeline.openOn(date.toEpochDay());
        return open.length == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(open[open.length - 1]));
    }
}
