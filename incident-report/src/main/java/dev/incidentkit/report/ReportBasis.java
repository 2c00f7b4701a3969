package dev.incidentkit.report;

import dev.incidentkit.metrics.Figure;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a figure is of: how many were looked at, measured and left out, and why.
 *
 * @param population how many were looked at
 * @param n of how many the figure is
 * @param excluded how many were left out, by reason
 */
public record ReportBasis(long population, long n, SortedMap<String, Long> excluded) {
    /**
     * Copies the map.
     *
     * @throws IllegalArgumentException if measured and left out do not add up to the population
     */
    public ReportBasis {
        excluded = Collections.unmodifiableSortedMap(new TreeMap<>(excluded));
        long left = excluded.values().stream().mapToLong(Long::longValue).sum();
        if (n + left != population) {
            throw new IllegalArgumentException(
                    n + " measured and " + left + " left out are not the population of " + population);
        }
    }

    /**
     * Of so many, beside what was left out.
     *
     * @param n of how many
     * @param excluded how many were left out, by reason
     * @return the basis
     */
    public static ReportBasis of(long n, SortedMap<String, Long> excluded) {
        long left = excluded.values().stream().mapToLong(Long::longValue).sum();
        return new ReportBasis(n + left, n, excluded);
    }

    /**
     * What a figure is of.
     *
     * @param figure the figure
     * @return the basis
     */
    public static ReportBasis of(Figure figure) {
        return new ReportBasis(figure.population(), figure.n(), figure.excluded());
    }

    /** {@return why how many were left out, as people read it; empty where none was} */
    public String left() {
        return excluded.entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "%s %,d", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** {@return all of it, as people read it} */
    public String text() {
        return excluded.isEmpty()
                ? String.format(Locale.ROOT, "n = %,d; nothing left out", n)
                : String.format(Locale.ROOT, "n = %,d of %,d; left out: %s", n, population, left());
    }
}
