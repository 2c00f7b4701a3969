package dev.incidentkit.rules.internal.verify;

import dev.incidentkit.rules.FindingLevel;
import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.ProofCode;
import dev.incidentkit.rules.ProofFinding;
import dev.incidentkit.rules.internal.proof.Contraction;
import java.util.BitSet;
import java.util.List;

/** Rules that could be one. Matrices are left as they are: their cells are meant to be single. */
final class MergeChecks {
    private MergeChecks() {}

    static void run(Inquiry inquiry) {
        if (MatrixChecks.isMatrix(inquiry.table())) {
            return;
        }
        BitSet skipped = (BitSet) inquiry.dead().clone();
        skipped.or(inquiry.repeated());
        HitPolicy policy = inquiry.table().hitPolicy();
        boolean ordered = policy == HitPolicy.FIRST || policy == HitPolicy.PRIORITY;
        Contraction.of(inquiry.grid(), inquiry.table().outcomes(), ordered, skipped)
                .forEach(contraction -> report(inquiry, contraction));
    }

    private static void report(Inquiry inquiry, Contraction contraction) {
        List<String> rules =
                contraction.rules().stream().map(inquiry.table()::id).toList();
        inquiry.add(new ProofFinding(
                ProofCode.RULES_MERGEABLE,
                FindingLevel.INFO,
                rules,
                null,
                Words.join(rules) + " could be one row: "
                        + inquiry.words().region(contraction.region()) + " -> "
                        + inquiry.table().outcome(contraction.rules().get(0)),
                inquiry.words().example(contraction.region().point()),
                ""));
    }
}
