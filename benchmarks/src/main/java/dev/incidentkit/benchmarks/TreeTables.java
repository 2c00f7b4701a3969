package dev.incidentkit.benchmarks;

import dev.incidentkit.rules.CellCondition;
import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.Rule;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.internal.proof.RuleGrid;
import dev.incidentkit.rules.internal.proof.Runs;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A table as a decision tree gives it, disjoint and complete, with one rule in ten then enlarged or shrunk in one column.
 * Half of the columns are whole numbers with a few hundred bounds, half are enumerated texts.
 */
final class TreeTables {
    private final Random random;
    private final int[] sizes;
    private final List<int[][]> cells = new ArrayList<>();

    TreeTables(int rules, int columns, long seed) {
        random = new Random(seed);
        sizes = new int[columns];
        for (int column = 0; column < columns; column++) {
            sizes[column] = column % 2 == 0 ? 64 + random.nextInt(192) : 3 + random.nextInt(6);
        }
        int[][] all = new int[columns][];
        for (int column = 0; column < columns; column++) {
            all[column] = Runs.of(0, sizes[column] - 1);
        }
        cells.add(all);
        while (cells.size() < rules) {
            split(random.nextInt(cells.size()), random.nextInt(columns));
        }
        for (int rule = 0; rule < rules; rule += 10) {
            disturb(rule, random.nextInt(columns), rule % 20 == 0);
        }
    }

    private void split(int leaf, int column) {
        int[] side = cells.get(leaf)[column];
        if (side[0] < side[1]) {
            int at = side[0] + 1 + random.nextInt(side[1] - side[0]);
            cells.add(with(leaf, column, at, side[1]));
            cells.set(leaf, with(leaf, column, side[0], at - 1));
        }
    }

    private void disturb(int rule, int column, boolean enlarge) {
        int[] side = cells.get(rule)[column];
        int last = enlarge ? sizes[column] - 1 : side[1];
        int first = enlarge ? side[1] : side[0];
        cells.set(rule, with(rule, column, side[0], first + random.nextInt(last - first + 1)));
    }

    private int[][] with(int rule, int column, int from, int to) {
        int[][] changed = cells.get(rule).clone();
        changed[column] = Runs.of(from, to);
        return changed;
    }

    RuleGrid grid() {
        return new RuleGrid(sizes, cells);
    }

    int[] outcomes() {
        return cells.stream().mapToInt(rule -> rule[0][0] % 7).toArray();
    }

    RuleTable table(HitPolicy policy) {
        RuleSchema.Builder schema = RuleSchema.named("tree").hitPolicy(policy);
        for (int column = 0; column < sizes.length; column++) {
            String name = "c" + column;
            schema.in(column % 2 == 0 ? Input.integer(name, 0, sizes[column] - 1L) : Input.oneOf(name, words(column)));
        }
        List<Rule> rules = new ArrayList<>();
        int[] outcomes = outcomes();
        for (int rule = 0; rule < cells.size(); rule++) {
            List<CellCondition> conditions = new ArrayList<>();
            for (int column = 0; column < sizes.length; column++) {
                conditions.add(condition(column, cells.get(rule)[column]));
            }
            rules.add(new Rule("R" + rule, conditions, List.of("T" + outcomes[rule]), "", null));
        }
        return RuleTable.of(schema.out(Output.text("team")).build(), rules);
    }

    private List<String> words(int column) {
        List<String> words = new ArrayList<>();
        for (int value = 0; value < sizes[column]; value++) {
            words.add("v" + value);
        }
        return words;
    }

    private CellCondition condition(int column, int[] side) {
        if (side[0] == 0 && side[1] == sizes[column] - 1) {
            return CellCondition.any();
        }
        if (column % 2 == 0) {
            return new CellCondition.Interval(
                    (long) side[0], CellCondition.End.CLOSED, (long) side[1], CellCondition.End.CLOSED);
        }
        return CellCondition.anyOf(words(column).subList(side[0], side[1] + 1).stream()
                .map(CellCondition.Is::new)
                .toList());
    }
}
