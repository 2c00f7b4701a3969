package dev.incidentkit.rules.internal.proof;

import java.util.Arrays;

/**
 * Sets of classes as runs: an array {@code from, to, from, to, ...} of closed ranges, ascending, neither touching nor
 * overlapping. An empty array is the empty set.
 */
public final class Runs {
    private static final int[] EMPTY = {};

    private Runs() {}

    /**
     * A set of one run.
     *
     * @param from the first class
     * @param to the last class
     * @return the set; empty if {@code to < from}
     */
    public static int[] of(int from, int to) {
        return to < from ? EMPTY : new int[] {from, to};
    }

    /**
     * Joins two sets.
     *
     * @param left a set
     * @param right a set
     * @return all classes that are in one of them
     */
    public static int[] union(int[] left, int[] right) {
        int[] joined = new int[left.length + right.length];
        int size = 0;
        int l = 0;
        int r = 0;
        while (l < left.length || r < right.length) {
            boolean takeLeft = r == right.length || (l < left.length && left[l] <= right[r]);
            int from = takeLeft ? left[l] : right[r];
            int to = takeLeft ? left[l + 1] : right[r + 1];
            l += takeLeft ? 2 : 0;
            r += takeLeft ? 0 : 2;
            if (size > 0 && joined[size - 1] >= from - 1) {
                joined[size - 1] = Math.max(joined[size - 1], to);
            } else {
                joined[size++] = from;
                joined[size++] = to;
            }
        }
        return size == joined.length ? joined : Arrays.copyOf(joined, size);
    }

    /**
     * What two sets have in common.
     *
     * @param left a set
     * @param right a set
     * @return all classes that are in both
     */
    public static int[] intersection(int[] left, int[] right) {
        int[] common = new int[left.length + right.length];
        int size = 0;
        int l = 0;
        int r = 0;
        while (l < left.length && r < right.length) {
            int from = Math.max(left[l], right[r]);
            int to = Math.min(left[l + 1], right[r + 1]);
            if (from <= to) {
                common[size++] = from;
                common[size++] = to;
            }
            if (left[l + 1] < right[r + 1]) {
                l += 2;
            } else {
                r += 2;
            }
        }
        return Arrays.copyOf(common, size);
    }

    /**
     * What a set leaves out.
     *
     * @param set a set
     * @param size how many classes there are
     * @return all classes of 0..size-1 that are not in the set
     */
    public static int[] complement(int[] set, int size) {
        int[] rest = new int[set.length + 2];
        int length = 0;
        int next = 0;
        for (int i = 0; i < set.length; i += 2) {
            if (set[i] > next) {
                rest[length++] = next;
                rest[length++] = set[i] - 1;
            }
            next = set[i + 1] + 1;
        }
        if (next < size) {
            rest[length++] = next;
            rest[length++] = size - 1;
        }
        return Arrays.copyOf(rest, length);
    }

    /**
     * Whether two sets have a class in common.
     *
     * @param left a set
     * @param right a set
     * @return true if they have
     */
    public static boolean intersect(int[] left, int[] right) {
        int l = 0;
        int r = 0;
        while (l < left.length && r < right.length) {
            if (left[l + 1] < right[r]) {
                l += 2;
            } else if (right[r + 1] < left[l]) {
                r += 2;
            } else {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a set contains another.
     *
     * @param outer a set
     * @param inner a set
     * @return true if every class of {@code inner} is in {@code outer}
     */
    public static boolean contains(int[] outer, int[] inner) {
        int o = 0;
        for (int i = 0; i < inner.length; i += 2) {
            while (o < outer.length && outer[o + 1] < inner[i]) {
                o += 2;
            }
            if (o == outer.length || outer[o] > inner[i] || outer[o + 1] < inner[i + 1]) {
                return false;
            }
        }
        return true;
    }

    /**
     * How many classes a set has.
     *
     * @param set a set
     * @return the number
     */
    public static int count(int[] set) {
        int count = 0;
        for (int i = 0; i < set.length; i += 2) {
            count += set[i + 1] - set[i] + 1;
        }
        return count;
    }
}
