package dev.incidentkit.rules.internal.verify;

import dev.incidentkit.rules.FindingLevel;
import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.ProofCode;
import dev.incidentkit.rules.ProofFinding;
import dev.incidentkit.rules.internal.proof.Overlaps;
import dev.incidentkit.rules.internal.proof.Region;
import java.util.List;

/** Rules that match the same input, where the hit policy does not say which of them wins. */
final class OverlapChecks {
    private OverlapChecks() {}

    static void run(Inquiry inquiry) {
        TableGrid table = inquiry.table();
        int most = inquiry.limits().findings();
        Overlaps overlaps = Overlaps.of(
                inquiry.grid(), table.outcomes(), most + inquiry.repeated().cardinality());
        overlaps.conflicting().forEach(pair -> conflict(inquiry, pair));
        inquiry.count(
                ProofCode.RULES_CONFLICT,
                overlaps.conflicts() - overlaps.conflicting().size());
        for (Overlaps.Pair pair : overlaps.harmless()) {
            if (!inquiry.repeated().get(pair.first()) && !inquiry.repeated().get(pair.second())) {
                agreement(inquiry, pair);
            }
        }
        inquiry.count(
                ProofCode.RULES_AGREE,
                overlaps.agreements() - overlaps.harmless().size());
    }

    private static Region common(Inquiry inquiry, Overlaps.Pair pair) {
        return inquiry.grid().region(pair.first()).intersection(inquiry.grid().region(pair.second()));
    }

    private static void conflict(Inquiry inquiry, Overlaps.Pair pair) {
        TableGrid table = inquiry.table();
        String first = table.id(pair.first());
        String second = table.id(pair.second());
        Region common = common(inquiry, pair);
        inquiry.add(new ProofFinding(
                ProofCode.RULES_CONFLICT,
                FindingLevel.ERROR,
                List.of(first, second),
                null,
                first + " and " + second + " contradict each other: both match "
                        + inquiry.words().region(common) + ", but " + first + " gives "
                        + table.outcome(pair.first()) + " and " + second + " gives "
                        + table.outcome(pair.second())
                        + inquiry.words().forExample(common),
                inquiry.words().example(common.point()),
                "Narrow " + first + " or " + second
                        + ", or choose hit policy FIRST and put the one that is to win above the other"));
    }

    private static void agreement(Inquiry inquiry, Overlaps.Pair pair) {
        TableGrid table = inquiry.table();
        boolean unique = table.hitPolicy() == HitPolicy.UNIQUE;
        String first = table.id(pair.first());
        String second = table.id(pair.second());
        Region common = common(inquiry, pair);
        inquiry.add(new ProofFinding(
                ProofCode.RULES_AGREE,
                unique ? FindingLevel.ERROR : FindingLevel.INFO,
                List.of(first, second),
                null,
                first + " and " + second + " both match " + inquiry.words().region(common) + " and give the same, "
                        + table.outcome(pair.first())
                        + (unique ? "; hit policy UNIQUE still allows one match only" : "")
                        + inquiry.words().forExample(common),
                inquiry.words().example(common.point()),
                unique ? "Choose hit policy ANY, or narrow " + first + " or " + second : ""));
    }
}
