package dev.incidentkit.report;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * Where times lie on a line, and the round local times that are written beside it: as many as have room. Hours are those
 * of the zone's clocks, so a day on which they change has 23 or 25.
 */
final class TimeAxis {
    private static final int MINUTES_A_DAY = 1_440;

    /** Steps in minutes within a day; each divides it. */
    private static final List<Integer> MINUTES = List.of(1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720);

    private static final List<Integer> MONTHS = List.of(1, 2, 3, 6, 12, 24, 60, 120, 600);
    private static final double ROOM = 64;

    private final Instant from;
    private final Instant to;
    private final ZoneId zone;
    private final double left;
    private final double right;

    TimeAxis(Timeline timeline, double left, double right) {
        this.from = timeline.from();
        this.to = timeline.to();
        this.zone = timeline.zone();
        this.left = left;
        this.right = right;
    }

    /**
     * A round time.
     *
     * @param x where it lies
     * @param fine the lesser unit, as text
     * @param coarse the greater unit, as text, which is written where it changes
     */
    record Tick(double x, String fine, String coarse) {}

    boolean shows(Instant at) {
        return !at.isBefore(from) && !at.isAfter(to);
    }

    /** Where an instant lies; one that is not on the line, at its nearer end. */
    double x(Instant at) {
        if (at.isBefore(from)) {
            return left;
        }
        double part = (double) Duration.between(from, at).toMillis()
                / Duration.between(from, to).toMillis();
        return Math.min(right, left + part * (right - left));
    }

    /** The time that takes a number of pixels. */
    Duration span(double pixels) {
        return Duration.ofMillis((long) (Duration.between(from, to).toMillis() * pixels / (right - left)));
    }

    List<Tick> ticks() {
        double minutes = Duration.between(from, to).toMillis() / 60_000.0 / ((right - left) / ROOM);
        for (int step : MINUTES) {
            if (step >= minutes) {
                return clockTicks(step);
            }
        }
        double days = minutes / MINUTES_A_DAY;
        if (days <= 2) {
            return dayTicks(days <= 1 ? 1 : 2);
        }
        if (days <= 14) {
            return weekTicks(days <= 7 ? 1 : 2);
        }
        int months =
                MONTHS.stream().filter(step -> step * 28 >= days).findFirst().orElse(1_200);
        return monthTicks(months);
    }

    private LocalDate firstDate() {
        return from.atZone(zone).toLocalDate();
    }

    private List<Tick> clockTicks(int step) {
        List<Tick> ticks = new ArrayList<>();
        for (LocalDate date = firstDate(); isBeforeEnd(date); date = date.plusDays(1)) {
            for (int minute = 0; minute < MINUTES_A_DAY; minute += step) {
                LocalDateTime local = LocalDateTime.of(date, LocalTime.of(minute / 60, minute % 60));
                ZonedDateTime time = local.atZone(zone);
                if (time.toLocalDateTime().equals(local)) {
                    add(ticks, time.toInstant(), TimeTexts.clock(time), TimeTexts.day(date) + " " + date.getYear());
                }
            }
        }
        return ticks;
    }

    private List<Tick> dayTicks(int step) {
        List<Tick> ticks = new ArrayList<>();
        LocalDate date = firstDate();
        for (date = date.minusDays(date.toEpochDay() % step); isBeforeEnd(date); date = date.plusDays(step)) {
            String fine = step == 1 ? TimeTexts.day(date) : TimeTexts.date(date);
            add(ticks, start(date), fine, String.valueOf(date.getYear()));
        }
        return ticks;
    }

    private List<Tick> weekTicks(int step) {
        List<Tick> ticks = new ArrayList<>();
        LocalDate monday = firstDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (LocalDate date = monday; isBeforeEnd(date); date = date.plusWeeks(step)) {
            add(ticks, start(date), TimeTexts.date(date), String.valueOf(date.getYear()));
        }
        return ticks;
    }

    private List<Tick> monthTicks(int step) {
        List<Tick> ticks = new ArrayList<>();
        LocalDate first = firstDate();
        int months = first.getYear() * 12 + first.getMonthValue() - 1;
        LocalDate date = first.withDayOfMonth(1).minusMonths(Math.floorMod(months, step));
        for (; isBeforeEnd(date); date = date.plusMonths(step)) {
            boolean years = step % 12 == 0;
            String year = String.valueOf(date.getYear());
            add(ticks, start(date), years ? year : TimeTexts.month(date), years ? "" : year);
        }
        return ticks;
    }

    private Instant start(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    private boolean isBeforeEnd(LocalDate date) {
        return !start(date).isAfter(to);
    }

    private void add(List<Tick> ticks, Instant at, String fine, String coarse) {
        if (shows(at)) {
            ticks.add(new Tick(x(at), fine, coarse));
        }
    }
}
