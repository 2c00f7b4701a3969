package dev.incidentkit.rules.internal.verify;

import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.Rule;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.internal.Axis;
import dev.incidentkit.rules.internal.ClassSet;
import dev.incidentkit.rules.internal.OrdinalTable;
import dev.incidentkit.rules.internal.Ranking;
import dev.incidentkit.rules.internal.proof.Difference;
import dev.incidentkit.rules.internal.proof.RuleGrid;
import dev.incidentkit.rules.internal.proof.Runs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A table as numbers: its rules in the order in which they win, their cells as runs, their outcomes. Immutable. */
final class TableGrid {
    private final OrdinalTable ordinal;
    private final List<Rule> order;
    private final RuleGrid grid;
    private final int[] outcomes;
    private final Outcomes names;

    TableGrid(OrdinalTable ordinal, Outcomes names) {
        this.ordinal = ordinal;
        this.names = names;
        List<Rule> rules = ordinal.table().rules();
        int[] rows = Ranking.order(ordinal.table());
        this.order = IntStream.of(rows).mapToObj(rules::get).toList();
        this.grid = new RuleGrid(sizes(), cells(rows));
        this.outcomes =
                order.stream().mapToInt(rule -> names.number(rule.outputs())).toArray();
    }

    private int[] sizes() {
        return ordinal.axes().stream().mapToInt(Axis::size).toArray();
    }

    private List<int[][]> cells(int[] rows) {
        Map<ClassSet, int[]> known = new HashMap<>();
        List<int[][]> cells = new ArrayList<>(rows.length);
        for (int row : rows) {
            int[][] sides = new int[ordinal.columns()][];
            for (int column = 0; column < sides.length; column++) {
                sides[column] = known.computeIfAbsent(ordinal.cell(row, column), TableGrid::runs);
            }
            cells.add(sides);
        }
        return cells;
    }

    private static int[] runs(ClassSet set) {
        int[] runs = new int[2 * set.ranges()];
        for (int range = 0; range < set.ranges(); range++) {
            runs[2 * range] = set.from(range);
            runs[2 * range + 1] = set.to(range) - 1;
        }
        return runs;
    }

    RuleTable table() {
        return ordinal.table();
    }

    HitPolicy hitPolicy() {
        return table().schema().hitPolicy();
    }

    OrdinalTable ordinal() {
        return ordinal;
    }

    RuleGrid grid() {
        return grid;
    }

    Outcomes names() {
        return names;
    }

    /** The rule that stands at a place of the grid. */
    Rule rule(int place) {
        return order.get(place);
    }

    String id(int place) {
        return order.get(place).id();
    }

    int[] outcomes() {
        return outcomes;
    }

    /** The outputs of a rule in words. */
    String outcome(int place) {
        return names.text(order.get(place).outputs());
    }

    /** The outputs where no rule matches. */
    List<@Nullable Object> defaults() {
        List<@Nullable Object> values = new ArrayList<>();
        table().schema().outputs().forEach(output -> values.add(output.defaultValue()));
        return values;
    }

    /** The number of the outcome where no rule matches: that of the defaults, or {@link Difference#NONE}. */
    int otherwise() {
        return table().schema().hasDefaults() ? names.number(defaults()) : Difference.NONE;
    }

    /** The grid with a last rule for the defaults, where there are some, so that they decide like a rule. */
    RuleGrid gridWithDefaults() {
        if (!table().schema().hasDefaults()) {
            return grid;
        }
        List<int[][]> cells = new ArrayList<>();
        for (int place = 0; place < grid.rules(); place++) {
            cells.add(grid.region(place).sides());
        }
        cells.add(IntStream.of(sizes()).mapToObj(size -> Runs.of(0, size - 1)).toArray(int[][]::new));
        return new RuleGrid(sizes(), cells);
    }

    /** The outcomes of {@link #gridWithDefaults}. */
    int[] outcomesWithDefaults() {
        return table().schema().hasDefaults()
                ? IntStream.concat(IntStream.of(outcomes), IntStream.of(otherwise()))
                        .toArray()
                : outcomes;
    }
}
