package dev.incidentkit.rules.internal;

/** Binary search without a branch that depends on what is sought, so that no guess of the processor goes wrong. */
final class Search {
    private Search() {}

    /** How many of some sorted bounds are not above a key. */
    static int notAbove(long[] bounds, long key) {
        int base = 0;
        int length = bounds.length;
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
