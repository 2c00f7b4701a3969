package dev.incidentkit.core.calendar;

/**
 * The open stretches of a run of dates with the open time before each, and two tables that find a stretch by time and by
 * open time in a step or two. Open time is counted from a fixed instant, so what it is at an instant does not change when
 * a larger horizon takes this one's place. Immutable.
 */
final class Horizon {
    /** Covers nothing; the first that does takes its place. */
    static final Horizon EMPTY = new Horizon(0, 0, 0, new long[] {0}, new long[] {0, 0});

    /** The first date, as days since the epoch. */
    final long firstDay;

    /** The date after the last. */
    final long lastDay;

    /** The instant at which the first date begins. */
    final long lo;

    /** The instant at which the date after the last begins. */
    final long hi;

    /** The starts of the stretches; the first stands at {@link #lo} and is empty. */
    private final long[] starts;

    /** The open time at each start, and at the end. */
    private final long[] sums;

    private final int[] byTime;
    private final int timeShift;
    private final int[] byOpen;
    private final int openShift;

    private Horizon(long firstDay, long lastDay, long hi, long[] starts, long[] sums) {
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        this.lo = starts[0];
        this.hi = hi;
        this.starts = starts;
        this.sums = sums;
        this.timeShift = shift(hi - lo, starts.length);
        this.byTime = timeIndex();
        this.openShift = shift(openAtEnd() - sums[0], starts.length);
        this.byOpen = openIndex();
    }

    /**
     * Makes a horizon.
     *
     * @param firstDay the first date, as days since the epoch
     * @param lastDay the date after the last
     * @param edges the instants of local times
     * @param bounds the stretches, pairs of from and to
     * @param openAtStart the open time counted at the beginning
     */
    static Horizon of(long firstDay, long lastDay, LocalEdges edges, long[] bounds, long openAtStart) {
        int count = bounds.length / 2 + 1;
        long[] starts = new long[count];
        long[] sums = new long[count + 1];
        starts[0] = edges.opening(firstDay * Window.DAY);
        sums[0] = openAtStart;
        sums[1] = openAtStart;
        for (int i = 1; i < count; i++) {
            starts[i] = bounds[2 * i - 2];
            sums[i + 1] = sums[i] + bounds[2 * i - 1] - bounds[2 * i - 2];
        }
        return new Horizon(firstDay, lastDay, edges.opening(lastDay * Window.DAY), starts, sums);
    }

    /** The width of a cell, as a power of two, so that there are about as many cells as stretches. */
    private static int shift(long length, int count) {
        return Math.max(0, 64 - Long.numberOfLeadingZeros(length / count));
    }

    private int[] timeIndex() {
        int[] index = new int[(int) ((hi - lo) >>> timeShift) + 2];
        int i = 0;
        for (int cell = 0; cell < index.length; cell++) {
            long from = lo + ((long) cell << timeShift);
            while (i + 1 < starts.length && starts[i + 1] <= from) {
                i++;
            }
            index[cell] = i;
        }
        return index;
    }

    private int[] openIndex() {
        int[] index = new int[(int) ((openAtEnd() - sums[0]) >>> openShift) + 2];
        int i = 0;
        for (int cell = 0; cell < index.length; cell++) {
            long from = sums[0] + ((long) cell << openShift);
            while (i + 1 < starts.length && sums[i + 1] < from) {
                i++;
            }
            index[cell] = i;
        }
        return index;
    }

    boolean covers(long instant) {
        return instant >= lo && instant < hi;
    }

    long openAtStart() {
        return sums[0];
    }

    long openAtEnd() {
        return sums[starts.length];
    }

    /** {@return the open time counted at an instant that this covers} */
    long openAt(long instant) {
        int i = at(instant);
        return sums[i] + Math.min(instant - starts[i], sums[i + 1] - sums[i]);
    }

    boolean isOpen(long instant) {
        int i = at(instant);
        return instant - starts[i] < sums[i + 1] - sums[i];
    }

    /** {@return the end of the stretch in which an instant that this covers lies, or of the last one before it} */
    long endOf(long instant) {
        int i = at(instant);
        return starts[i] + sums[i + 1] - sums[i];
    }

    /** The last stretch that starts at or before an instant. */
    private int at(long instant) {
        int cell = (int) ((instant - lo) >>> timeShift);
        int low = byTime[cell];
        int high = byTime[cell + 1];
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= instant) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** {@return the earliest instant at which the open time is an amount, more than at the start, at most that at the end} */
    long whenOpen(long amount) {
        int cell = (int) ((amount - sums[0]) >>> openShift);
        int low = byOpen[cell];
        int high = byOpen[cell + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sums[middle + 1] >= amount) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return starts[low] + amount - sums[low];
    }

    /** {@return the stretches as pairs of from and to} */
    long[] bounds() {
        long[] bounds = new long[2 * (starts.length - 1)];
        for (int i = 1; i < starts.length; i++) {
            bounds[2 * i - 2] = starts[i];
            bounds[2 * i - 1] = starts[i] + sums[i + 1] - sums[i];
        }
        return bounds;
    }
}
