package dev.incidentkit.benchmarks;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Properties;
import net.objectlab.kit.datecalc.common.DateCalculator;
import net.objectlab.kit.datecalc.jdk8.LocalDateKitCalculatorsFactory;
import one.cafebabe.businesscalendar4j.BusinessCalendarBuilder;
import org.jbpm.process.core.timer.BusinessCalendarImpl;
import org.kie.api.time.SessionClock;

/** Monday to Friday, 09:00 to 17:00 in UTC, as each peer says it. */
final class CalendarPeers {
    private static final LocalTime OPENING = LocalTime.of(9, 0);
    private static final LocalTime CLOSING = LocalTime.of(17, 0);
    private static final long DAY = 8 * 3_600_000L;

    private final SettableClock clock = new SettableClock();
    private final BusinessCalendarImpl jbpm = new BusinessCalendarImpl(properties(), clock);
    private final LocalDateKitCalculatorsFactory objectlab = new LocalDateKitCalculatorsFactory();
    private final one.cafebabe.businesscalendar4j.BusinessCalendar hours = new BusinessCalendarBuilder()
            .holiday(one.cafebabe.businesscalendar4j.BusinessCalendar.CLOSED_ON_SATURDAYS_AND_SUNDAYS)
            .hours("9 - 17")
            .build();

    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("business.start.hour", "9");
        properties.setProperty("business.end.hour", "17");
        properties.setProperty("business.hours.per.day", "8");
        properties.setProperty("business.days.per.week", "5");
        properties.setProperty("business.cal.timezone", "UTC");
        return properties;
    }

    private static LocalDateTime local(long instant) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(instant), ZoneOffset.UTC);
    }

    private static long instant(LocalDateTime local) {
        return local.toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    long walkAfter(long from, long amount) {
        LocalDateTime at = local(from);
        Duration left = Duration.ofMillis(amount);
        while (true) {
            if (at.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
                Duration today = Duration.between(at, at.with(CLOSING));
                if (today.compareTo(left) >= 0) {
                    return instant(at.plus(left));
                }
                left = left.minus(today);
            }
            at = at.toLocalDate().plusDays(1).atTime(OPENING);
        }
    }

    long walkBetween(long from, long to) {
        LocalDateTime at = local(from);
        LocalDateTime end = local(to);
        Duration sum = Duration.ZERO;
        while (at.isBefore(end)) {
            if (at.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
                LocalDateTime closing = at.with(CLOSING);
                sum = sum.plus(Duration.between(at, closing.isBefore(end) ? closing : end));
            }
            at = at.toLocalDate().plusDays(1).atTime(OPENING);
        }
        return sum.toMillis();
    }

    long jbpmAfter(long from, long amount) {
        clock.now = from;
        return jbpm.calculateBusinessTimeAsDate(amount / 3_600_000L + "h").getTime();
    }

    /** Whole days by the peer, which knows no hours; the rest by hand. */
    long objectlabAfter(long from, long amount) {
        LocalDateTime start = local(from);
        long today = Duration.between(OPENING, start.toLocalTime()).toMillis() + amount;
        int days = (int) ((today - 1) / DAY);
        DateCalculator<LocalDate> calculator = objectlab.getDateCalculator("none", "forward");
        calculator.setStartDate(start.toLocalDate());
        LocalDate date = calculator.moveByBusinessDays(days).getCurrentBusinessDate();
        return instant(date.atTime(OPENING)) + today - days * DAY;
    }

    /** Working days counted by the peer, the times of day by hand. */
    long objectlabBetween(long from, long to) {
        LocalDateTime start = local(from);
        LocalDateTime end = local(to);
        DateCalculator<LocalDate> calculator = objectlab.getDateCalculator("none", "forward");
        calculator.setStartDate(start.toLocalDate());
        long days = 0;
        while (calculator.getCurrentBusinessDate().isBefore(end.toLocalDate())) {
            calculator.moveByBusinessDays(1);
            days++;
        }
        return days * DAY
                + Duration.between(start.toLocalTime(), end.toLocalTime()).toMillis();
    }

    long businessCalendar4jAfter(long from, long amount) {
        LocalDateTime at = local(from);
        long left = amount;
        while (true) {
            LocalDateTime closing = hours.nextBusinessHourEnd(at);
            long today = Duration.between(at, closing).toMillis();
            if (today >= left) {
                return instant(at) + left;
            }
            left -= today;
            at = hours.nextBusinessHourStart(closing);
        }
    }

    long businessCalendar4jBetween(long from, long to) {
        LocalDateTime at = local(from);
        LocalDateTime end = local(to);
        long sum = 0;
        while (at.isBefore(end)) {
            LocalDateTime closing = hours.nextBusinessHourEnd(at);
            sum += Duration.between(at, closing.isBefore(end) ? closing : end).toMillis();
            at = hours.nextBusinessHourStart(closing);
        }
        return sum;
    }

    /** The clock by which jBPM tells what time it is. */
    private static final class SettableClock implements SessionClock {
        private long now;

        @Override
        public long getCurrentTime() {
            return now;
        }
    }
}
