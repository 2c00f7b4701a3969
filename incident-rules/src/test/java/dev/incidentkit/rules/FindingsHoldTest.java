package dev.incidentkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

/** Random tables of every hit policy and column kind: each example shows what its finding says, and inputs agree. */
class FindingsHoldTest {
    private static final Map<String, Integer> DRAWN = RandomTables.counts();
    private static final List<HitPolicy> COMPARED = List.of(HitPolicy.FIRST, HitPolicy.UNIQUE, HitPolicy.ANY);

    @AfterContainer
    static void every_hard_case_was_drawn() {
        if (RandomTables.DRAWS_FEW) {
            return;
        }
        assertThat(DRAWN.keySet())
                .as("drawn: %s", DRAWN)
                .contains(
                        "GAP",
                        "DOMAIN_OPEN",
                        "RULES_CONFLICT",
                        "RULES_AGREE",
                        "RULE_SHADOWED",
                        "RULE_MISLEADING",
                        "COLUMN_WITHOUT_EFFECT",
                        "no rule for an input",
                        "changed input",
                        "changed to a conflict",
                        "unchanged input");
    }

    @Property
    void examples_show_what_their_findings_say(@ForAll long seed) {
        RandomTables random = new RandomTables(seed, DRAWN);
        RuleTable table = random.table();

        Verification verification = table.verify(new ProofLimits(200_000, 100));

        for (ProofFinding finding : verification.findings()) {
            random.count(finding.code().name());
            assertThat(finding.message()).isNotBlank();
            assertThat(finding.rules()).allMatch(rule -> table.rule(rule).isPresent());
            if (!finding.example().isEmpty()) {
                holds(table, finding);
            }
        }
        boolean gaps = verification.count(ProofCode.GAP) + verification.count(ProofCode.DOMAIN_OPEN) > 0;
        for (int i = 0; i < 20; i++) {
            List<@Nullable Object> values = random.values(table.schema());
            if (isMissed(table, values) && table.schema().hitPolicy().isSingleHit()) {
                random.count("no rule for an input");
                assertThat(gaps || !verification.isExact())
                        .as("%s misses %s", table, values)
                        .isTrue();
            }
        }
    }

    private static boolean isMissed(RuleTable table, List<@Nullable Object> values) {
        try {
            return table.matching(values).isEmpty();
        } catch (RuleEvaluationException e) {
            return false; // a value that the column does not have is refused, not missed
        }
    }

    private static void holds(RuleTable table, ProofFinding finding) {
        List<String> matching = ids(table, finding.example());
        switch (finding.code()) {
            case GAP, DOMAIN_OPEN -> assertThat(matching).as("%s", finding).isEmpty();
            case RULES_CONFLICT, RULES_AGREE, RULE_REPEATED, RULE_MISLEADING ->
                assertThat(matching).as("%s", finding).containsAll(finding.rules());
            case RULE_SHADOWED -> {
                String shadowed = finding.rules().get(finding.rules().size() - 1);
                assertThat(matching).as("%s", finding).contains(shadowed).hasSizeGreaterThan(1);
                if (table.schema().hitPolicy() == HitPolicy.FIRST) {
                    assertThat(matching.get(0)).isNotEqualTo(shadowed);
                }
            }
            default ->
                assertThat(finding.example()).hasSize(table.schema().inputs().size());
        }
    }

    private static List<String> ids(RuleTable table, List<@Nullable Object> values) {
        return table.matching(values).stream()
                .map(row -> table.rules().get(row).id())
                .toList();
    }

    @Property
    void inputs_are_decided_otherwise_exactly_where_a_difference_says_so(@ForAll long seed) {
        RandomTables random = new RandomTables(seed, DRAWN);
        RuleTable before = random.table();
        List<Rule> rules = new ArrayList<>(before.rules());
        rules.remove((int) Math.floorMod(seed, (long) rules.size()));
        if (rules.isEmpty() || !COMPARED.contains(before.schema().hitPolicy())) {
            return;
        }
        HitPolicy other = COMPARED.get((int) Math.floorMod(seed / 7, (long) COMPARED.size()));
        RuleTable after = RuleTable.of(
                RuleSchema.builder(before.schema()).hitPolicy(other).build(), rules);

        TableDiff diff = before.diff(after, new ProofLimits(200_000, 100));

        assertThat(diff.rules()).hasSize(1).allMatch(change -> change.kind() == TableDiff.Kind.REMOVED);
        for (TableDiff.OutcomeChange change : diff.outcomes()) {
            random.count("changed input");
            random.count(
                    change.after().outcome().startsWith("refused") ? "changed to a conflict" : "changed otherwise");
            assertThat(answer(before, change.example())).as("%s", change).isNotEqualTo(answer(after, change.example()));
        }
        for (int i = 0; i < 20 && diff.exact(); i++) {
            List<@Nullable Object> values = random.values(before.schema());
            boolean same = answer(before, values).equals(answer(after, values));
            random.count(same ? "unchanged input" : "changed input");
            assertThat(same || !diff.outcomes().isEmpty()).isTrue();
        }
    }

    /** The outputs of the rule that decides, or of those in conflict all, or the defaults, or nothing. */
    private static String answer(RuleTable table, List<@Nullable Object> values) {
        List<List<@Nullable Object>> matching = table.matching(values).stream()
                .map(row -> table.rules().get(row).outputs())
                .toList();
        if (matching.isEmpty()) {
            return table.schema().outputs().stream()
                    .map(Output::defaultValue)
                    .toList()
                    .toString();
        }
        boolean conflict = switch (table.schema().hitPolicy()) {
            case UNIQUE -> matching.size() > 1;
            case ANY -> Set.copyOf(matching).size() > 1;
            default -> false;
        };
        return conflict ? "conflict" : matching.get(0).toString();
    }
}
