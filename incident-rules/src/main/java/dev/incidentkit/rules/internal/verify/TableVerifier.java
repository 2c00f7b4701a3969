package dev.incidentkit.rules.internal.verify;

import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.ProofLimits;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.Verification;
import dev.incidentkit.rules.internal.OrdinalTable;

/** Runs the checks that a table's hit policy calls for. */
public final class TableVerifier {
    private TableVerifier() {}

    /**
     * Finds out all there is to say about a table.
     *
     * @param table the table
     * @param limits how far to go
     * @return the findings
     */
    public static Verification verify(RuleTable table, ProofLimits limits) {
        Outcomes names = new Outcomes(table.schema());
        Inquiry inquiry = new Inquiry(new TableGrid(OrdinalTable.of(table), names), limits);
        CellChecks.run(inquiry);
        HitPolicy policy = table.schema().hitPolicy();
        if (policy.isSingleHit()) {
            if (policy == HitPolicy.UNIQUE || policy == HitPolicy.ANY) {
                OverlapChecks.run(inquiry);
            } else {
                ShadowChecks.run(inquiry);
            }
            GapChecks.run(inquiry);
            OutputChecks.run(inquiry);
            ColumnChecks.run(inquiry);
            ScaleChecks.run(inquiry);
            MatrixChecks.run(inquiry);
            MergeChecks.run(inquiry);
        } else {
            OutputChecks.run(inquiry);
        }
        return new Verification(table.schema().name(), table.hash(), inquiry.findings(), inquiry.omitted());
    }
}
