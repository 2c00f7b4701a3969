package dev.incidentkit.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** A length of time into which incidents are grouped. Labels of a period sort as the times do. */
public enum Period {
    /** A day, for example {@code 2026-03-02}. */
    DAY,

    /** A week after ISO 8601, from Monday, for example {@code 2026-W10}. */
    WEEK,

    /** A month, for example {@code 2026-03}. */
    MONTH,

    /** A quarter of a year, for example {@code 2026-Q1}. */
    QUARTER,

    /** A year, for example {@code 2026}. */
    YEAR;

    /**
     * The period that an instant lies in.
     *
     * @param instant the instant
     * @param zone whose days count
     * @return the label
     */
    public String label(Instant instant, ZoneId zone) {
        return label(LocalDate.ofInstant(instant, zone));
    }

    /**
     * The period that a day lies in.
     *
     * @param day the day
     * @return the label
     */
    public String label(LocalDate day) {
        return switch (this) {
            case DAY -> day.toString();
            case WEEK ->
                String.format(
                        Locale.ROOT,
                        "%04d-W%02d",
                        day.get(IsoFields.WEEK_BASED_YEAR),
                        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> day.toString().substring(0, day.toString().length() - 3);
            case QUARTER -> String.format(Locale.ROOT, "%04d-Q%d", day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
            case YEAR -> String.format(Locale.ROOT, "%04d", day.getYear());
        };
    }
}
