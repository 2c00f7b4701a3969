package dev.incidentkit.rules.internal.verify;

import java.util.Arrays;

/** The longest rising part of a sequence, by patience sorting. */
final class LongestRise {
    private LongestRise() {}

    /** The indexes of a longest subsequence of different numbers that rises, ascending. */
    static int[] of(int[] numbers) {
        int[] ends = new int[numbers.length];
        int[] endIndexes = new int[numbers.length];
        int[] previous = new int[numbers.length];
        int length = 0;
        for (int i = 0; i < numbers.length; i++) {
            int found = Arrays.binarySearch(ends, 0, length, numbers[i]);
            int place = found < 0 ? -found - 1 : found;
            previous[i] = place == 0 ? -1 : endIndexes[place - 1];
            ends[place] = numbers[i];
            endIndexes[place] = i;
            length = Math.max(length, place + 1);
        }
        return backwards(length, length == 0 ? -1 : endIndexes[length - 1], previous);
    }

    private static int[] backwards(int length, int last, int[] previous) {
        int[] rise = new int[length];
        for (int at = last, place = length - 1; at >= 0; at = previous[at], place--) {
            rise[place] = at;
        }
        return rise;
    }
}
