package dev.incidentkit.benchmarks.rules;

import dev.incidentkit.rules.CellCondition;
import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.Rule;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table and the inputs it is asked with: the same rows for every engine. Half of the inputs are drawn within a
 * random rule's bounds and half from all there are, so that hits spread over the rules and some inputs miss.
 */
final class Workload {
    /**
     * How many inputs there are; a power of two. A processor learns the branches of a sequence that comes again: with
     * 4,096 inputs a chain of ifs takes a fifth of the time that it takes with four times as many, or with more.
     */
    static final int INPUTS = 16_384;

    /** How many of them each engine answers before it is measured; some take a millisecond for one. */
    static final int CHECKED = 4_096;

    /** The one outcome. */
    static final Output<String> TEAM = Output.text("team");

    private final String name;
    private final int columns;
    private final HitPolicy policy;
    private final List<Row> rows;
    private final int[][] inputs = new int[INPUTS][];

    private Workload(String name, int columns, HitPolicy policy, List<Row> rows) {
        this.name = name;
        this.columns = columns;
        this.policy = policy;
        this.rows = List.copyOf(rows);
        Random random = new Random(rows.size());
        Arrays.setAll(
                inputs, i -> input(i % 2 == 0 ? rows.get(random.nextInt(rows.size())) : Row.all(columns, ""), random));
    }

    private static int[] input(Row within, Random random) {
        int[] values = new int[Column.ALL.size()];
        for (int column = 0; column < values.length; column++) {
            boolean bound = column < within.low().length;
            int low = bound ? within.low()[column] : 0;
            int high = bound ? within.high()[column] : Column.ALL.get(column).size() - 1;
            values[column] = low + random.nextInt(high - low + 1);
        }
        return values;
    }

    /** A workload by its name: {@code 5x5}, or rules x columns with {@code disjoint} where the rules are. */
    static Workload named(String name) {
        if (name.equals("5x5")) {
            return new Workload("matrix", 2, HitPolicy.UNIQUE, matrix());
        }
        String[] parts = name.split("[x ]", -1);
        int rules = Integer.parseInt(parts[0]);
        int columns = Integer.parseInt(parts[1]);
        return parts.length > 2
                ? new Workload("disjoint", columns, HitPolicy.UNIQUE, disjoint(rules, columns))
                : new Workload("routing", columns, HitPolicy.FIRST, overlapping(rules, columns));
    }

    private static List<Row> matrix() {
        List<Row> rows = new ArrayList<>();
        for (int impact = 0; impact < 5; impact++) {
            for (int urgency = 0; urgency < 5; urgency++) {
                String priority = "P" + ((impact + urgency + 1) / 2 + 1);
                rows.add(new Row(new int[] {impact, urgency}, new int[] {impact, urgency}, priority));
            }
        }
        return rows;
    }

    /**
     * Each rule looks at three to five columns, of a large table at six to eight, or the first rules would decide
     * everything. The bounds of numbers lie on a grid, as people choose them.
     */
    private static List<Row> overlapping(int rules, int columns) {
        Random random = new Random(rules);
        List<Row> rows = new ArrayList<>();
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, columns).boxed().toList());
        for (int rule = 0; rule < rules; rule++) {
            Row row = Row.all(columns, "T" + rule);
            Collections.shuffle(order, random);
            int looked = (rules > 100 ? 6 : 3) + random.nextInt(3);
            for (int column : order.subList(0, looked)) {
                int size = Column.ALL.get(column).size();
                int grid = Math.max(1, size / 20);
                int width = Math.max(1, size / 4);
                int low = random.nextInt(Math.max(1, (size - width) / grid + 1)) * grid;
                row = row.with(column, low, Math.min(size, low + width) - 1, row.team());
            }
            rows.add(row);
        }
        return rows;
    }

    /** The leaves of a random decision tree, of which one in twenty is left out. */
    private static List<Row> disjoint(int rules, int columns) {
        Random random = new Random(rules);
        List<Row> leaves = new ArrayList<>(List.of(Row.all(columns, "")));
        int wanted = rules + rules / 20;
        while (leaves.size() < wanted) {
            int at = random.nextInt(leaves.size());
            Row leaf = leaves.get(at);
            int column = random.nextInt(columns);
            int low = leaf.low()[column];
            int high = leaf.high()[column];
            if (low < high) {
                int cut = low + 1 + random.nextInt(high - low);
                leaves.set(at, leaf.with(column, low, cut - 1, ""));
                leaves.add(leaf.with(column, cut, high, ""));
            }
        }
        return IntStream.range(0, rules)
                .mapToObj(
                        rule -> new Row(leaves.get(rule).low(), leaves.get(rule).high(), "T" + rule))
                .toList();
    }

    String name() {
        return name;
    }

    int columns() {
        return columns;
    }

    List<Row> rows() {
        return rows;
    }

    int[] input(int index) {
        return inputs[index];
    }

    Ticket[] tickets() {
        return Arrays.stream(inputs).map(Ticket::new).toArray(Ticket[]::new);
    }

    /** The answer found by looking at one row after the other; null where none matches. */
    @Nullable
    String answer(int index) {
        int row = row(index);
        return row < 0 ? null : rows.get(row).team();
    }

    private int row(int index) {
        return IntStream.range(0, rows.size())
                .filter(row -> rows.get(row).matches(inputs[index]))
                .findFirst()
                .orElse(-1);
    }

    /** The table in this library. */
    RuleTable table() {
        RuleSchema.Builder schema = RuleSchema.named(name).hitPolicy(policy).out(TEAM);
        Column.ALL.subList(0, columns).forEach(column -> schema.in(column.input()));
        List<Rule> rules = new ArrayList<>();
        for (Row row : rows) {
            List<CellCondition> cells = IntStream.range(0, columns)
                    .mapToObj(column -> condition(row, column))
                    .toList();
            rules.add(new Rule("R" + rules.size(), cells, List.of(row.team()), "", null));
        }
        return RuleTable.of(schema.build(), rules);
    }

    private static CellCondition condition(Row row, int at) {
        Column column = Column.ALL.get(at);
        if (!row.looksAt(at)) {
            return CellCondition.any();
        } else if (column.isEnum() || column.isFlag()) {
            return CellCondition.anyOf(IntStream.rangeClosed(row.low()[at], row.high()[at])
                    .<CellCondition>mapToObj(value -> new CellCondition.Is(column.value(value)))
                    .toList());
        }
        return new CellCondition.Interval(
                column.value(row.low()[at]),
                CellCondition.End.CLOSED,
                column.value(row.high()[at]),
                CellCondition.End.CLOSED);
    }

    /** How the hits spread, in a line. */
    String histogram() {
        int[] hits = new int[rows.size()];
        int missed = 0;
        for (int i = 0; i < INPUTS; i++) {
            int row = row(i);
            if (row < 0) {
                missed++;
            } else {
                hits[row]++;
            }
        }
        int[] tenths = new int[10];
        for (int row = 0; row < hits.length; row++) {
            tenths[row * 10 / hits.length] += hits[row];
        }
        return String.format(
                Locale.ROOT,
                "%d inputs: %d miss; %d of %d rules are hit, the most hit one by %d; hits by tenths of the table: %s",
                INPUTS,
                missed,
                Arrays.stream(hits).filter(count -> count > 0).count(),
                hits.length,
                Arrays.stream(hits).max().orElse(0),
                Arrays.toString(tenths));
    }
}
