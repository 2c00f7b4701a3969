package dev.incidentkit.rules.internal.verify;

import dev.incidentkit.rules.FindingLevel;
import dev.incidentkit.rules.ProofCode;
import dev.incidentkit.rules.ProofFinding;
import dev.incidentkit.rules.ProofLimits;
import dev.incidentkit.rules.internal.proof.NodeBudget;
import dev.incidentkit.rules.internal.proof.RuleGrid;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the checks of one table share: the table, its words, the limits, and what was found so far. */
final class Inquiry {
    private final TableGrid table;
    private final Words words;
    private final ProofLimits limits;
    private final NodeBudget budget;
    private final BitSet dead = new BitSet();
    private final BitSet repeated = new BitSet();
    private final List<ProofFinding> findings = new ArrayList<>();
    private final Map<ProofCode, Long> counts = new EnumMap<>(ProofCode.class);

    Inquiry(TableGrid table, ProofLimits limits) {
        this.table = table;
        this.words = new Words(table.ordinal());
        this.limits = limits;
        this.budget = new NodeBudget(limits.boxes());
    }

    TableGrid table() {
        return table;
    }

    RuleGrid grid() {
        return table.grid();
    }

    Words words() {
        return words;
    }

    ProofLimits limits() {
        return limits;
    }

    NodeBudget budget() {
        return budget;
    }

    /** Rules that never decide, by their place. */
    BitSet dead() {
        return dead;
    }

    /** Rules that repeat an earlier one in conditions and outputs, by their place. */
    BitSet repeated() {
        return repeated;
    }

    /** Notes a finding; beyond the limit of its code it is only counted. */
    void add(ProofFinding finding) {
        if (counts.merge(finding.code(), 1L, Long::sum) <= limits.findings()) {
            findings.add(finding);
        }
    }

    /** Counts findings that nobody put into words. */
    void count(ProofCode code, long more) {
        if (more > 0) {
            counts.merge(code, more, Long::sum);
        }
    }

    /** Whether one more finding of a code would be listed. */
    boolean lists(ProofCode code) {
        return counts.getOrDefault(code, 0L) < limits.findings();
    }

    void undecided(String question) {
        add(new ProofFinding(
                ProofCode.UNDECIDED,
                FindingLevel.UNKNOWN,
                List.of(),
                null,
                question + " could not be decided within " + limits.boxes() + " boxes",
                List.of(),
                "Raise the limit, or split the table"));
    }

    List<ProofFinding> findings() {
        findings.sort(Comparator.comparing(ProofFinding::level).thenComparing(ProofFinding::code));
        return findings;
    }

    Map<ProofCode, Long> omitted() {
        Map<ProofCode, Long> omitted = new EnumMap<>(ProofCode.class);
        counts.forEach((code, count) -> {
            if (count > limits.findings()) {
                omitted.put(code, count - limits.findings());
            }
        });
        return omitted;
    }
}
