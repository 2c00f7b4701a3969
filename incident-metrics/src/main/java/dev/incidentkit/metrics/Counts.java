package dev.incidentkit.metrics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How often each value of a dimension occurred, in the order of the values. Not safe for use by several threads: count
 * apart and merge, which is associative and commutative.
 *
 * @param <K> the kind of value
 */
public final class Counts<K extends Comparable<? super K>> {
    private final TreeMap<K, long[]> counts = new TreeMap<>();

    /** The value that was counted last, which is often the next one too, and its count. */
    private @Nullable K last;

    private long[] ofLast = {};

    /** Creates counts of nothing. */
    public Counts() {}

    /**
     * Counts a value once.
     *
     * @param value the value
     */
    public void add(K value) {
        add(value, 1);
    }

    void add(K value, long times) {
        if (!value.equals(last)) {
            ofLast = counts.computeIfAbsent(value, key -> new long[1]);
            last = value;
        }
        ofLast[0] += times;
    }

    /**
     * Adds other counts to these.
     *
     * @param other the others, which stay as they are
     */
    public void merge(Counts<K> other) {
        other.counts.forEach((value, count) -> add(value, count[0]));
    }

    /**
     * How often a value occurred.
     *
     * @param value the value
     * @return its count, 0 where it did not occur
     */
    public long of(K value) {
        long[] count = counts.get(value);
        return count == null ? 0 : count[0];
    }

    /** {@return how often any value occurred} */
    public long total() {
        return counts.values().stream().mapToLong(count -> count[0]).sum();
    }

    /** {@return the counts by value as they are now, in the order of the values; unmodifiable} */
    public SortedMap<K, Long> asMap() {
        TreeMap<K, Long> copy = new TreeMap<>();
        counts.forEach((value, count) -> copy.put(value, count[0]));
        return Collections.unmodifiableSortedMap(copy);
    }

    /**
     * The values that occurred most, the most frequent first, ties in the order of the values.
     *
     * @param limit how many at most
     * @return their counts
     */
    public Map<K, Long> most(int limit) {
        List<Map.Entry<K, Long>> entries = asMap().entrySet().stream()
                .sorted(Map.Entry.<K, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .toList();
        return entries.stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Counts<?> that && that.asMap().equals(asMap());
    }

    @Override
    public int hashCode() {
        return asMap().hashCode();
    }

    @Override
    public String toString() {
        return asMap().toString();
    }
}
