package dev.incidentkit.rules.internal;

import java.util.Arrays;

/**
 * A set of classes of one axis, as sorted, disjoint, not adjacent, half-open ranges: so small for the intervals that
 * tables have, however many classes there are. Immutable.
 */
public final class ClassSet {
    /** The set without classes. */
    public static final ClassSet EMPTY = new ClassSet(new int[0]);

    private final int[] bounds;

    private ClassSet(int[] bounds) {
        this.bounds = bounds;
    }

    /**
     * The classes of a range.
     *
     * @param from the first class
     * @param to the first class beyond
     * @return the set; empty if {@code to} is not beyond {@code from}
     */
    public static ClassSet range(int from, int to) {
        return from < to ? new ClassSet(new int[] {from, to}) : EMPTY;
    }

    /**
     * One class.
     *
     * @param clazz the class
     * @return the set
     */
    public static ClassSet of(int clazz) {
        return range(clazz, clazz + 1);
    }

    /** {@return how many ranges there are} */
    public int ranges() {
        return bounds.length / 2;
    }

    /**
     * The first class of a range.
     *
     * @param range 0 to {@link #ranges()} - 1
     * @return the class
     */
    public int from(int range) {
        return bounds[2 * range];
    }

    /**
     * The first class beyond a range.
     *
     * @param range 0 to {@link #ranges()} - 1
     * @return the class
     */
    public int to(int range) {
        return bounds[2 * range + 1];
    }

    /** {@return whether there is no class} */
    public boolean isEmpty() {
        return bounds.length == 0;
    }

    /** {@return how many classes there are} */
    public int size() {
        int size = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            size += bounds[i + 1] - bounds[i];
        }
        return size;
    }

    /**
     * Whether a class is in the set.
     *
     * @param clazz a class
     * @return true if it is
     */
    public boolean contains(int clazz) {
        int at = Arrays.binarySearch(bounds, clazz);
        // bounds at even places belong to the set, those at odd places do not; between them parity tells
        return at >= 0 ? (at & 1) == 0 : ((-at - 1) & 1) == 1;
    }

    /**
     * The classes of this set or another.
     *
     * @param other another set of the same axis
     * @return the union
     */
    public ClassSet or(ClassSet other) {
        return merge(other, 1);
    }

    /**
     * The classes of this set and another.
     *
     * @param other another set of the same axis
     * @return the intersection
     */
    public ClassSet and(ClassSet other) {
        return merge(other, 2);
    }

    /** Sweeps over the bounds of both sets; inside where at least {@code needed} of them are. */
    private ClassSet merge(ClassSet other, int needed) {
        int[] left = bounds;
        int[] right = other.bounds;
        int[] merged = new int[left.length + right.length];
        int count = 0;
        int i = 0;
        int j = 0;
        boolean inside = false;
        while (i < left.length || j < right.length) {
            int at = Math.min(
                    i < left.length ? left[i] : Integer.MAX_VALUE, j < right.length ? right[j] : Integer.MAX_VALUE);
            if (i < left.length && left[i] == at) {
                i++;
            }
            if (j < right.length && right[j] == at) {
                j++;
            }
            boolean now = (i & 1) + (j & 1) >= needed;
            if (now != inside) {
                merged[count++] = at;
                inside = now;
            }
        }
        return count == 0 ? EMPTY : new ClassSet(Arrays.copyOf(merged, count));
    }

    /**
     * The classes that are not in this set.
     *
     * @param size how many classes there are in all
     * @return the complement within 0 to {@code size} - 1
     */
    public ClassSet complement(int size) {
        ClassSet result = EMPTY;
        int from = 0;
        int[] rest = new int[bounds.length + 2];
        int count = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            if (bounds[i] > from) {
                rest[count++] = from;
                rest[count++] = bounds[i];
            }
            from = bounds[i + 1];
        }
        if (from < size) {
            rest[count++] = from;
            rest[count++] = size;
        }
        return count == 0 ? result : new ClassSet(Arrays.copyOf(rest, count));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClassSet that && Arrays.equals(that.bounds, bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < bounds.length; i += 2) {
            text.append(i == 0 ? "" : ", ").append(bounds[i]);
            if (bounds[i + 1] > bounds[i] + 1) {
                text.append("..").append(bounds[i + 1] - 1);
            }
        }
        return text.append('}').toString();
    }
}
