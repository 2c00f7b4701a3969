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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The columns that are looked up before any tree are those that tell most rules apart for the room that they take. */
class TreeRootsTest {
    private static final int RULES = 8;

    /** The column of each name has so many values, of which each rule takes so many. */
    private record Column(int values, int taken) {
        Input<String> input(int index) {
            return Input.oneOf("c" + index, names());
        }

        private List<String> names() {
            return IntStream.range(0, values).mapToObj(value -> "v" + value).toList();
        }

        CellCondition cell(int row) {
            if (taken == values) {
                return CellCondition.any();
            }
            return CellCondition.anyOf(IntStream.range(0, taken)
                    .mapToObj(value -> new CellCondition.Is(names().get((row + value) % values)))
                    .toList());
        }
    }

    private static TreeRoots roots(int most, Column... columns) {
        RuleSchema.Builder schema =
                RuleSchema.named("t").out(Output.text("out")).hitPolicy(HitPolicy.FIRST);
        for (int i = 0; i < columns.length; i++) {
            schema.in(columns[i].input(i));
        }
        List<Rule> rules = new ArrayList<>();
        for (int row = 0; row < RULES; row++) {
            List<CellCondition> cells = new ArrayList<>();
            for (Column column : columns) {
                cells.add(column.cell(row));
            }
            rules.add(new Rule("R" + row, cells, List.of("A"), "", null));
        }
        return TreeRoots.of(Reduction.of(OrdinalTable.of(RuleTable.of(schema.build(), rules))), most);
    }

    private static List<Integer> columns(TreeRoots roots) {
        return IntStream.range(0, roots.columns()).mapToObj(roots::column).toList();
    }

    private static List<Integer> strides(TreeRoots roots) {
        return IntStream.range(0, roots.columns()).mapToObj(roots::stride).toList();
    }

    @Test
    void the_column_that_tells_most_apart_comes_first_and_others_follow_while_there_is_room() {
        Column loose = new Column(4, 2);
        Column sharp = new Column(4, 1);
        Column narrow = new Column(2, 1);

        TreeRoots all = roots(32, loose, sharp, narrow);
        assertThat(columns(all)).containsExactly(1, 2, 0);
        assertThat(strides(all)).containsExactly(1, 4, 8);
        assertThat(all.count()).isEqualTo(32);

        TreeRoots some = roots(31, loose, sharp, narrow);
        assertThat(columns(some)).containsExactly(1, 2);
        assertThat(some.count()).isEqualTo(8);

        TreeRoots skipping = roots(7, loose, sharp, narrow);
        assertThat(columns(skipping)).containsExactly(1);
        assertThat(skipping.count()).isEqualTo(4);

        TreeRoots none = roots(1, loose, sharp, narrow);
        assertThat(columns(none)).isEmpty();
        assertThat(none.count()).isEqualTo(1);
    }

    @Test
    void columns_of_many_classes_and_those_that_most_rules_share_are_left_to_the_trees() {
        Column sixteen = new Column(16, 1);
        Column seventeen = new Column(17, 1);
        Column four = new Column(5, 4);
        Column most = new Column(6, 5);
        Column any = new Column(4, 4);

        TreeRoots roots = roots(1_000, sixteen, seventeen, four, most, any);

        assertThat(columns(roots)).containsExactly(0, 2);
        assertThat(strides(roots)).containsExactly(1, 16);
    }
}
