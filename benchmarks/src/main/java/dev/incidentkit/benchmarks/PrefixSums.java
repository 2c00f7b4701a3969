package dev.incidentkit.benchmarks;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * What working time must cost at least: the openings of twenty years in one array, the open time before each in another,
 * and a binary search. It grows for nobody, refuses nothing, and knows one calendar.
 */
final class PrefixSums {
    private static final long DAY = 8 * 3_600_000L;

    private final long[] starts;
    private final long[] sums;

    PrefixSums() {
        long[] all = new long[20 * 366];
        int count = 0;
        for (LocalDate date = LocalDate.of(2020, 1, 1); date.getYear() < 2040; date = date.plusDays(1)) {
            if (date.getDayOfWeek().getValue() <= 5) {
                all[count++] = date.atTime(9, 0).toInstant(ZoneOffset.UTC).toEpochMilli();
            }
        }
        starts = Arrays.copyOf(all, count);
        sums = new long[count];
        for (int i = 1; i < count; i++) {
            sums[i] = sums[i - 1] + DAY;
        }
    }

    long between(long from, long to) {
        return open(to) - open(from);
    }

    private long open(long instant) {
        int i = last(starts, instant);
        return sums[i] + Math.min(instant - starts[i], DAY);
    }

    long after(long from, long amount) {
        long target = open(from) + amount;
        int i = last(sums, target - 1);
        return starts[i] + target - sums[i];
    }

    private static int last(long[] sorted, long value) {
        int low = 0;
        int high = sorted.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (sorted[middle] <= value) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
