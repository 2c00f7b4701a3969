package dev.incidentkit.metrics.whatif;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * In how many incidents two definitions differ, and why.
 *
 * @param incidents how many were looked at
 * @param differing in how many something differs
 * @param byKind in how many incidents, by kind of difference
 * @param byCause how many differences each cause made; a difference with several causes counts under each
 * @param breaches how many incidents missed a target, by the target's name
 */
public record WhatIfSummary(
        long incidents,
        long differing,
        SortedMap<DifferenceKind, Long> byKind,
        SortedMap<String, Long> byCause,
        SortedMap<String, Breaches> breaches) {
    /** Copies the maps. */
    public WhatIfSummary {
        byKind = copy(byKind);
        byCause = copy(byCause);
        breaches = copy(breaches);
    }

    private static <K extends Comparable<? super K>, V> SortedMap<K, V> copy(Map<K, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    /**
     * How many incidents missed a target.
     *
     * @param both under both definitions
     * @param before under the first only
     * @param after under the second only
     */
    public record Breaches(long both, long before, long after) {}
}
