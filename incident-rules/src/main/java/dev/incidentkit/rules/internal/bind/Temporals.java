package dev.incidentkit.rules.internal.bind;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates, times and durations as people and DMN write them. Every method gives empty for what is none. */
public final class Temporals {
    private static final int MAX_LENGTH = 80;
    private static final Pattern SHORT_DURATION =
            Pattern.compile("(-)?(?:(\\d{1,9})d)?\\s?(?:(\\d{1,9})h)?\\s?(?:(\\d{1,9})m(?:in)?)?\\s?(?:(\\d{1,9})s)?");

    private Temporals() {}

    /**
     * A length of time: {@code 4h}, {@code 1d12h}, {@code 30m}, {@code 90s} or ISO 8601 such as {@code PT4H}. A day is
     * 24 hours.
     *
     * @param text the text
     * @return the duration
     */
    public static Optional<Duration> duration(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Matcher matcher = SHORT_DURATION.matcher(text);
        if (Character.isLetter(text.charAt(text.length() - 1)) && matcher.matches()) {
            Duration sum = Duration.ofDays(number(matcher.group(2)))
                    .plusHours(number(matcher.group(3)))
                    .plusMinutes(number(matcher.group(4)))
                    .plusSeconds(number(matcher.group(5)));
            return Optional.of(matcher.group(1) == null ? sum : sum.negated());
        }
        return parsed(() -> Duration.parse(text));
    }

    /**
     * Years and months: {@code P1Y6M}, {@code -P3M}.
     *
     * @param text the text
     * @return the years and months
     */
    public static Optional<Period> months(String text) {
        return text.length() > MAX_LENGTH
                ? Optional.empty()
                : parsed(() -> Period.parse(text))
                        .filter(period -> period.withDays(0).equals(period));
    }

    private static long number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /**
     * A date: {@code 2026-03-01}.
     *
     * @param text the text
     * @return the date
     */
    public static Optional<LocalDate> date(String text) {
        return text.length() > MAX_LENGTH ? Optional.empty() : parsed(() -> LocalDate.parse(text));
    }

    /**
     * A time of day without a zone: {@code 08:30} or {@code 08:30:00}.
     *
     * @param text the text
     * @return the time
     */
    public static Optional<LocalTime> time(String text) {
        return text.length() > MAX_LENGTH ? Optional.empty() : parsed(() -> LocalTime.parse(text));
    }

    /**
     * A time of day as DMN knows it. One with an offset is turned to UTC; one with the name of a zone takes the standard
     * offset of that zone, since no date tells another one.
     *
     * @param text for example {@code 08:30:00}, {@code 08:30:00+01:00} or {@code 08:30:00@Europe/Paris}
     * @return the time, in UTC if it has a zone
     */
    public static Optional<LocalTime> timeInUtc(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        int zone = text.indexOf('@');
        if (zone >= 0) {
            return parsed(() -> {
                ZoneOffset offset =
                        ZoneId.of(text.substring(zone + 1)).getRules().getStandardOffset(Instant.EPOCH);
                return inUtc(LocalTime.parse(text.substring(0, zone)).atOffset(offset));
            });
        }
        Optional<LocalTime> local = time(text);
        return local.isPresent() ? local : parsed(() -> inUtc(OffsetTime.parse(text)));
    }

    /**
     * A time with an offset as a time in UTC.
     *
     * @param time the time
     * @return the time of day in UTC
     */
    public static LocalTime inUtc(OffsetTime time) {
        return time.withOffsetSameInstant(ZoneOffset.UTC).toLocalTime();
    }

    /**
     * A time without its part of a second.
     *
     * @param value any value
     * @return the value in whole seconds, if it is a time of day, a date and time or a point in time; else itself
     */
    public static Object toSeconds(Object value) {
        if (value instanceof LocalTime time) {
            return time.truncatedTo(ChronoUnit.SECONDS);
        } else if (value instanceof LocalDateTime time) {
            return time.truncatedTo(ChronoUnit.SECONDS);
        }
        return value instanceof Instant time ? time.truncatedTo(ChronoUnit.SECONDS) : value;
    }

    /**
     * A date and time without a zone: {@code 2026-03-01T08:30:00}, or a date alone for its midnight.
     *
     * @param text the text
     * @return the date and time
     */
    public static Optional<LocalDateTime> dateTime(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return text.indexOf('T') < 0
                ? date(text).map(LocalDate::atStartOfDay)
                : parsed(() -> LocalDateTime.parse(text));
    }

    /**
     * A point in time: a date and time with {@code Z}, an offset, or {@code @} and the name of a zone.
     *
     * @param text the text
     * @return the point in time
     */
    public static Optional<Instant> instant(String text) {
        int zone = text.indexOf('@');
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        if (zone < 0) {
            return parsed(() -> OffsetDateTime.parse(text).toInstant());
        }
        return parsed(() -> LocalDateTime.parse(text.substring(0, zone))
                .atZone(ZoneId.of(text.substring(zone + 1)))
                .toInstant());
    }

    private interface Parse<T> {
        T run();
    }

    private static <T> Optional<T> parsed(Parse<T> parse) {
        try {
            return Optional.of(parse.run());
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
