package dev.incidentkit.core.calendar;

import java.util.Arrays;
import java.util.Collection;

/** Sets of milliseconds of a day as sorted, disjoint pairs of from and to; pairs that touch are joined. */
final class Spans {
    static final int[] NONE = {};
    static final int[] ALL_DAY = {0, Window.DAY};

    private Spans() {}

    /** {@return the union of windows, each reckoned from the midnight before its beginning; up to two days} */
    static int[] of(Collection<Window> windows) {
        int[] union = NONE;
        for (Window window : windows) {
            union = union(union, new int[] {window.startMillis(), window.endMillis()});
        }
        return union;
    }

    static int[] union(int[] some, int[] more) {
        if (some.length == 0 || more.length == 0) {
            return some.length == 0 ? more : some;
        }
        int[] all = new int[some.length + more.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < some.length || j < more.length) {
            boolean first = j == more.length || (i < some.length && some[i] <= more[j]);
            int from = first ? some[i] : more[j];
            int to = first ? some[i + 1] : more[j + 1];
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

    static int[] minus(int[] some, int[] less) {
        int[] rest = some;
        for (int k = 0; k < less.length; k += 2) {
            rest = minus(rest, less[k], less[k + 1]);
        }
        return rest;
    }

    private static int[] minus(int[] some, int from, int to) {
        int[] rest = new int[some.length + 2];
        int size = 0;
        for (int k = 0; k < some.length; k += 2) {
            int before = Math.min(some[k + 1], from);
            if (some[k] < before) {
                rest[size++] = some[k];
                rest[size++] = before;
            }
            int after = Math.max(some[k], to);
            if (after < some[k + 1]) {
                rest[size++] = after;
                rest[size++] = some[k + 1];
            }
        }
        return Arrays.copyOf(rest, size);
    }

    /** {@return what lies within a day, counted from its midnight} */
    static int[] within(int[] spans, int day) {
        int shift = day * Window.DAY;
        int[] part = new int[spans.length];
        int size = 0;
        for (int k = 0; k < spans.length; k += 2) {
            int from = Math.max(0, spans[k] - shift);
            int to = Math.min(Window.DAY, spans[k + 1] - shift);
            if (from < to) {
                part[size++] = from;
                part[size++] = to;
            }
        }
        return Arrays.copyOf(part, size);
    }
}
