package dev.incidentkit.core.calendar;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.LocalDate;
import java.time.Year;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/**
 * Open time over all of history. A horizon holds what was asked for so far; it grows by taking a larger one's place in one
 * atomic step, so readers never wait and threads that grow it at the same time lose at most their work.
 *
 * <p>After the last dated entry and the last irregular change of offset all repeats each 400 years, which are a whole
 * number of weeks; so it does before the first. Times far out are moved by whole such cycles into one that is held, so
 * the horizon stays bounded however far one asks.
 */
final class Timeline {
    /** Returned where there is none. */
    static final long NONE = Long.MAX_VALUE;

    private static final long CYCLE_DAYS = 146_097;
    private static final long CYCLE = CYCLE_DAYS * Window.DAY;
    private static final int YEAR = 366;
    private static final VarHandle HORIZON;

    static {
        try {
            HORIZON = MethodHandles.lookup().findVarHandle(Timeline.class, "horizon", Horizon.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    final DailyHours hours;
    final LocalEdges edges;

    /** From this date on, and before the other, all repeats. */
    private final long regularDay;

    private final long earlyDay;
    private final long regular;
    private final long early;
    private final boolean opensByRule;
    private final boolean closesByRule;

    @SuppressWarnings("FieldMayBeFinal") // set through the handle
    private volatile Horizon horizon = Horizon.EMPTY;

    Timeline(DailyHours hours, ZoneRules rules) {
        this.hours = hours;
        this.edges = new LocalEdges(rules);
        List<ZoneOffsetTransition> changes = rules.getTransitions();
        int lastYear = changes.isEmpty()
                ? 1970
                : changes.get(changes.size() - 1).getDateTimeAfter().getYear();
        int firstYear =
                changes.isEmpty() ? 1970 : changes.get(0).getDateTimeBefore().getYear();
        if (hours.lastDated() >= hours.firstDated()) {
            lastYear =
                    Math.max(lastYear, LocalDate.ofEpochDay(hours.lastDated()).getYear());
            firstYear =
                    Math.min(firstYear, LocalDate.ofEpochDay(hours.firstDated()).getYear());
        }
        this.regularDay = Year.of(lastYear + 2).atDay(1).toEpochDay();
        this.earlyDay = Year.of(firstYear - 1).atDay(1).toEpochDay();
        this.regular = edges.opening(regularDay * Window.DAY);
        this.early = edges.opening(earlyDay * Window.DAY);
        this.opensByRule = hours.opensWeekly() && opens(regularDay, regularDay + CYCLE_DAYS);
        this.closesByRule = !hours.neverClosesByRule();
    }

    /** Whether anything is ever open. */
    boolean everOpens() {
        if (opensByRule) {
            return true;
        }
        for (long day : hours.shiftDays()) {
            if (opens(day, day + 1)) {
                return true;
            }
        }
        return false;
    }

    private boolean opens(long first, long last) {
        for (long day = first; day < last; day++) {
            if (opensOn(day)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a local date has any open time; a date that the zone left out has none. */
    boolean opensOn(long day) {
        return hours.open(day).length > 0 && openOn(day).length > 0;
    }

    /** The open time of a local date as instants. */
    long[] openOn(long day) {
        return SegmentCompiler.openOn(hours, edges, day);
    }

    /** Whether no date from this one on opens any more, or none before it in the other direction. */
    boolean isBarren(long day, boolean forward) {
        return !opensByRule && (forward ? day > regularDay : day < earlyDay);
    }

    long between(long from, long to) {
        Horizon now = horizon;
        if (now.covers(from) && now.covers(to)) {
            return now.openAt(to) - now.openAt(from);
        }
        return openAt(to) - openAt(from);
    }

    boolean isOpen(long instant) {
        Horizon now = horizon;
        if (now.covers(instant)) {
            return now.isOpen(instant);
        }
        long near = near(instant);
        return covering(near).isOpen(near);
    }

    /** The earliest instant at which an amount, more than zero, has passed since another, or {@link #NONE}. */
    long after(long from, long amount) {
        Horizon now = horizon;
        if (now.covers(from)) {
            long target = now.openAt(from) + amount;
            if (target <= now.openAtEnd() && target > now.openAtStart()) {
                return now.whenOpen(target);
            }
        }
        return amount > BusinessCalendar.LATEST - BusinessCalendar.EARLIEST ? NONE : whenOpen(openAt(from) + amount);
    }

    /** The latest instant since which an amount, more than zero, passes until another, or {@link #NONE}. */
    long before(long to, long amount) {
        Horizon now = horizon;
        if (now.covers(to)) {
            long target = now.openAt(to) - amount + 1;
            if (target > now.openAtStart() && target <= now.openAtEnd()) {
                return now.whenOpen(target) - 1;
            }
        }
        return amount > BusinessCalendar.LATEST - BusinessCalendar.EARLIEST ? NONE : lastWhenOpen(openAt(to) - amount);
    }

    long nextOpening(long instant) {
        return isOpen(instant) ? instant : lastWhenOpen(openAt(instant));
    }

    long previousClosing(long instant) {
        return whenOpen(openAt(instant));
    }

    private long lastWhenOpen(long amount) {
        long next = whenOpen(amount + 1);
        return next == NONE ? NONE : next - 1;
    }

    long nextClosing(long instant) {
        long opening = nextOpening(instant);
        if (opening == NONE) {
            return NONE;
        }
        if (!closesByRule && opening >= regular) {
            return NONE;
        }
        long near = closesByRule ? near(opening) : Math.max(opening, early);
        long end = endAfter(near);
        return end == NONE ? NONE : end + (closesByRule ? opening - near : 0);
    }

    private long endAfter(long opening) {
        Horizon now = covering(opening);
        long end = now.endOf(opening);
        while (end == now.hi) {
            if (now.hi >= regular && (!closesByRule || now.lastDay >= regularDay + 2 * CYCLE_DAYS)) {
                return NONE;
            }
            now = covering(now.hi);
            end = now.endOf(opening);
        }
        return end;
    }

    /** Open time counted from a fixed instant. */
    private long openAt(long instant) {
        long near = near(instant);
        long cycles = (instant - near) / CYCLE;
        long open = covering(near).openAt(near);
        return cycles == 0 ? open : open + cycles * (cycles > 0 ? openInCycle() : openInEarlyCycle());
    }

    /** The instant itself, or where it is far out the one that is like it in the cycle next to the irregular time. */
    private long near(long instant) {
        if (instant >= regular + CYCLE) {
            return regular + Math.floorMod(instant - regular, CYCLE);
        }
        if (instant < early - CYCLE) {
            return early - 2 * CYCLE + Math.floorMod(instant - early, CYCLE);
        }
        return instant;
    }

    private long openInCycle() {
        return covering(regular + CYCLE).openAt(regular + CYCLE)
                - covering(regular).openAt(regular);
    }

    private long openInEarlyCycle() {
        return covering(early).openAt(early) - covering(early - CYCLE).openAt(early - CYCLE);
    }

    private long whenOpen(long amount) {
        Horizon now = horizon;
        if (amount > now.openAtEnd()) {
            return whenOpenLater(amount);
        }
        if (amount <= now.openAtStart()) {
            return whenOpenEarlier(amount);
        }
        return now.whenOpen(amount);
    }

    private long whenOpenLater(long amount) {
        Horizon now = horizon;
        while (amount > now.openAtEnd()) {
            if (now.hi > regular + CYCLE || (!opensByRule && now.hi > regular)) {
                long each = opensByRule ? openInCycle() : 0;
                if (each == 0) {
                    return NONE;
                }
                now = horizon; // holds the whole cycle by now
                long cycles = Math.floorDiv(amount - now.openAt(regular) - 1, each);
                return inRange(now.whenOpen(amount - cycles * each) + cycles * CYCLE);
            }
            now = covering(now.hi);
        }
        return inRange(now.whenOpen(amount));
    }

    private long whenOpenEarlier(long amount) {
        Horizon now = horizon;
        while (amount <= now.openAtStart()) {
            if (now.lo < early - CYCLE || (!opensByRule && now.lo < early)) {
                long each = opensByRule ? openInEarlyCycle() : 0;
                if (each == 0) {
                    return NONE;
                }
                now = horizon; // holds the whole cycle by now
                long cycles = Math.floorDiv(now.openAt(early) - amount, each);
                return inRange(now.whenOpen(amount + cycles * each) - cycles * CYCLE);
            }
            now = covering(now.lo - 1);
        }
        return inRange(now.whenOpen(amount));
    }

    private static long inRange(long instant) {
        return instant > BusinessCalendar.LATEST || instant < BusinessCalendar.EARLIEST ? NONE : instant;
    }

    private Horizon covering(long instant) {
        Horizon now = horizon;
        while (!now.covers(instant)) {
            HORIZON.compareAndSet(this, now, grown(now, instant));
            now = horizon;
        }
        return now;
    }

    private Horizon grown(Horizon now, long instant) {
        long day = Math.floorDiv(instant, Window.DAY);
        if (now.firstDay == now.lastDay) {
            return fresh(day - YEAR, day + 3 * YEAR);
        }
        long size = now.lastDay - now.firstDay;
        if (instant >= now.hi) {
            long limit = Math.max(regularDay + 2 * CYCLE_DAYS, day + 3);
            return later(now, Math.min(limit, Math.max(day + YEAR, now.lastDay + size)));
        }
        long limit = Math.min(earlyDay - 2 * CYCLE_DAYS, day - 3);
        return earlier(now, Math.max(limit, Math.min(day - YEAR, now.firstDay - size)));
    }

    private Horizon fresh(long first, long last) {
        return Horizon.of(first, last, edges, SegmentCompiler.compile(hours, edges, first, last), 0);
    }

    private Horizon later(Horizon now, long last) {
        long[] more = SegmentCompiler.compile(hours, edges, now.lastDay, last);
        return Horizon.of(now.firstDay, last, edges, joined(now.bounds(), more), now.openAtStart());
    }

    private Horizon earlier(Horizon now, long first) {
        long[] more = SegmentCompiler.compile(hours, edges, first, now.firstDay);
        long open = now.openAtStart();
        for (int k = 0; k < more.length; k += 2) {
            open -= more[k + 1] - more[k];
        }
        return Horizon.of(first, now.lastDay, edges, joined(more, now.bounds()), open);
    }

    private static long[] joined(long[] some, long[] more) {
        boolean touch = some.length > 0 && more.length > 0 && some[some.length - 1] == more[0];
        int skipped = touch ? 1 : 0;
        long[] all = new long[some.length + more.length - 2 * skipped];
        System.arraycopy(some, 0, all, 0, some.length - skipped);
        System.arraycopy(more, skipped, all, some.length - skipped, more.length - skipped);
        return all;
    }
}
