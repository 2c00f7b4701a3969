package dev.incidentkit.core.calendar;

import dev.incidentkit.core.IncidentException;
import java.time.Instant;

/**
 * More time was asked for than a calendar has left. Only a calendar whose hours are all dated can end; others end where
 * {@linkplain BusinessCalendar#LATEST time that can be reckoned with} ends.
 */
public final class CalendarExhaustedException extends IncidentException {
    private static final long serialVersionUID = 1L;

    private final String calendar;
    private final Instant from;
    private final String asked;

    /**
     * Creates the exception.
     *
     * @param calendar the name of the calendar
     * @param from where the reckoning began
     * @param asked what was asked for, for example {@code 40 working hours after it}
     */
    public CalendarExhaustedException(String calendar, Instant from, String asked) {
        super("Calendar '" + calendar + "' has not so much open time: from " + from + ", asked for " + asked);
        this.calendar = calendar;
        this.from = from;
        this.asked = asked;
    }

    /** {@return the name of the calendar} */
    public String calendar() {
        return calendar;
    }

    /** {@return where the reckoning began} */
    public Instant from() {
        return from;
    }

    /** {@return what was asked for, in words} */
    public String asked() {
        return asked;
    }
}
