package dev.incidentkit.testkit.conformance;

import dev.incidentkit.testkit.conformance.SlaCase.Happening;
import dev.incidentkit.testkit.conformance.SlaCase.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Asks a host's clock what is worth asking, and compares the answers with minutes that are walked one by one: pauses within
 * and across closing hours, over a weekend, over a change of the clocks; resolutions at the last minute and one past it;
 * reopening; and each of them looked at before, at and after the target. Stateless.
 */
public final class SlaConformance {
    private static final List<Duration> TARGETS = List.of(Duration.ofHours(4), Duration.ofHours(16));
    private static final List<Instant> REPORTS = List.of(
            Instant.parse("2026-03-05T15:00:00Z"), // a Thursday, in working hours
            Instant.parse("2026-03-06T23:30:00Z"), // a Friday night
            Instant.parse("2026-03-27T15:30:00Z"), // before Europe goes forward
            Instant.parse("2026-10-23T15:30:00Z")); // before Europe goes back
    private static final List<Duration> LOOKS =
            List.of(Duration.ofHours(3), Duration.ofHours(27), Duration.ofHours(75), Duration.ofHours(123));

    private SlaConformance() {}

    /** {@return the questions about the hours of the pack} */
    public static List<SlaCase> cases() {
        return cases(WalkedCalendar.all());
    }

    /**
     * The questions about hours of a host's own.
     *
     * @param calendars the hours, for example {@link WalkedCalendar#of}
     * @return the questions
     * @throws IllegalArgumentException if hours never open for so long that a target cannot be walked
     */
    public static List<SlaCase> cases(List<WalkedCalendar> calendars) {
        List<SlaCase> cases = new ArrayList<>();
        for (WalkedCalendar hours : calendars) {
            for (Duration target : TARGETS) {
                for (Instant report : REPORTS) {
                    for (List<Happening> story : stories(hours, target, report)) {
                        looks(hours, target, story, cases);
                    }
                }
            }
        }
        return cases;
    }

    private static void looks(WalkedCalendar hours, Duration target, List<Happening> story, List<SlaCase> cases) {
        Instant last = story.get(story.size() - 1).at();
        for (Duration look : LOOKS) {
            cases.add(new SlaCase(name(hours, target, story), hours, target, story, last.plus(look)));
        }
        cases.add(new SlaCase(name(hours, target, story), hours, target, story, last));
    }

    private static String name(WalkedCalendar hours, Duration target, List<Happening> story) {
        StringBuilder name =
                new StringBuilder(hours.calendar().name()).append(", ").append(target);
        story.forEach(one -> name.append(", ").append(one.kind()).append(' ').append(one.at()));
        return name.toString();
    }

    private static List<List<Happening>> stories(WalkedCalendar hours, Duration target, Instant report) {
        Happening reported = new Happening(report, Kind.REPORTED);
        Happening held = new Happening(report.plus(70, ChronoUnit.MINUTES), Kind.HELD);
        Happening soon = new Happening(held.at().plus(20, ChronoUnit.MINUTES), Kind.RESUMED);
        Happening late = new Happening(held.at().plus(66, ChronoUnit.HOURS), Kind.RESUMED);
        Instant due = hours.after(report, target);
        Happening inTime = new Happening(due, Kind.RESOLVED);
        Happening tooLate = new Happening(hours.after(report, target.plusMinutes(1)), Kind.RESOLVED);
        Happening reopened = new Happening(due.plus(30, ChronoUnit.HOURS), Kind.REOPENED);
        return List.of(
                List.of(reported),
                List.of(reported, held),
                List.of(reported, held, soon),
                List.of(reported, held, late),
                List.of(reported, inTime),
                List.of(reported, tooLate),
                List.of(reported, inTime, reopened));
    }

    /**
     * Asks a host about the hours of the pack.
     *
     * @param host the host's clock
     * @return what it does otherwise
     */
    public static ConformanceReport check(HostClock host) {
        return check(host, WalkedCalendar.all());
    }

    /**
     * Asks a host about hours of its own.
     *
     * @param host the host's clock
     * @param calendars the hours, for example {@link WalkedCalendar#of}
     * @return what it does otherwise
     * @throws IllegalArgumentException if hours never open for so long that a target cannot be walked
     */
    public static ConformanceReport check(HostClock host, List<WalkedCalendar> calendars) {
        List<String> differences = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        int asked = 0;
        for (SlaCase one : cases(calendars)) {
            try {
                HostClock.Answer came = host.ask(one);
                asked++;
                compare(one, came, differences);
            } catch (UnsupportedOperationException e) {
                skipped.add(one.name());
            }
        }
        return new ConformanceReport(asked, skipped.stream().distinct().toList(), differences);
    }

    private static void compare(SlaCase one, HostClock.Answer came, List<String> differences) {
        HostClock.Answer expected = expected(one);
        List<String> parts = new ArrayList<>();
        part("elapsed", expected.elapsed(), came.elapsed(), parts);
        part("due", expected.dueAt(), came.dueAt(), parts);
        part("breached", expected.breached(), came.breached(), parts);
        if (!parts.isEmpty()) {
            differences.add(one.name() + ", at " + one.at() + ": " + String.join("; ", parts));
        }
    }

    private static void part(String what, @Nullable Object expected, @Nullable Object came, List<String> parts) {
        if (!Objects.equals(expected, came)) {
            parts.add(
                    what + " is " + (expected == null ? "none" : expected) + ", not " + (came == null ? "none" : came));
        }
    }

    /**
     * What is expected, found by walking from the report on: a minute counts where its hours are open and the incident
     * neither waits nor is resolved. The target falls due when its last minute has counted, and is missed once the clock has
     * run past that instant, be it in closed hours.
     *
     * @param one the question
     * @return the answer
     */
    public static HostClock.Answer expected(SlaCase one) {
        Duration elapsed = Duration.ZERO;
        Instant due = null;
        boolean breached = false;
        for (int i = 0; i < one.happenings().size(); i++) {
            Happening happening = one.happenings().get(i);
            boolean isLast = i + 1 == one.happenings().size();
            Instant until = isLast ? one.at() : one.happenings().get(i + 1).at();
            if (happening.kind() != Kind.HELD && happening.kind() != Kind.RESOLVED) {
                if (due != null && !breached) {
                    due = happening.at(); // all had counted when it stopped: it falls due as soon as it goes on
                }
                Duration more = one.hours().between(happening.at(), until);
                if (due == null && elapsed.plus(more).compareTo(one.target()) >= 0) {
                    due = one.hours().after(happening.at(), one.target().minus(elapsed));
                }
                breached |= due != null && until.isAfter(due);
                elapsed = elapsed.plus(more);
            }
        }
        if (one.happenings().get(one.happenings().size() - 1).kind() == Kind.RESOLVED) {
            due = null;
        } else if (due == null) {
            due = one.hours().after(one.at(), one.target().minus(elapsed));
        }
        return new HostClock.Answer(elapsed, due, breached);
    }
}
