package dev.incidentkit.metrics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How often each value of a dimension occurred, in the order of the values. Not safe for use by several threads: count
 * apart and merge, which is associative and commutative.
 *
 * @param <K> the kind of value
 */
public final class Counts<K extends Comparable<? super K>> {
    private final TreeMap<K, Long> counts = new TreeMap<>();

    /** Creates counts of nothing. */
    public Counts() {}

    /**
     * Counts a value once.
     *
     * @param value the value
     */
    public void add(K value) {
        counts.merge(value, 1L, Long::sum);
    }

    void add(K value, long times) {
        counts.merge(value, times, Long::sum);
    }

    /**
     * Adds other counts to these.
     *
     * @param other the others, which stay as they are
     */
    public void merge(Counts<K> other) {
        other.counts.forEach((value, count) -> counts.merge(value, count, Long::sum));
    }

    /**
     * How often a value occurred.
     *
     * @param value the value
     * @return its count, 0 where it did not occur
     */
    public long of(K value) {
        return counts.getOrDefault(value, 0L);
    }

    /** {@return how often any value occurred} */
    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** {@return the counts by value, in the order of the values; an unmodifiable view} */
    public SortedMap<K, Long> asMap() {
        return Collections.unmodifiableSortedMap(counts);
    }

    /**
     * The values that occurred most, the most frequent first, ties in the order of the values.
     *
     * @param limit how many at most
     * @return their counts
     */
    public Map<K, Long> most(int limit) {
        List<Map.Entry<K, Long>> entries = counts.entrySet().stream()
                .sorted(Map.Entry.<K, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .toList();
        return entries.stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Counts<?> that && that.counts.equals(counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
