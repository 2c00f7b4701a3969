package dev.incidentkit.rules.internal.verify;

import dev.incidentkit.rules.FindingLevel;
import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.ProofCode;
import dev.incidentkit.rules.ProofFinding;
import dev.incidentkit.rules.internal.proof.Neighbours;
import dev.incidentkit.rules.internal.proof.NodeBudget;
import dev.incidentkit.rules.internal.proof.Region;
import dev.incidentkit.rules.internal.proof.Shadow;
import dev.incidentkit.rules.internal.proof.Shadows;
import dev.incidentkit.rules.internal.proof.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules that never decide because others win, and rules that look like exceptions and are none. */
final class ShadowChecks {
    private static final long EACH = 1_000_000;
    private static final long MEETING = 10_000;

    private ShadowChecks() {}

    static void run(Inquiry inquiry) {
        Shadows shadows = new Shadows(inquiry.grid());
        List<String> undecided = new ArrayList<>();
        for (int place = 1; place < inquiry.grid().rules(); place++) {
            NodeBudget part = inquiry.budget().part(EACH);
            Shadow shadow = shadows.byEarlier(place, part);
            inquiry.budget().charge(part);
            if (shadow.answer() == Shadow.Answer.SHADOWED) {
                shadowed(inquiry, place, shadow);
            } else if (shadow.answer() == Shadow.Answer.UNKNOWN) {
                undecided.add(inquiry.table().id(place));
            }
        }
        if (!undecided.isEmpty()) {
            inquiry.undecided("Whether " + Words.join(undecided) + " can ever decide");
        }
        misleading(inquiry);
    }

    private static void shadowed(Inquiry inquiry, int place, Shadow shadow) {
        inquiry.dead().set(place);
        if (inquiry.repeated().get(place)) {
            return;
        }
        TableGrid table = inquiry.table();
        String id = table.id(place);
        List<String> by = shadow.by().stream().map(table::id).toList();
        List<String> rules = new ArrayList<>(by);
        rules.add(id);
        boolean ranked = table.hitPolicy() == HitPolicy.PRIORITY;
        boolean alone = by.size() == 1;
        String win = ranked
                ? (alone ? " wins by its outputs and" : " win by their outputs and")
                : (alone ? " stands above it and" : " stand above it and");
        String match = alone ? " matches all that it matches" : " together match all that it matches";
        inquiry.add(new ProofFinding(
                ProofCode.RULE_SHADOWED,
                FindingLevel.ERROR,
                rules,
                null,
                id + " (" + inquiry.words().region(inquiry.grid().region(place)) + " -> " + table.outcome(place)
                        + ") never decides: " + Words.join(by) + win + match,
                inquiry.words().example(inquiry.grid().region(place).point()),
                ranked
                        ? "Delete " + id + " or narrow the others"
                        : "Delete " + id + ", or move it above "
                                + table.id(shadow.by().get(0))));
    }

    private static void misleading(Inquiry inquiry) {
        Neighbours neighbours = new Neighbours(inquiry.grid());
        Witness witness = new Witness(inquiry.grid());
        long[] demands = demands(inquiry);
        for (int place = 1; place < demands.length; place++) {
            int found = inquiry.dead().get(place) ? 0 : neighbours.find(place, 0, place);
            for (int i = 0; i < found; i++) {
                int other = neighbours.get(i);
                boolean more = (demands[other] & ~demands[place]) == 0 && demands[other] != demands[place];
                boolean differs =
                        inquiry.table().outcomes()[other] != inquiry.table().outcomes()[place];
                if (more && differs && !inquiry.dead().get(other) && misleading(inquiry, witness, other, place)) {
                    break;
                }
            }
        }
    }

    /** For each rule the columns of which it demands something, as bits. */
    private static long[] demands(Inquiry inquiry) {
        long[] demands = new long[inquiry.grid().rules()];
        for (int place = 0; place < demands.length; place++) {
            for (int column = 0; column < inquiry.grid().columns(); column++) {
                demands[place] |= inquiry.grid().isAny(place, column) ? 0 : 1L << column;
            }
        }
        return demands;
    }

    private static boolean misleading(Inquiry inquiry, Witness witness, int other, int place) {
        if (!inquiry.lists(ProofCode.RULE_MISLEADING)) {
            inquiry.count(ProofCode.RULE_MISLEADING, 1);
            return true;
        }
        NodeBudget part = inquiry.budget().part(MEETING);
        Optional<Region> meeting = witness.meeting(other, place, part);
        inquiry.budget().charge(part);
        meeting.ifPresent(region -> report(inquiry, other, place, region));
        return meeting.isPresent();
    }

    private static void report(Inquiry inquiry, int other, int place, Region meeting) {
        TableGrid table = inquiry.table();
        Region common = inquiry.grid().region(place).intersection(inquiry.grid().region(other));
        String general = table.id(other);
        String special = table.id(place);
        inquiry.add(new ProofFinding(
                ProofCode.RULE_MISLEADING,
                FindingLevel.INFO,
                List.of(general, special),
                null,
                special + " demands more than " + general + ", yet " + general + " wins where both match: "
                        + inquiry.words().region(common) + " gives " + table.outcome(other) + ", not "
                        + table.outcome(place) + " (for example "
                        + inquiry.words().input(meeting.point()) + ")",
                inquiry.words().example(meeting.point()),
                "If " + special + " is meant as an exception, let it win over " + general));
    }
}
