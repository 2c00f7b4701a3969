package dev.incidentkit.examples.vectors;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.calendar.CalendarExhaustedException;
import dev.incidentkit.core.calendar.DayUnit;
import dev.incidentkit.core.calendar.OpenSegment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks a calendar what a case asks.
 *
 * @param vector the case
 * @param calendar its hours, or null if the calendar refuses them
 * @param expected the answer in the file, if there is one
 * @param actual the calendar's answer, or why it gives none
 */
record VectorRun(VectorCase vector, @Nullable BusinessCalendar calendar, Optional<String> expected, String actual) {
    private static final int MOST_SEGMENTS = 40;
    private static final Pattern INSTANT = Pattern.compile("[-+\\d]\\d+-\\d\\d-\\d\\dT[\\d:.]+Z");
    private static final Duration AROUND = Duration.ofDays(2);

    static VectorRun of(VectorCase vector) {
        try {
            BusinessCalendar calendar = vector.calendar();
            return new VectorRun(vector, calendar, vector.expected(), answer(vector, calendar));
        } catch (ConfigurationException e) {
            return new VectorRun(vector, null, vector.expected(), "refused: " + e.getMessage());
        }
    }

    /** Whether the answers are the same; a case without an answer of its own cannot differ. */
    boolean agrees() {
        return expected.isEmpty() || expected.get().equals(actual);
    }

    private static String answer(VectorCase vector, BusinessCalendar calendar) {
        try {
            return ask(vector, calendar);
        } catch (CalendarExhaustedException | IllegalArgumentException e) {
            return "refused: " + e.getMessage();
        }
    }

    private static String ask(VectorCase vector, BusinessCalendar calendar) {
        return switch (vector.op()) {
            case "deadline" -> deadline(vector, calendar).toString();
            case "deadlineBackward" ->
                calendar.before(vector.start(), seconds(vector)).toString();
            case "deadlineDays" -> days(vector, calendar).toString();
            case "elapsed" -> elapsed(vector, calendar);
            case "isOpen" -> Boolean.toString(calendar.isOpen(vector.start()));
            case "nextOpen" -> text(calendar.nextOpening(vector.start()));
            case "nextClose" -> text(calendar.nextClosing(vector.start()));
            case "previousOpen" -> text(calendar.previousClosing(vector.start()));
            case "periodsAfter" -> periodsAfter(vector, calendar);
            case "periodsBefore" -> periodsBefore(vector, calendar);
            case "resolveLocal" -> calendar.instantOf(vector.local()).toString();
            default ->
                throw new VectorException(vector.place() + ": op " + vector.op() + " is none that calendars answer");
        };
    }

    private static Duration seconds(VectorCase vector) {
        return Duration.ofSeconds(vector.amount("amountSeconds"));
    }

    private static String text(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse("never");
    }

    private static Instant days(VectorCase vector, BusinessCalendar calendar) {
        int days = Math.toIntExact(vector.amount("amountDays"));
        return days < 0
                ? calendar.beforeDays(vector.start(), -days, DayUnit.WORKING_DAY)
                : calendar.afterDays(vector.start(), days, DayUnit.WORKING_DAY);
    }

    /** Runs the amount down between the pauses. */
    private static Instant deadline(VectorCase vector, BusinessCalendar calendar) {
        Instant from = vector.start();
        Duration left = seconds(vector);
        for (OpenSegment pause : vector.pauses()) {
            if (pause.end().isAfter(from)) {
                Instant until = pause.start().isBefore(from) ? from : pause.start();
                Duration open = calendar.between(from, until);
                if (open.compareTo(left) >= 0) {
                    break;
                }
                left = left.minus(open);
                from = pause.end();
            }
        }
        return calendar.after(from, left);
    }

    private static String elapsed(VectorCase vector, BusinessCalendar calendar) {
        Instant from = vector.start();
        Instant to = vector.end();
        Duration open = calendar.between(from, to);
        for (OpenSegment pause : vector.pauses()) {
            Instant start = pause.start().isBefore(from) ? from : pause.start();
            Instant end = pause.end().isAfter(to) ? to : pause.end();
            if (start.isBefore(end)) {
                open = open.minus(calendar.between(start, end));
                from = end; // pauses may overlap
            }
        }
        return Long.toString(open.toSeconds());
    }

    private static String periodsAfter(VectorCase vector, BusinessCalendar calendar) {
        List<OpenSegment> periods = new ArrayList<>();
        Instant from = vector.start();
        while (periods.size() < vector.amount("count")) {
            Instant start = calendar.nextOpening(from).orElseThrow(() -> ended(vector));
            from = calendar.nextClosing(start).orElseThrow(() -> ended(vector));
            periods.add(new OpenSegment(start, from));
        }
        return json(periods);
    }

    private static String periodsBefore(VectorCase vector, BusinessCalendar calendar) {
        int count = Math.toIntExact(vector.amount("count"));
        Duration reach = Duration.ofDays(60);
        List<OpenSegment> found = List.of();
        while (found.size() <= count
                && reach.toDays() < 40_000) { // one more than asked for, since the first may be cut
            found = calendar.openSegments(vector.start().minus(reach), vector.start());
            reach = reach.multipliedBy(2);
        }
        List<OpenSegment> newest = new ArrayList<>(found.subList(Math.max(0, found.size() - count), found.size()));
        Collections.reverse(newest);
        return json(newest);
    }

    private static VectorException ended(VectorCase vector) {
        return new VectorException(vector.place() + ": there are fewer than " + vector.amount("count") + " periods");
    }

    private static String json(List<OpenSegment> periods) {
        return periods.stream()
                .map(period -> "[\"" + period.start() + "\",\"" + period.end() + "\"]")
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** The difference as lines to print: the case, both answers, and what is open between them. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(vector.id() + " (" + vector.place() + "): " + vector.op() + " in " + vector.text("tz"));
        lines.add("  expected  " + expected.orElse("nothing"));
        lines.add("  actual    " + actual);
        if (calendar == null) {
            return lines;
        }
        List<OpenSegment> range = range();
        Instant from = range.get(0).start();
        Instant to = range.get(0).end();
        List<OpenSegment> open = calendar.openSegments(from, to);
        lines.add("  open from " + from + " to " + to + ": " + calendar.between(from, to));
        open.stream()
                .limit(MOST_SEGMENTS)
                .forEach(segment ->
                        lines.add("    " + segment.start() + "  " + segment.end() + "  " + segment.duration()));
        if (open.size() > MOST_SEGMENTS) {
            lines.add("    and " + (open.size() - MOST_SEGMENTS) + " more");
        }
        return lines;
    }

    /** From the earliest to the latest instant of the case; two days around it where there is only one. */
    private List<OpenSegment> range() {
        List<Instant> instants = new ArrayList<>();
        for (String text : List.of(
                vector.op().equals("resolveLocal") ? actual : vector.text("start"),
                vector.op().equals("elapsed") ? vector.text("end") : "",
                expected.orElse(""),
                actual)) {
            if (INSTANT.matcher(text).matches()) {
                instants.add(Instant.parse(text));
            }
        }
        Collections.sort(instants);
        Instant first = instants.get(0);
        Instant last = instants.get(instants.size() - 1);
        return List.of(
                first.isBefore(last)
                        ? new OpenSegment(first, last)
                        : new OpenSegment(first.minus(AROUND), last.plus(AROUND)));
    }
}
