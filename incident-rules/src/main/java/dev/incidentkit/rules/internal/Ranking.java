package dev.incidentkit.rules.internal;

import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.RuleTable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The order in which the rules of a table are tried. */
public final class Ranking {
    private Ranking() {}

    /**
     * The rows of a table in the order in which its hit policy ranks them.
     *
     * @param table the table
     * @return indexes of rules: those of the table, or sorted by the order of the outputs' allowed values
     */
    public static int[] order(RuleTable table) {
        IntStream rows = IntStream.range(0, table.rules().size());
        if (!table.schema().hitPolicy().ranksOutputs()) {
            return rows.toArray();
        }
        List<Output<?>> outputs = table.schema().outputs();
        Comparator<Integer> byOutputs = Comparator.comparing(row -> 0);
        for (int i = 0; i < outputs.size(); i++) {
            int column = i;
            Map<Object, Integer> ranks = new HashMap<>();
            outputs.get(i).allowed().forEach(value -> ranks.putIfAbsent(value, ranks.size()));
            byOutputs = byOutputs.thenComparing(
                    row -> ranks.get(table.rules().get(row).outputs().get(column)));
        }
        return rows.boxed().sorted(byOutputs).mapToInt(Integer::intValue).toArray();
    }
}
