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
        return Arrays.copyOf(compiler.bounds, compiler.size);
    }

    private void day(long day) {
        int[] spans = hours.open(day);
        if (spans.length == 0) {
            return;
        }
        long midnight = day * Window.DAY;
        if (isCalm(midnight)) {
            long start = midnight - edges.offset(midnight);
            for (int k = 0; k < spans.length; k += 2) {
                add(start + spans[k], start + spans[k + 1]);
            }
        } else {
            for (int k = 0; k < spans.length; k += 2) {
                add(edges.opening(midnight + spans[k]), edges.closing(midnight + spans[k + 1]));
            }
        }
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
