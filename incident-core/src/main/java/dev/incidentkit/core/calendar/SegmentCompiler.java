package dev.incidentkit.core.calendar;

import java.util.Arrays;

/**
 * Turns the hours of a run of dates into sorted, disjoint stretches of instants. Not safe for use by several threads; one
 * is made for each run.
 */
final class SegmentCompiler {
    /** No offset differs from UTC by more than 18 hours, and none has ever changed by more than a day. */
    private static final int MARGIN = 3;

    private final DailyHours hours;
    private final LocalEdges edges;
    private final long lo;
    private final long hi;
    private long nextChange = Long.MIN_VALUE;
    private long[] bounds = new long[256];
    private int size;

    /** What the dates around a change of the clocks have open; their instants may overlap. */
    private long[] unsettled = Spans.NONE;

    private SegmentCompiler(DailyHours hours, LocalEdges edges, long lo, long hi) {
        this.hours = hours;
        this.edges = edges;
        this.lo = lo;
        this.hi = hi;
    }

    /**
     * Compiles.
     *
     * @param first the first date, as days since the epoch
     * @param last the date after the last
     * @return pairs of from and to, cut to the instants at which the first date and the date after the last begin
     */
    static long[] compile(DailyHours hours, LocalEdges edges, long first, long last) {
        SegmentCompiler compiler =
                new SegmentCompiler(hours, edges, edges.opening(first * Window.DAY), edges.opening(last * Window.DAY));
        for (long day = first - MARGIN; day < last + MARGIN; day++) {
            compiler.day(day);
        }
        compiler.settle();
        return Arrays.copyOf(compiler.bounds, compiler.size);
    }

    private void day(long day) {
        long midnight = day * Window.DAY;
        if (!isCalm(midnight)) {
            unsettled = Spans.union(unsettled, openOn(hours, edges, day));
            return;
        }
        settle();
        long[] spans = hours.open(day);
        if (spans.length > 0) {
            long start = midnight - edges.offset(midnight);
            for (int k = 0; k < spans.length; k += 2) {
                add(start + spans[k], start + spans[k + 1]);
            }
        }
    }

    /**
     * What a date has open, as instants. Each window, break and holiday is turned into instants before one is taken from
     * the other, so that a break in an hour that comes twice closes it twice.
     */
    static long[] openOn(DailyHours hours, LocalEdges edges, long day) {
        long[] open = edges.instants(day, hours.weekly(day));
        for (long near = day - 1; near <= day + 1; near++) {
            open = Spans.minus(open, edges.instants(near, hours.weeklyClosed(near)));
        }
        open = Spans.union(open, edges.instants(day, hours.shifted(day)));
        for (long near = day - 1; near <= day + 1; near++) {
            open = Spans.minus(open, edges.instants(near, hours.broken(near)));
        }
        return open;
    }

    private void settle() {
        for (int k = 0; k < unsettled.length; k += 2) {
            add(unsettled[k], unsettled[k + 1]);
        }
        unsettled = Spans.NONE;
    }

    /** Whether the offset is the same throughout the days around a local midnight. */
    private boolean isCalm(long midnight) {
        long from = midnight - (long) MARGIN * Window.DAY;
        if (nextChange <= from) {
            nextChange = edges.nextChange(from);
        }
        return nextChange > midnight + (long) MARGIN * Window.DAY;
    }

    private void add(long start, long end) {
        long from = Math.max(start, lo);
        long to = Math.min(end, hi);
        if (from >= to) {
            return;
        }
        if (size > 0 && from <= bounds[size - 1]) {
            bounds[size - 1] = Math.max(bounds[size - 1], to);
            return;
        }
        if (size == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * size);
        }
        bounds[size++] = from;
        bounds[size++] = to;
    }
}
