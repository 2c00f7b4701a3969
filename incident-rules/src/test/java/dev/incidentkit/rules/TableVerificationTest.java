package dev.incidentkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each finding, in a table that has it, as its owner reads it. */
class TableVerificationTest {
    private static final Input<Severity> SEVERITY = Input.scale("severity", Scale.SEVERITY);
    private static final Input<String> CATEGORY = Input.oneOf("category", List.of("database", "network", "security"));
    private static final Input<String> OPEN = Input.text("category");
    private static final Input<Boolean> VIP = Input.flag("vip");
    private static final Input<Duration> AGE = Input.duration("age");
    private static final Input<Long> USERS = Input.integer("users", 0, 1000);
    private static final Output<String> TEAM = Output.oneOf("team", List.of("MAJOR", "SEC", "OPS", "L1"));
    private static final Output<String> ANY_TEAM = Output.text("team");
    private static final Severity SEV1 = Scale.SEVERITY.at(0);

    private static RuleSchema.Builder schema(HitPolicy policy, Input<?>... inputs) {
        RuleSchema.Builder schema = RuleSchema.named("routing").hitPolicy(policy);
        Arrays.asList(inputs).forEach(schema::in);
        return schema;
    }

    private static RuleTable.Builder table(HitPolicy policy, Input<?>... inputs) {
        return schema(policy, inputs).out(ANY_TEAM).build().builder();
    }

    private static List<String> lines(RuleTable.Builder table) {
        return table.build().verify().findings().stream()
                .map(ProofFinding::toString)
                .toList();
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }

    @Test
    void the_summary_counts_findings_that_are_not_listed_too() {
        ProofFinding gap =
                new ProofFinding(ProofCode.GAP, FindingLevel.ERROR, List.of(), null, "no rule", List.of(), "");
        Verification verification = new Verification("t", "0", List.of(gap, gap), Map.of(ProofCode.GAP, 301L));

        assertThat(verification.toString())
                .startsWith("table t: 303 errors\n")
                .endsWith("... and 301 more of " + ProofCode.GAP.id());
    }

    @Test
    void a_rule_that_one_above_it_covers() {
        assertThat(lines(table(HitPolicy.FIRST, CATEGORY, VIP)
                        .rule("R1")
                        .when(CATEGORY.is("network"))
                        .then("OPS")
                        .rule("R2")
                        .when(CATEGORY.is("network"), VIP.is(true))
                        .then("VIP")
                        .rule("R9")
                        .otherwise("L1")))
                .containsExactly(
                        "ERROR RULES-301 R2 (category = \"network\", vip = true -> \"VIP\") never decides: R1 stands"
                                + " above it and matches all that it matches -> Delete R2, or move it above R1",
                        "WARNING RULES-306 team \"VIP\" is never given: R2 would give it and never decides",
                        "WARNING RULES-308 vip has conditions, yet no decision depends on it -> Leave the column out");
    }

    @Test
    void a_rule_that_only_several_above_it_cover_together() {
        assertThat(lines(table(HitPolicy.FIRST, AGE, VIP)
                        .rule("R1")
                        .when(AGE.lessThan(hours(4)))
                        .then("L1")
                        .rule("R2")
                        .when(AGE.atLeast(hours(2)), VIP.is(true))
                        .then("OPS")
                        .rule("R3")
                        .when(AGE.atLeast(hours(2)), VIP.is(false))
                        .then("L1")
                        .rule("R4")
                        .when(AGE.fromUntil(hours(1), hours(6)))
                        .then("OPS")))
                .contains("ERROR RULES-301 R4 (age in [PT1H..PT6H) -> \"OPS\") never decides: R1, R2 and R3 stand above"
                        + " it and together match all that it matches -> Delete R4, or move it above R1");
    }

    @Test
    void a_rule_of_less_priority_never_decides_wherever_it_stands() {
        RuleTable.Builder table = schema(HitPolicy.PRIORITY, CATEGORY)
                .out(TEAM)
                .build()
                .builder()
                .rule("R1")
                .when(CATEGORY.is("network"))
                .then("L1")
                .rule("R2")
                .when(CATEGORY.in("network", "database"))
                .then("OPS")
                .rule("R3")
                .when(CATEGORY.is("security"))
                .then("SEC");

        assertThat(lines(table))
                .containsExactly(
                        "ERROR RULES-301 R1 (category = \"network\" -> \"L1\") never decides: R2 wins by its outputs"
                                + " and matches all that it matches -> Delete R1 or narrow the others",
                        "WARNING RULES-306 team \"L1\" is never given: R1 would give it and never decides",
                        "INFO RULES-307 No rule gives team \"MAJOR\", which is allowed");
    }

    @Test
    void rules_that_contradict_each_other_and_rules_that_agree() {
        RuleTable.Builder unique = table(HitPolicy.UNIQUE, AGE)
                .rule("R1")
                .when(AGE.lessThan(hours(4)))
                .then("L1")
                .rule("R2")
                .when(AGE.atLeast(hours(2)))
                .then("OPS");
        RuleTable.Builder any = table(HitPolicy.ANY, AGE)
                .rule("R1")
                .when(AGE.lessThan(hours(4)))
                .then("L1")
                .rule("R2")
                .when(AGE.atLeast(hours(2)))
                .then("L1");

        assertThat(lines(unique))
                .containsExactly("ERROR RULES-302 R1 and R2 contradict each other: both match age in [PT2H..PT4H), but"
                        + " R1 gives \"L1\" and R2 gives \"OPS\" (for example age = PT2H) -> Narrow R1 or R2, or choose"
                        + " hit policy FIRST and put the one that is to win above the other");
        assertThat(lines(any))
                .contains("INFO RULES-304 R1 and R2 both match age in [PT2H..PT4H) and give the same, \"L1\" (for"
                        + " example age = PT2H)");
        assertThat(lines(table(HitPolicy.UNIQUE, AGE)
                        .rule("R1")
                        .when(AGE.lessThan(hours(4)))
                        .then("L1")
                        .rule("R2")
                        .when(AGE.atLeast(hours(2)))
                        .then("L1")))
                .anyMatch(line -> line.startsWith("ERROR RULES-304"));
    }

    @Test
    void gaps_weigh_by_the_demand_of_completeness_and_by_defaults() {
        List<FindingLevel> levels = new ArrayList<>();
        for (RuleSchema schema : List.of(
                schema(HitPolicy.UNIQUE, USERS).out(ANY_TEAM).complete().build(),
                schema(HitPolicy.UNIQUE, USERS).out(ANY_TEAM).build(),
                schema(HitPolicy.UNIQUE, USERS).out(ANY_TEAM.otherwise("L1")).build())) {
            Verification verification = schema.builder()
                    .rule("R1")
                    .when(USERS.between(10L, 99L))
                    .then("OPS")
                    .build()
                    .verify();
            ProofFinding gap = verification.of(ProofCode.GAP).get(0);
            levels.add(gap.level());
            assertThat(verification.count(ProofCode.GAP)).isOne();
            assertThat(gap.message()).startsWith("No rule matches users <= 9 or >= 100 (for example users = 0)");
            assertThat(gap.example()).containsExactly(0L);
        }
        assertThat(levels).containsExactly(FindingLevel.ERROR, FindingLevel.WARNING, FindingLevel.INFO);
    }

    @Test
    void an_open_domain_without_an_else_row_is_one_finding() {
        List<String> lines = lines(table(HitPolicy.UNIQUE, OPEN, VIP)
                .rule("R1")
                .when(OPEN.is("database"))
                .then("DBA")
                .rule("R2")
                .when(OPEN.is("network"), VIP.is(true))
                .then("OPS"));

        assertThat(lines)
                .containsExactly(
                        "WARNING RULES-303 No rule matches category = \"network\", vip = false (for example category ="
                                + " \"network\", vip = false) -> Add a row for it, or give the outputs defaults",
                        "WARNING RULES-316 category is open: any text may come, and no rule matches a category that no"
                                + " row names (for example category = \"other\", vip = false) -> Add an else row with -"
                                + " in category, or close the domain: declare the only values of category");
    }

    @Test
    void columns_without_effect_with_and_without_conditions() {
        assertThat(lines(table(HitPolicy.UNIQUE, CATEGORY, VIP, USERS)
                        .rule("R1")
                        .when(CATEGORY.is("network"), VIP.is(true))
                        .then("OPS")
                        .rule("R2")
                        .when(CATEGORY.is("network"), VIP.is(false))
                        .then("OPS")
                        .rule("R3")
                        .when(CATEGORY.not("network"))
                        .then("L1")))
                .containsExactly(
                        "WARNING RULES-308 vip has conditions, yet no decision depends on it -> Leave the column out",
                        "WARNING RULES-308 Every cell of users is -, so the column decides nothing -> Leave the column"
                                + " out",
                        "INFO RULES-312 R1 and R2 could be one row: category = \"network\" -> \"OPS\"");
    }

    @Test
    void rules_that_could_be_one_only_where_no_rule_between_them_would_be_passed() {
        RuleTable.Builder free = table(HitPolicy.FIRST, CATEGORY, VIP)
                .rule("R1")
                .when(CATEGORY.is("network"))
                .then("OPS")
                .rule("R2")
                .when(VIP.is(true))
                .then("VIP")
                .rule("R3")
                .when(CATEGORY.is("database"))
                .then("OPS")
                .rule("R9")
                .otherwise("L1");

        assertThat(lines(free)).noneMatch(line -> line.contains("RULES-312"));
        assertThat(lines(table(HitPolicy.FIRST, CATEGORY, VIP)
                        .rule("R1")
                        .when(CATEGORY.is("network"))
                        .then("OPS")
                        .rule("R3")
                        .when(CATEGORY.is("database"))
                        .then("OPS")
                        .rule("R9")
                        .otherwise("L1")
                        .rule("R2")
                        .when(VIP.is(true))
                        .then("VIP")))
                .contains(
                        "INFO RULES-312 R1 and R3 could be one row: category in (\"database\", \"network\") -> \"OPS\"");
    }

    @Test
    void an_exception_that_stands_too_low_with_an_example_on_which_it_loses() {
        RuleTable table = table(HitPolicy.FIRST, SEVERITY, CATEGORY, VIP)
                .rule("R1")
                .when(SEVERITY.is(SEV1))
                .then("MAJOR")
                .rule("R2")
                .when(CATEGORY.is("network"))
                .then("OPS")
                .rule("R3")
                .when(CATEGORY.in("network", "database"), VIP.is(true))
                .then("VIP")
                .rule("R9")
                .otherwise("L1")
                .build();

        ProofFinding finding = table.verify().of(ProofCode.RULE_MISLEADING).get(0);

        assertThat(finding)
                .hasToString("INFO RULES-313 R3 demands more than R2, yet R2 wins where both match: category ="
                        + " \"network\", vip = true gives \"OPS\", not \"VIP\" (for example severity = SEV2, category ="
                        + " \"network\", vip = true) -> If R3 is meant as an exception, let it win over R2");
        assertThat(finding.rules()).containsExactly("R2", "R3");
    }

    @Test
    void cells_that_match_nothing_and_cells_that_match_everything() {
        assertThat(lines(table(HitPolicy.FIRST, CATEGORY, USERS)
                        .rule("R1")
                        .when(CATEGORY.not("database", "network", "security"))
                        .then("OPS")
                        .rule("R2")
                        .when(USERS.atLeast(0L))
                        .then("L1")))
                .contains(
                        "WARNING RULES-314 R1 never matches: no value of category meets not(\"database\", \"network\","
                                + " \"security\") -> Correct the cell or delete R1",
                        "WARNING RULES-306 team \"OPS\" is never given: R1 would give it and never decides",
                        "INFO RULES-315 R2: every value of users meets >= 0 -> Write -");
    }

    @Test
    void several_hits_are_only_looked_at_for_what_is_wrong_under_every_policy() {
        for (HitPolicy policy : List.of(HitPolicy.COLLECT, HitPolicy.RULE_ORDER)) {
            assertThat(lines(table(policy, CATEGORY, VIP)
                            .rule("R1")
                            .when(CATEGORY.is("network"))
                            .then("OPS")
                            .rule("R2")
                            .when(CATEGORY.is("network"), VIP.is(true))
                            .then("VIP")
                            .rule("R3")
                            .when(CATEGORY.is("network"))
                            .then("OPS")))
                    .containsExactly("WARNING RULES-305 R3 repeats R1: both match category = \"network\" and give"
                            + " \"OPS\" -> Delete R3");
        }
    }

    @Test
    void a_missing_value_is_a_value_that_needs_a_rule() {
        Input<Boolean> vip = Input.flag("vip").orMissing();

        assertThat(lines(table(HitPolicy.UNIQUE, vip)
                        .rule("R1")
                        .when(vip.is(true))
                        .then("VIP")
                        .rule("R2")
                        .when(vip.is(false))
                        .then("L1")))
                .containsExactly(
                        "WARNING RULES-303 No rule matches vip missing -> Add a row for it, or give the outputs defaults");
    }

    @Test
    void a_limit_that_is_reached_is_said_and_not_taken_for_soundness() {
        RuleTable.Builder builder = table(HitPolicy.FIRST, USERS, AGE, VIP);
        for (int i = 0; i < 60; i++) {
            builder.rule("R" + i)
                    .when(USERS.between(7L * i, 7L * i + 300), AGE.atLeast(hours(60 - i)))
                    .then("T" + i % 5);
        }
        Verification verification = builder.build().verify(new ProofLimits(3, 2));

        assertThat(verification.isExact()).isFalse();
        assertThat(verification.isSound()).isFalse();
        assertThat(verification.of(ProofCode.UNDECIDED).get(0).message()).endsWith("within 3 boxes");
        assertThatThrownBy(() -> new ProofLimits(0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 boxes");
    }

    @Test
    void more_findings_than_are_listed_are_counted() {
        RuleTable.Builder builder = table(HitPolicy.UNIQUE, USERS);
        for (int i = 0; i < 10; i++) {
            builder.rule("R" + i).when(USERS.atLeast((long) i)).then("T" + i);
        }
        Verification verification = builder.build().verify(new ProofLimits(1_000_000, 3));

        assertThat(verification.of(ProofCode.RULES_CONFLICT)).hasSize(3);
        assertThat(verification.count(ProofCode.RULES_CONFLICT)).isEqualTo(45);
        assertThat(verification.toString()).contains("table routing: ").endsWith("... and 42 more of RULES-302");
    }
}
