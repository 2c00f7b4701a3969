package dev.incidentkit.rules.internal.verify;

import dev.incidentkit.rules.CellCondition;
import dev.incidentkit.rules.FindingLevel;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.ProofCode;
import dev.incidentkit.rules.ProofFinding;
import dev.incidentkit.rules.Rule;
import dev.incidentkit.rules.internal.proof.Region;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cells that match nothing, cells that match everything without saying so, and rules that are written twice. */
final class CellChecks {
    private CellChecks() {}

    static void run(Inquiry inquiry) {
        for (int place = 0; place < inquiry.grid().rules(); place++) {
            for (int column = 0; column < inquiry.grid().columns(); column++) {
                cell(inquiry, place, column);
            }
        }
        repeated(inquiry);
    }

    private static void cell(Inquiry inquiry, int place, int column) {
        Rule rule = inquiry.table().rule(place);
        CellCondition condition = rule.conditions().get(column);
        Input<?> input = inquiry.table().table().schema().inputs().get(column);
        if (inquiry.grid().cell(place, column).length == 0) {
            inquiry.dead().set(place);
            inquiry.add(new ProofFinding(
                    ProofCode.CELL_NEVER,
                    FindingLevel.WARNING,
                    List.of(rule.id()),
                    input.name(),
                    rule.id() + " never matches: no value of " + input.name() + " meets "
                            + condition.text(input.type()),
                    List.of(),
                    "Correct the cell or delete " + rule.id()));
        } else if (!(condition instanceof CellCondition.Any) && inquiry.grid().isAny(place, column)) {
            inquiry.add(new ProofFinding(
                    ProofCode.CELL_ALWAYS,
                    FindingLevel.INFO,
                    List.of(rule.id()),
                    input.name(),
                    rule.id() + ": every value of " + input.name() + " meets " + condition.text(input.type()),
                    List.of(),
                    "Write -"));
        }
    }

    private record Row(Region region, int outcome) {}

    private static void repeated(Inquiry inquiry) {
        Map<Row, Integer> seen = new HashMap<>();
        for (int place = 0; place < inquiry.grid().rules(); place++) {
            Row row = new Row(inquiry.grid().region(place), inquiry.table().outcomes()[place]);
            Integer first = seen.putIfAbsent(row, place);
            if (first != null && !inquiry.grid().isEmpty(place)) {
                inquiry.repeated().set(place);
                String id = inquiry.table().id(place);
                String original = inquiry.table().id(first);
                int[] point = row.region.point();
                inquiry.add(new ProofFinding(
                        ProofCode.RULE_REPEATED,
                        FindingLevel.WARNING,
                        List.of(original, id),
                        null,
                        id + " repeats " + original + ": both match "
                                + inquiry.words().region(row.region) + " and give "
                                + inquiry.table().outcome(place),
                        inquiry.words().example(point),
                        "Delete " + id));
            }
        }
    }
}
