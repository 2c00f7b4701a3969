package dev.incidentkit.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.rules.CellCondition;
import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.Rule;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A box of classes is cut where a search through all cuts would cut it, and holds the rules that a walk through it meets. */
class BoxSplitTest {
    private static final int COLUMNS = 3;
    private static final int VALUES = 12;
    private static final int RULES = 9;

    private final Random random = new Random(3);

    private CellCondition cell() {
        List<CellCondition> parts = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(2); i++) {
            long low = random.nextInt(VALUES);
            long high = low + random.nextInt((int) (VALUES - low));
            parts.add(new CellCondition.Interval(low, CellCondition.End.CLOSED, high, CellCondition.End.CLOSED));
        }
        return random.nextInt(5) == 0 ? CellCondition.any() : CellCondition.anyOf(parts);
    }

    private Reduction table(HitPolicy policy) {
        Output<String> out = Output.text("out");
        RuleSchema.Builder schema = RuleSchema.named("t").out(out).hitPolicy(policy);
        for (int column = 0; column < COLUMNS; column++) {
            schema.in(Input.integer("c" + column, 0, VALUES - 1));
        }
        List<Rule> rules = new ArrayList<>();
        for (int row = 0; row < RULES; row++) {
            rules.add(new Rule("R" + row, List.of(cell(), cell(), cell()), List.of("A"), "", null));
        }
        return Reduction.of(OrdinalTable.of(RuleTable.of(schema.build(), rules)));
    }

    /** Columns as runs of classes, which the box narrows. */
    private record Box(Reduction table, int[] low, int[] high) {
        boolean meets(int place, int column, int clazz) {
            return table.cell(place, column).contains(clazz);
        }

        boolean reaches(int place) {
            return IntStream.range(0, COLUMNS)
                    .allMatch(column ->
                            IntStream.range(low[column], high[column]).anyMatch(clazz -> meets(place, column, clazz)));
        }

        boolean covers(int place) {
            return IntStream.range(0, COLUMNS)
                    .allMatch(column ->
                            IntStream.range(low[column], high[column]).allMatch(clazz -> meets(place, column, clazz)));
        }

        int[] within(int[] places) {
            List<Integer> found = new ArrayList<>();
            for (int place : places) {
                if (reaches(place)) {
                    found.add(place);
                    if (table.mode() == Reduction.Mode.FIRST && covers(place)) {
                        break;
                    }
                }
            }
            return found.stream().mapToInt(Integer::intValue).toArray();
        }

        /** The cheapest cut at which a cell begins or ends, the first column and the least cut before others. */
        int @Nullable [] best(int[] places) {
            long least = Long.MAX_VALUE;
            int[] best = null;
            for (int column = 0; column < COLUMNS; column++) {
                for (int cut : bounds(places, column)) {
                    int at = column;
                    long left = IntStream.of(places)
                            .filter(place -> first(place, at) < cut)
                            .count();
                    long right = IntStream.of(places)
                            .filter(place -> last(place, at) >= cut)
                            .count();
                    if (left * left + right * right < least) {
                        least = left * left + right * right;
                        best = new int[] {column, cut};
                    }
                }
            }
            return best;
        }

        private TreeSet<Integer> bounds(int[] places, int column) {
            TreeSet<Integer> cuts = new TreeSet<>();
            for (int place : places) {
                cuts.add(first(place, column));
                cuts.add(last(place, column) + 1);
            }
            cuts.removeIf(cut -> cut <= low[column] || cut >= high[column]);
            return cuts;
        }

        private int first(int place, int column) {
            return IntStream.range(low[column], high[column])
                    .filter(clazz -> meets(place, column, clazz))
                    .findFirst()
                    .orElseThrow();
        }

        private int last(int place, int column) {
            return IntStream.range(low[column], high[column])
                    .filter(clazz -> meets(place, column, clazz))
                    .max()
                    .orElseThrow();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = HitPolicy.class,
            names = {"FIRST", "UNIQUE", "COLLECT"})
    void boxes_hold_and_are_cut_as_a_search_through_all_says(HitPolicy policy) {
        int cutInside = 0;
        for (int i = 0; i < 150; i++) {
            Reduction table = table(policy);
            int[] low = new int[COLUMNS];
            int[] high = new int[COLUMNS];
            for (int column = 0; column < COLUMNS; column++) {
                int size = table.axis(column).size();
                low[column] = random.nextInt(size);
                high[column] = low[column] + 1 + random.nextInt(size - low[column]);
            }
            BoxSplit split = new BoxSplit(table, low, high);
            Box box = new Box(table, low, high);
            int[] all = IntStream.range(0, RULES).toArray();
            int[] within = split.within(all);
            assertThat(within).isEqualTo(box.within(all));
            for (int place : all) {
                assertThat(split.covers(place)).isEqualTo(box.covers(place));
            }
            int[] cut = split.best(within);
            int[] expected = box.best(within);
            if (expected != null) {
                assertThat(cut).isEqualTo(expected);
            } else if (cut != null) {
                // no cell begins or ends inside: the cut is at the hole of one
                cutInside++;
                int column = cut[0];
                assertThat(cut[1]).isBetween(low[column] + 1, high[column] - 1);
                assertThat(IntStream.of(within))
                        .anyMatch(place -> box.meets(place, column, cut[1] - 1) && !box.meets(place, column, cut[1]));
            } else {
                assertThat(IntStream.of(within)).allMatch(box::covers);
            }
        }
        assertThat(cutInside).isPositive();
    }
}
