package dev.incidentkit.rules.internal;

/** Binary search without a branch that depends on what is sought, so that no guess of the processor goes wrong. */
final class Search {
    private Search() {}

    /** How many of some sorted bounds are not above a key. */
    static int notAbove(long[] bounds, long key) {
        return notAbove(bounds, 0, bounds.length, key);
    }

    /** How many of the bounds before a place are not above a key, if those before another place are known not to be. */
    static int notAbove(long[] bounds, int from, int to, long key) {
        int base = from;
        int length = to - from;
        while (length > 1) {
            int half = length >>> 1;
            base += bounds[base + half - 1] <= key ? half : 0;
            length -= half;
        }
        return length == 1 && bounds[base] <= key ? base + 1 : base;
    }

    /** How many of some sorted bounds are not above a number. */
    static int notAbove(double[] bounds, double number) {
        int base = 0;
        int length = bounds.length;
        while (length > 1) {
            int half = length >>> 1;
            base += bounds[base + half - 1] <= number ? half : 0;
            length -= half;
        }
        return length == 1 && bounds[base] <= number ? base + 1 : base;
    }
}
