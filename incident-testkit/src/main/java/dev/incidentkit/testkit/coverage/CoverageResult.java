package dev.incidentkit.testkit.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was reached, of all that can be reached. Results of the same definitions can be joined in any order. Immutable.
 *
 * @param sheets the tables with everything that can be reached
 * @param hits how often each was reached; what never was is not there
 */
public record CoverageResult(List<CoverageSheet> sheets, Map<CoverageItem, Long> hits) {
    /** Copies the collections. */
    public CoverageResult {
        sheets = List.copyOf(sheets);
        hits = Collections.unmodifiableMap(new LinkedHashMap<>(hits));
    }

    /**
     * A result of which only what the sheets have is kept.
     *
     * @param sheets the tables with everything that can be reached
     * @param hits how often things were reached, others among them
     * @return the result
     */
    public static CoverageResult of(List<CoverageSheet> sheets, Map<CoverageItem, Long> hits) {
        Map<CoverageItem, Long> known = new LinkedHashMap<>();
        for (CoverageItem item : items(sheets)) {
            Long count = hits.get(item);
            if (count != null && count > 0) {
                known.put(item, count);
            }
        }
        return new CoverageResult(sheets, known);
    }

    private static Set<CoverageItem> items(List<CoverageSheet> sheets) {
        Set<CoverageItem> items = new LinkedHashSet<>();
        for (CoverageSheet sheet : sheets) {
            for (CoverageSheet.Row row : sheet.rows()) {
                row.spots().forEach(spot -> items.add(spot.item()));
            }
        }
        return items;
    }

    /** {@return everything that can be reached, in the order of the sheets} */
    public Set<CoverageItem> items() {
        return Collections.unmodifiableSet(items(sheets));
    }

    /**
     * How often something was reached.
     *
     * @param item what
     * @return zero or more
     */
    public long hits(CoverageItem item) {
        return hits.getOrDefault(item, 0L);
    }

    /**
     * What was not reached.
     *
     * @param kinds the kinds to look at; none for all
     * @return the items in the order of the sheets
     */
    public List<CoverageItem> missed(CoverageKind... kinds) {
        return items(sheets).stream()
                .filter(item -> kinds.length == 0 || List.of(kinds).contains(item.kind()))
                .filter(item -> hits(item) == 0)
                .toList();
    }

    /**
     * The share of what was reached.
     *
     * @param kinds the kinds to look at; none for all
     * @return 0 to 1; 1 where there is nothing to reach
     */
    public double share(CoverageKind... kinds) {
        long all = items(sheets).stream()
                .filter(item -> kinds.length == 0 || List.of(kinds).contains(item.kind()))
                .count();
        return all == 0 ? 1 : 1 - (double) missed(kinds).size() / all;
    }

    /**
     * This result and another one as one.
     *
     * @param other what was reached elsewhere
     * @return the sheets of both, each once, with the sums of all hits
     */
    public CoverageResult with(CoverageResult other) {
        Set<CoverageSheet> all = new LinkedHashSet<>(sheets);
        all.addAll(other.sheets);
        return new CoverageResult(List.copyOf(all), sums(hits, other.hits));
    }

    /**
     * This result with hits from elsewhere; those of what it does not know are left out.
     *
     * @param more how often things were reached
     * @return the sum
     */
    public CoverageResult with(Map<CoverageItem, Long> more) {
        return of(sheets, sums(hits, more));
    }

    private static Map<CoverageItem, Long> sums(Map<CoverageItem, Long> one, Map<CoverageItem, Long> other) {
        Map<CoverageItem, Long> sums = new LinkedHashMap<>(one);
        other.forEach((item, count) -> sums.merge(item, count, Long::sum));
        return sums;
    }

    /**
     * This result without some items, as if they could not be reached.
     *
     * @param left the items
     * @return the rest
     */
    CoverageResult without(Collection<CoverageItem> left) {
        List<CoverageSheet> rest = new ArrayList<>();
        for (CoverageSheet sheet : sheets) {
            List<CoverageSheet.Row> rows = new ArrayList<>();
            for (CoverageSheet.Row row : sheet.rows()) {
                List<CoverageSheet.Spot> spots = row.spots().stream()
                        .filter(spot -> !left.contains(spot.item()))
                        .toList();
                if (!spots.isEmpty()) {
                    rows.add(new CoverageSheet.Row(row.cells(), spots));
                }
            }
            rest.add(new CoverageSheet(sheet.title(), sheet.header(), rows));
        }
        return of(rest, hits);
    }

    /** {@return how much of each kind was reached, for example {@code CELL 8 of 9}; only kinds that there are} */
    public String summary() {
        Map<CoverageKind, long[]> counts = new EnumMap<>(CoverageKind.class);
        for (CoverageItem item : items(sheets)) {
            long[] count = counts.computeIfAbsent(item.kind(), unused -> new long[2]);
            count[0] += hits(item) > 0 ? 1 : 0;
            count[1]++;
        }
        List<String> parts = new ArrayList<>();
        counts.forEach((kind, count) -> parts.add(kind + " " + count[0] + " of " + count[1]));
        return String.join(", ", parts);
    }

    /** {@return every sheet with its hits, for a console} */
    public String text() {
        StringBuilder text =
                new StringBuilder("rule coverage: ").append(summary()).append('\n');
        for (CoverageSheet sheet : sheets) {
            text.append('\n').append(sheet.title()).append('\n');
            text.append("  ").append(String.join(" | ", sheet.header())).append('\n');
            for (CoverageSheet.Row row : sheet.rows()) {
                List<String> cells = new ArrayList<>(row.cells());
                row.spots().forEach(spot -> cells.add(spot(spot)));
                text.append("  ").append(String.join(" | ", cells)).append('\n');
            }
        }
        return text.toString();
    }

    private String spot(CoverageSheet.Spot spot) {
        long count = hits(spot.item());
        return (spot.label().isEmpty() ? "" : spot.label() + " ") + (count == 0 ? "(never)" : "(" + count + ")");
    }
}
