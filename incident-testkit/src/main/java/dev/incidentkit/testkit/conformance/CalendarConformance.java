package dev.incidentkit.testkit.conformance;

import dev.incidentkit.core.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Asks a host's working time what is worth asking, and compares the answers with minutes that are walked one by one: around
 * every opening and closing of two weeks that have a change of the clocks, and of a plain one, with amounts that end at
 * openings and closings, beside them, and days later. Stateless.
 */
public final class CalendarConformance {
    private static final List<Instant> WEEKS = List.of(
            Instant.parse("2026-03-02T00:00:00Z"), // plain
            Instant.parse("2026-03-06T00:00:00Z"), // New York goes forward
            Instant.parse("2026-03-27T00:00:00Z"), // Europe goes forward, and has Easter Monday after it
            Instant.parse("2026-04-03T00:00:00Z"),
            Instant.parse("2026-10-23T00:00:00Z"), // Europe goes back
            Instant.parse("2026-10-30T00:00:00Z")); // New York goes back
    private static final int DAYS = 5;
    private static final List<Duration> AMOUNTS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(59),
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofHours(24),
            Duration.ofHours(40));

    private CalendarConformance() {}

    /**
     * Asks a host about the hours of the pack.
     *
     * @param host the host's working time
     * @return what it does otherwise
     */
    public static ConformanceReport check(HostCalendar host) {
        return check(host, WalkedCalendar.all());
    }

    /**
     * Asks a host about hours of its own.
     *
     * @param host the host's working time
     * @param hours the hours, for example {@link WalkedCalendar#of(BusinessCalendar)}; they begin and end at whole minutes
     * @return what it does otherwise
     * @throws IllegalArgumentException if hours never open for so long that an answer cannot be walked
     */
    public static ConformanceReport check(HostCalendar host, List<WalkedCalendar> hours) {
        List<String> differences = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        int asked = 0;
        for (WalkedCalendar walked : hours) {
            try {
                asked += check(host, walked, differences);
            } catch (UnsupportedOperationException e) {
                skipped.add(walked.calendar().name());
            }
        }
        return new ConformanceReport(asked, skipped, differences);
    }

    private static int check(HostCalendar host, WalkedCalendar walked, List<String> differences) {
        int asked = 0;
        for (Instant week : WEEKS) {
            List<Instant> instants = instants(walked, week);
            for (Instant from : instants) {
                for (Duration amount : AMOUNTS) {
                    Instant came = host.after(walked.calendar(), from, amount);
                    Instant expected = walked.after(from, amount);
                    asked++;
                    if (!came.equals(expected)) {
                        differences.add(walked.calendar().name() + ": " + amount + " after " + from + " is " + expected
                                + ", not " + came + "; " + why(walked, from));
                    }
                }
                Instant to = instants.get(instants.size() - 1);
                Duration came = host.between(walked.calendar(), from, to);
                Duration expected = walked.between(from, to);
                asked++;
                if (!came.equals(expected)) {
                    differences.add(walked.calendar().name() + ": from " + from + " to " + to + " are " + expected
                            + ", not " + came + "; " + why(walked, from));
                }
            }
        }
        return asked;
    }

    private static String why(WalkedCalendar walked, Instant from) {
        return "at " + from.atZone(walked.calendar().zone()) + " it is " + (walked.isOpen(from) ? "open" : "closed");
    }

    /** Every opening and closing of some days, the minutes beside them, and each midnight. */
    private static List<Instant> instants(WalkedCalendar walked, Instant week) {
        Set<Instant> instants = new LinkedHashSet<>();
        Instant end = week.plus(DAYS, ChronoUnit.DAYS);
        boolean before = walked.isOpen(week);
        for (Instant at = week; at.isBefore(end); at = at.plus(1, ChronoUnit.MINUTES)) {
            boolean open = walked.isOpen(at);
            if (open != before) {
                instants.add(at.minus(1, ChronoUnit.MINUTES));
                instants.add(at);
                instants.add(at.plus(1, ChronoUnit.MINUTES));
            } else if (at.equals(at.truncatedTo(ChronoUnit.DAYS))) {
                instants.add(at);
            }
            before = open;
        }
        instants.add(end);
        return List.copyOf(instants);
    }
}
