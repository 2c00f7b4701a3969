package dev.incidentkit.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a timeline is drawn. Begin with {@link #at}; each {@code with} gives a copy.
 *
 * @param at as of when clocks stand; the line called now
 * @param zone in which the axis is read
 * @param scheme the colours
 * @param from where the axis begins; null to begin with the incident
 * @param until where the axis ends; null to end with what is due, or with what happened last
 * @param cyclesApart up to how many cycles of a clock have a lane each, 1 to 20; more share one lane
 * @param cyclesShown how many cycles, the latest, are drawn in a shared lane, 1 to 200; the lane says which
 */
public record TimelineOptions(
        Instant at,
        ZoneId zone,
        ColorScheme scheme,
        @Nullable Instant from,
        @Nullable Instant until,
        int cyclesApart,
        int cyclesShown) {
    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if {@code until} is not after {@code from}, or a number is out of its bounds
     */
    public TimelineOptions {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(scheme, "scheme");
        if (from != null && until != null && !until.isAfter(from)) {
            throw new IllegalArgumentException(
                    "A timeline ends after it begins, but " + until + " is not after " + from);
        }
        if (cyclesApart < 1 || cyclesApart > 20) {
            throw new IllegalArgumentException("1 to 20 cycles have a lane each, but cyclesApart is " + cyclesApart);
        }
        if (cyclesShown < 1 || cyclesShown > 200) {
            throw new IllegalArgumentException("1 to 200 cycles share a lane, but cyclesShown is " + cyclesShown);
        }
    }

    /**
     * The default: in the reader's colours, all of the incident's time, a lane each for up to 3 cycles of a clock, and
     * the latest 60 of more.
     *
     * @param at as of when clocks stand
     * @param zone in which the axis is read
     * @return the options
     */
    public static TimelineOptions at(Instant at, ZoneId zone) {
        return new TimelineOptions(at, zone, ColorScheme.AUTO, null, null, 3, 60);
    }

    /**
     * With other colours.
     *
     * @param other the colours
     * @return a copy
     */
    public TimelineOptions withScheme(ColorScheme other) {
        return new TimelineOptions(at, zone, other, from, until, cyclesApart, cyclesShown);
    }

    /**
     * With a part of the time.
     *
     * @param begin where the axis begins; null to begin with the incident
     * @param end where the axis ends; null to end with what is due, or with what happened last
     * @return a copy
     * @throws IllegalArgumentException if the end is not after the beginning
     */
    public TimelineOptions withWindow(@Nullable Instant begin, @Nullable Instant end) {
        return new TimelineOptions(at, zone, scheme, begin, end, cyclesApart, cyclesShown);
    }

    /**
     * With other numbers of cycles.
     *
     * @param apart up to how many cycles of a clock have a lane each, 1 to 20
     * @param shown how many cycles are drawn in a shared lane, 1 to 200
     * @return a copy
     * @throws IllegalArgumentException if a number is out of its bounds
     */
    public TimelineOptions withCycles(int apart, int shown) {
        return new TimelineOptions(at, zone, scheme, from, until, apart, shown);
    }
}
