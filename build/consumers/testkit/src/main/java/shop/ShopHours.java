package shop;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The shop's own working time: Monday to Friday, 09:00 to 17:00 UTC, a day at a time. */
final class ShopHours {
    private ShopHours() {}

    private static Instant opening(LocalDate day) {
        return day.atTime(9, 0).toInstant(ZoneOffset.UTC);
    }

    private static Instant closing(LocalDate day) {
        return day.atTime(17, 0).toInstant(ZoneOffset.UTC);
    }

    private static boolean isOpen(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    static Instant after(Instant from, Duration amount) {
        Duration left = amount;
        for (LocalDate day = from.atOffset(ZoneOffset.UTC).toLocalDate(); ; day = day.plusDays(1)) {
            Instant start = later(from, opening(day));
            if (isOpen(day) && start.isBefore(closing(day))) {
                Duration today = Duration.between(start, closing(day));
                if (left.compareTo(today) <= 0) {
                    return start.plus(left);
                }
                left = left.minus(today);
            }
        }
    }

    static Duration between(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        LocalDate last = to.atOffset(ZoneOffset.UTC).toLocalDate();
        for (LocalDate day = from.atOffset(ZoneOffset.UTC).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            Instant start = later(from, opening(day));
            Instant end = to.isBefore(closing(day)) ? to : closing(day);
            if (isOpen(day) && start.isBefore(end)) {
                sum = sum.plus(Duration.between(start, end));
            }
        }
        return sum;
    }
}
