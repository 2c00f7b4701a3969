package dev.incidentkit.holidays;

import dev.incidentkit.core.calendar.Holiday;
import dev.incidentkit.core.calendar.Window;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateProperty;
import net.fortuna.ical4j.model.property.RRule;
import org.jspecify.annotations.Nullable;

/** Turns events into holidays within a range of dates and collects what is wrong with them. */
final class EventExpander {
    /** Where a repeated event may begin, so that finding its repetitions is bounded. */
    private static final int FIRST_YEAR = 1900;

    /** How many repetitions all events together may have before the last date. */
    private static final long MAX_STEPS = 200_000;

    private static final int MAX_RULE = 300;
    private static final int MAX_NAME = 200;
    private static final int MAX_DAYS = 366;

    private final ZoneId zone;
    private final LocalDate first;
    private final LocalDate last;
    private final List<String> findings = new ArrayList<>();
    private long steps;
    private int count;

    EventExpander(ZoneId zone, LocalDate first, LocalDate last) {
        this.zone = zone;
        this.first = first;
        this.last = last;
    }

    /** {@return what is wrong with the events so far} */
    List<String> findings() {
        return findings;
    }

    /** {@return the holidays of an event; none if anything is wrong with it} */
    List<Holiday> expand(VEvent event) {
        List<Holiday> holidays = new ArrayList<>();
        String name = value(event, Property.SUMMARY).strip();
        String title = name.isEmpty() ? "holiday" : name.substring(0, Math.min(MAX_NAME, name.length()));
        try {
            if (value(event, Property.STATUS).equalsIgnoreCase("CANCELLED") || !isBounded(event, title)) {
                return holidays;
            }
            // one day more on each side: an event of another zone may reach into the range
            Period<?> range = new Period<>(
                    first.minusDays(1).atStartOfDay(zone), last.plusDays(2).atStartOfDay(zone));
            for (Period<Temporal> period : event.<Temporal>calculateRecurrenceSet(range)) {
                add(holidays, title, onTime(event, period));
            }
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException | ClassCastException e) {
            findings.add("event '" + title + "' cannot be expanded: " + e.getMessage());
        }
        return holidays;
    }

    /** A repetition in a gap of its zone begins at the gap's end and lasts as long. */
    private static Period<Temporal> onTime(VEvent event, Period<Temporal> period) {
        Temporal begins = event.<DateProperty<Temporal>>getProperty(Property.DTSTART)
                .map(DateProperty::getDate)
                .orElse(null);
        if (!(begins instanceof ZonedDateTime first) || !(period.getStart() instanceof ZonedDateTime start)) {
            return period;
        }
        ZonedDateTime moved = LeftOutTimes.moved(start, first.toLocalTime());
        return moved.equals(start) ? period : new Period<>(moved, moved.plus(Duration.between(start, period.getEnd())));
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).map(Property::getValue).orElse("");
    }

    /** Whether an event has a beginning and its repetitions can be counted within reason. */
    private boolean isBounded(VEvent event, String title) {
        Temporal start = event.<DateProperty<Temporal>>getProperty(Property.DTSTART)
                .map(DateProperty::getDate)
                .orElse(null);
        if (start == null) {
            findings.add("event '" + title + "' has no DTSTART");
            return false;
        }
        if (!value(event, Property.RECURRENCE_ID).isEmpty()) {
            findings.add("event '" + title + "' has RECURRENCE-ID " + value(event, Property.RECURRENCE_ID)
                    + "; write an EXDATE and an event of its own instead");
            return false;
        }
        List<Property> rules = event.getProperties(Property.RRULE);
        return rules.stream()
                .allMatch(rule -> isBounded((RRule<?>) rule, local(start).toLocalDate(), title));
    }

    private boolean isBounded(RRule<?> rule, LocalDate start, String title) {
        if (start.getYear() < FIRST_YEAR || rule.getValue().length() > MAX_RULE) {
            findings.add("event '" + title + "' must begin in " + FIRST_YEAR + " or later and repeat by at most "
                    + MAX_RULE + " characters, but begins on " + start + " with a rule of "
                    + rule.getValue().length());
            return false;
        }
        Recur<?> recur = rule.getRecur();
        ChronoUnit unit = switch (recur.getFrequency()) {
            case YEARLY -> ChronoUnit.YEARS;
            case MONTHLY -> ChronoUnit.MONTHS;
            case WEEKLY -> ChronoUnit.WEEKS;
            case DAILY -> ChronoUnit.DAYS;
            default -> ChronoUnit.SECONDS;
        };
        if (unit == ChronoUnit.SECONDS) {
            findings.add("event '" + title + "' repeats more often than daily: " + rule.getValue());
            return false;
        }
        steps += 1 + Math.max(0, unit.between(start, last));
        if (steps > MAX_STEPS) {
            findings.add("with event '" + title + "' the events have more than " + MAX_STEPS + " repetitions before "
                    + last);
            return false;
        }
        return true;
    }

    private void add(List<Holiday> holidays, String title, Period<Temporal> period) {
        LocalDateTime start = local(period.getStart());
        LocalDateTime end = local(period.getEnd());
        if (period.getStart() instanceof LocalDate && end.equals(start)) {
            end = start.plusDays(1);
        }
        String fault = fault(period, start, end);
        if (fault != null) {
            findings.add("event '" + title + "' " + fault);
            return;
        }
        addDays(holidays, title, start, end);
    }

    private @Nullable String fault(Period<Temporal> period, LocalDateTime start, LocalDateTime end) {
        if (isReversed(period)) {
            return "ends before it begins: from " + start + " to " + end;
        }
        if (start.until(end, ChronoUnit.DAYS) > MAX_DAYS) {
            return "lasts longer than " + MAX_DAYS + " days: from " + start + " to " + end;
        }
        return end.isBefore(start) || (end.equals(start) && !isEmpty(period))
                ? "goes through the hour that clocks repeat and ends at an earlier local time: from " + start + " to "
                        + end + "; write two events, one up to the change and one from it"
                : null;
    }

    private void addDays(List<Holiday> holidays, String title, LocalDateTime start, LocalDateTime end) {
        if (end.equals(start)) {
            return; // an instant closes nothing
        }
        for (LocalDate date = start.toLocalDate(); date.atStartOfDay().isBefore(end); date = date.plusDays(1)) {
            LocalTime from = date.equals(start.toLocalDate()) ? start.toLocalTime() : LocalTime.MIDNIGHT;
            LocalTime to = date.equals(end.toLocalDate()) ? end.toLocalTime() : LocalTime.MIDNIGHT;
            if (!date.isBefore(first) && !date.isAfter(last) && !isFull(title)) {
                holidays.add(Holiday.on(date, title, new Window(from, to)));
            }
        }
    }

    private boolean isFull(String title) {
        count++;
        if (count == IcsHolidays.MAX_HOLIDAYS + 1) {
            findings.add("with event '" + title + "' there are more than " + IcsHolidays.MAX_HOLIDAYS + " holidays");
        }
        return count > IcsHolidays.MAX_HOLIDAYS;
    }

    private boolean isEmpty(Period<Temporal> period) {
        return period.getStart() instanceof LocalDate
                || instant(period.getEnd()).equals(instant(period.getStart()));
    }

    /** Looks at instants: at the end of a clock change a later time may have an earlier name. */
    private boolean isReversed(Period<Temporal> period) {
        return instant(period.getEnd()).isBefore(instant(period.getStart()));
    }

    private Instant instant(Temporal time) {
        boolean local = time instanceof LocalDate || time instanceof LocalDateTime;
        return local ? local(time).atZone(zone).toInstant() : Instant.from(time);
    }

    private LocalDateTime local(Temporal time) {
        if (time instanceof LocalDate date) {
            return date.atStartOfDay();
        }
        if (time instanceof LocalDateTime floating) {
            return floating;
        }
        if (time instanceof ZonedDateTime zoned) {
            return zoned.withZoneSameInstant(zone).toLocalDateTime();
        }
        if (time instanceof OffsetDateTime offset) {
            return offset.atZoneSameInstant(zone).toLocalDateTime();
        }
        return LocalDateTime.ofInstant(Instant.from(time), zone);
    }
}
