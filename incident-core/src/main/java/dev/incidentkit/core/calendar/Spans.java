package dev.incidentkit.core.calendar;

import java.util.Arrays;
import java.util.Collection;

/**
 * Sets of milliseconds, of a day or of all time, as sorted, disjoint pairs of from and to; pairs that touch are joined.
 */
final class Spans {
    static final long[] NONE = {};

    private Spans() {}

    /** {@return the union of windows, each counted from the midnight before its beginning; up to two days} */
    static long[] of(Collection<Window> windows) {
        long[] union = NONE;
        for (Window window : windows) {
            union = union(union, new long[] {window.startMillis(), window.endMillis()});
        }
        return union;
    }

    static long[] union(long[] some, long[] more) {
        if (some.length == 0 || more.length == 0) {
            return some.length == 0 ? more : some;
        }
        long[] all = new long[some.length + more.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < some.length || j < more.length) {
            boolean first = j == more.length || (i < some.length && some[i] <= more[j]);
            long from = first ? some[i] : more[j];
            long to = first ? some[i + 1] : more[j + 1];
            if (first) {
                i += 2;
            } else {
                j += 2;
            }
            if (size > 0 && from <= all[size - 1]) {
                all[size - 1] = Math.max(all[size - 1], to);
            } else {
                all[size++] = from;
                all[size++] = to;
            }
        }
        return Arrays.copyOf(all, size);
    }

    static long[] minus(long[] some, long[] less) {
        long[] rest = some;
        for (int k = 0; k < less.length && rest.length > 0; k += 2) {
            rest = minus(rest, less[k], less[k + 1]);
        }
        return rest;
    }

    private static long[] minus(long[] some, long from, long to) {
        long[] rest = new long[some.length + 2];
        int size = 0;
        for (int k = 0; k < some.length; k += 2) {
            long before = Math.min(some[k + 1], from);
            if (some[k] < before) {
                rest[size++] = some[k];
                rest[size++] = before;
            }
            long after = Math.max(some[k], to);
            if (after < some[k + 1]) {
                rest[size++] = after;
                rest[size++] = some[k + 1];
            }
        }
        return Arrays.copyOf(rest, size);
    }

    /** {@return what lies within a range, counted from its beginning} */
    static long[] within(long[] spans, long lo, long hi) {
        long[] part = new long[spans.length];
        int size = 0;
        for (int k = 0; k < spans.length; k += 2) {
            long from = Math.max(lo, spans[k]);
            long to = Math.min(hi, spans[k + 1]);
            if (from < to) {
                part[size++] = from - lo;
                part[size++] = to - lo;
            }
        }
        return Arrays.copyOf(part, size);
    }
}
