package dev.incidentkit.metrics;

import java.util.HashSet;
import java.util.List;

/**
 * The kinds that a metric counts, and the share that it makes of them. Every measured incident, or clock, is of exactly
 * one kind, so the counts add up to all that was measured.
 *
 * @param labels the kinds, each once
 * @param hits the kinds that make the numerator of the share; none where no share is made
 * @param base the kinds that make its denominator
 */
public record Tallies(List<String> labels, List<String> hits, List<String> base) {
    /** Yes and no, and the share of yes. */
    public static final Tallies YES_NO = new Tallies(List.of("yes", "no"), List.of("yes"), List.of("yes", "no"));

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if a kind is there twice, or the share names one that is not counted
     */
    public Tallies {
        labels = List.copyOf(labels);
        hits = List.copyOf(hits);
        base = List.copyOf(base);
        if (labels.isEmpty() || new HashSet<>(labels).size() != labels.size()) {
            throw new IllegalArgumentException("Kinds are given, each once, but these are " + labels);
        }
        if (!labels.containsAll(base) || !base.containsAll(hits)) {
            throw new IllegalArgumentException("The share " + hits + " of " + base + " is not made of " + labels);
        }
    }

    /**
     * One kind, and no share.
     *
     * @param label what is counted
     * @return the kinds
     */
    public static Tallies of(String label) {
        return new Tallies(List.of(label), List.of(), List.of());
    }

    /** {@return whether a share is made} */
    public boolean hasShare() {
        return !hits.isEmpty();
    }
}
