package dev.incidentkit.rules.internal.proof;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules that one rule could stand for: same outcome, and cells that differ in one column only, again and again. (The
 * least number of rules is NP-hard to find; this finds few.)
 *
 * @param rules the rules that could be one, ascending, at least two
 * @param region the one rule's cells
 */
public record Contraction(List<Integer> rules, Region region) {
    /** Copies the list. */
    public Contraction {
        rules = List.copyOf(rules);
    }

    /**
     * Proposes contractions that change no decision.
     *
     * @param grid the rules, in the order in which they win
     * @param outcomes the outcome of each rule
     * @param ordered whether an earlier rule beats a later one, so that a rule cannot pass others unchecked
     * @param skipped rules to leave out
     * @return the proposals, by their first rule; no rule is in two of them
     */
    public static List<Contraction> of(RuleGrid grid, int[] outcomes, boolean ordered, BitSet skipped) {
        List<Row> rows = new ArrayList<>();
        for (int rule = 0; rule < grid.rules(); rule++) {
            if (!skipped.get(rule) && !grid.isEmpty(rule)) {
                rows.add(new Row(outcomes[rule], grid.region(rule), List.of(rule)));
            }
        }
        int columns = grid.columns();
        int idle = 0;
        for (int column = 0; idle < columns && !rows.isEmpty(); column = (column + 1) % columns) {
            int before = rows.size();
            rows = along(grid, outcomes, ordered, rows, column);
            idle = rows.size() < before ? 1 : idle + 1;
        }
        return rows.stream()
                .filter(row -> row.rules.size() > 1)
                .map(row -> new Contraction(row.rules, row.region))
                .toList();
    }

    private record Row(int outcome, Region region, List<Integer> rules) {}

    private record Key(int outcome, Region others) {}

    private static List<Row> along(RuleGrid grid, int[] outcomes, boolean ordered, List<Row> rows, int column) {
        Map<Key, Row> byOthers = new LinkedHashMap<>();
        List<Row> apart = new ArrayList<>();
        for (Row row : rows) {
            Key key = new Key(row.outcome, row.region.with(column, new int[0]));
            Row first = byOthers.get(key);
            if (first == null) {
                byOthers.put(key, row);
            } else {
                Row joined = join(first, row, column);
                boolean free = !ordered || mayMove(grid, outcomes, joined);
                byOthers.put(key, free ? joined : first);
                if (!free) {
                    apart.add(row);
                }
            }
        }
        List<Row> result = new ArrayList<>(byOthers.values());
        result.addAll(apart);
        return result;
    }

    private static Row join(Row first, Row second, int column) {
        List<Integer> rules = new ArrayList<>(first.rules);
        rules.addAll(second.rules);
        rules.sort(null);
        int[] side = Runs.union(first.region.sides()[column], second.region.sides()[column]);
        return new Row(first.outcome, first.region.with(column, side), rules);
    }

    /** Whether all rules of a row could stand where the first one does: none passes one that it meets and contradicts. */
    private static boolean mayMove(RuleGrid grid, int[] outcomes, Row row) {
        int first = row.rules.get(0);
        for (int rule : row.rules) {
            for (int passed = first + 1; passed < rule; passed++) {
                if (outcomes[passed] != row.outcome && grid.intersect(passed, rule)) {
                    return false;
                }
            }
        }
        return true;
    }
}
