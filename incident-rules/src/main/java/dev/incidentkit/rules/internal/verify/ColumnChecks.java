package dev.incidentkit.rules.internal.verify;

import dev.incidentkit.rules.FindingLevel;
import dev.incidentkit.rules.ProofCode;
import dev.incidentkit.rules.ProofFinding;
import dev.incidentkit.rules.internal.proof.Difference;
import dev.incidentkit.rules.internal.proof.NodeBudget;
import dev.incidentkit.rules.internal.proof.Slices;
import java.util.List;

/** Columns that could be left out without any decision changing. */
final class ColumnChecks {
    private static final long EACH = 500_000;

    private ColumnChecks() {}

    static void run(Inquiry inquiry) {
        if (inquiry.grid().rules() == 0) {
            return;
        }
        Slices slices =
                new Slices(inquiry.table().gridWithDefaults(), inquiry.table().outcomesWithDefaults());
        for (int column = 0; column < inquiry.grid().columns(); column++) {
            String name = inquiry.table().table().schema().inputs().get(column).name();
            if (asksNothing(inquiry, column)) {
                useless(inquiry, name, "Every cell of " + name + " is -, so the column decides nothing");
                continue;
            }
            NodeBudget part = inquiry.budget().part(EACH);
            Difference.Result result = slices.effect(column, part);
            inquiry.budget().charge(part);
            if (result.changes().isEmpty()) {
                if (result.exact()) {
                    useless(inquiry, name, name + " has conditions, yet no decision depends on it");
                } else {
                    inquiry.undecided("Whether " + name + " matters");
                }
            }
        }
    }

    private static boolean asksNothing(Inquiry inquiry, int column) {
        for (int place = 0; place < inquiry.grid().rules(); place++) {
            if (!inquiry.grid().isAny(place, column)) {
                return false;
            }
        }
        return true;
    }

    private static void useless(Inquiry inquiry, String name, String message) {
        inquiry.add(new ProofFinding(
                ProofCode.COLUMN_WITHOUT_EFFECT,
                FindingLevel.WARNING,
                List.of(),
                name,
                message,
                List.of(),
                "Leave the column out"));
    }
}
