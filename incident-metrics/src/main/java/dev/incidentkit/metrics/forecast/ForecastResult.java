package dev.incidentkit.metrics.forecast;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is to be expected. Incidents are counted that are reported after the warm-up; each is followed to its resolution.
 *
 * @param seed the seed; the same model, definition and seed give the same result
 * @param incidents how many incidents were counted, over all replications
 * @param compliance the share of clocks that are met, among those that are met or missed, by policy and target, for
 *     example {@code itil/RESOLUTION}
 * @param waiting the time from report to the begin of work in milliseconds, by kind of demand
 * @param delayed the share of incidents that waited at all, by kind of demand
 * @param utilisation the share of the open time that people of a group worked, by group
 */
public record ForecastResult(
        long seed,
        long incidents,
        SortedMap<String, Estimate> compliance,
        SortedMap<String, Estimate> waiting,
        SortedMap<String, Estimate> delayed,
        SortedMap<String, Estimate> utilisation) {
    /** Copies the maps. */
    public ForecastResult {
        compliance = Collections.unmodifiableSortedMap(new TreeMap<>(compliance));
        waiting = Collections.unmodifiableSortedMap(new TreeMap<>(waiting));
        delayed = Collections.unmodifiableSortedMap(new TreeMap<>(delayed));
        utilisation = Collections.unmodifiableSortedMap(new TreeMap<>(utilisation));
    }
}
