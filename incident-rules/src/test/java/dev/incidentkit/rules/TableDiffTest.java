package dev.incidentkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.rules.TableDiff.OutcomeChange;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two versions of a table: what happened to rules, and which inputs are decided otherwise. */
class TableDiffTest {
    private static final Input<String> CATEGORY = Input.text("category");
    private static final Input<Duration> AGE = Input.duration("age");
    private static final Input<Boolean> VIP = Input.flag("vip");
    private static final Output<String> TEAM = Output.text("team");

    private static RuleSchema schema(HitPolicy policy) {
        return RuleSchema.named("routing")
                .in(CATEGORY)
                .in(AGE)
                .out(TEAM)
                .hitPolicy(policy)
                .build();
    }

    private static RuleTable.Builder table() {
        return schema(HitPolicy.FIRST).builder();
    }

    private static RuleTable older() {
        return table().rule("R1")
                .when(CATEGORY.is("security"))
                .then("SEC")
                .rule("R2")
                .when(CATEGORY.is("network"), AGE.atLeast(Duration.ofHours(4)))
                .then("OPS")
                .rule("R9")
                .otherwise("L1")
                .build();
    }

    private static List<String> messages(TableDiff diff) {
        return diff.outcomes().stream().map(OutcomeChange::message).toList();
    }

    @Test
    void a_table_and_itself_do_not_differ() {
        TableDiff diff = older().diff(older());

        assertThat(diff.decidesAlike()).isTrue();
        assertThat(diff).hasToString("table routing: no rule differs\nevery input is decided as before");
    }

    @Test
    void cases_that_the_newer_hit_policy_refuses_are_decided_otherwise() {
        List<Rule> rules = older().rules();

        assertThat(RuleTable.of(schema(HitPolicy.FIRST), rules).diff(RuleTable.of(schema(HitPolicy.UNIQUE), rules)))
                .hasToString("""
                        table routing: no rule differs
                            DECLARED hit policy: first -> unique
                        inputs decided otherwise: 2
                            category = "network", age >= PT4H: "OPS" (R2) -> refused, since several rules match (R2, R9) (for example category = "network", age = PT4H)
                            category = "security": "SEC" (R1) -> refused, since several rules match (R1, R9) (for example category = "security", age = PT0S)""");
    }

    @Test
    void a_rule_that_conflicts_with_others_changes_what_is_decided() {
        RuleTable before = schema(HitPolicy.UNIQUE)
                .builder()
                .rule("R1")
                .when(CATEGORY.is("security"))
                .then("SEC")
                .build();
        RuleTable after = RuleTable.builder(before)
                .rule("R2")
                .when(CATEGORY.is("security"), AGE.atLeast(Duration.ofHours(4)))
                .then("SEC")
                .build();

        assertThat(messages(before.diff(after)))
                .containsExactly(
                        "category = \"security\", age >= PT4H: \"SEC\" (R1) -> refused, since several rules match"
                                + " (R1, R2) (for example category = \"security\", age = PT4H)");
        assertThat(RuleTable.of(schema(HitPolicy.ANY), before.rules())
                        .diff(RuleTable.of(schema(HitPolicy.ANY), after.rules()))
                        .decidesAlike())
                .isTrue();
    }

    @Test
    void what_is_declared_differently_is_said() {
        RuleSchema wider = RuleSchema.named("routing")
                .in(CATEGORY)
                .in(VIP)
                .out(TEAM.allowing(List.of("L1", "OPS")).otherwise("L1"))
                .hitPolicy(HitPolicy.FIRST)
                .complete()
                .build();

        assertThat(table().rule("R9")
                        .otherwise("L1")
                        .build()
                        .diff(wider.builder().rule("R9").otherwise("L1").build())
                        .declarations())
                .containsExactly(
                        "demand: may have gaps -> complete",
                        "column vip is new",
                        "column age is gone",
                        "output team allows: any value -> \"L1\", \"OPS\"",
                        "output team by default: nothing -> \"L1\"");
    }

    @Test
    void bounds_that_only_one_table_has_are_told_apart() {
        RuleTable newer = table().rule("R1")
                .when(CATEGORY.is("security"))
                .then("SEC")
                .rule("R2")
                .when(CATEGORY.is("network"), AGE.atLeast(Duration.ofHours(6)))
                .then("OPS")
                .rule("R3")
                .when(CATEGORY.startsWith("sap-"))
                .then("SAP")
                .rule("R9")
                .otherwise("L1")
                .build();

        TableDiff diff = older().diff(newer);

        assertThat(diff).hasToString("""
                        table routing: rules that differ: 2
                            CHANGED R2: age >= PT4H -> >= PT6H
                            ADDED R3: category starts with(?, "sap-") -> "SAP"
                        inputs decided otherwise: 2
                            category = "network", age in [PT4H..PT6H): "OPS" (R2) -> "L1" (R9) (for example category = "network", age = PT4H)
                            category starts with "sap-": "L1" (R9) -> "SAP" (R3) (for example category = "sap-", age = PT0S)""");
        assertThat(diff.outcomes().get(0).example()).containsExactly("network", Duration.ofHours(4));
    }

    @Test
    void rules_that_are_rewritten_or_moved_may_decide_alike() {
        RuleTable newer = table().rule("R2")
                .when(CATEGORY.is("network"), AGE.atLeast(Duration.ofHours(4)))
                .then("OPS")
                .rule("R1")
                .when(CATEGORY.is("security"))
                .then("SEC")
                .rule("R8")
                .when(CATEGORY.not("security"))
                .then("L1")
                .build();

        TableDiff diff = older().diff(newer);

        assertThat(diff.rules())
                .extracting(TableDiff.RuleChange::toString)
                .containsExactly(
                        "MOVED R2: category \"network\", age >= PT4H -> \"OPS\"",
                        "ADDED R8: category not(\"security\") -> \"L1\"",
                        "REMOVED R9: any input -> \"L1\"");
        assertThat(diff.decidesAlike()).isTrue();
    }

    @Test
    void a_removed_rule_leaves_inputs_without_one_or_with_the_default() {
        RuleTable newer = RuleTable.builder(older()).remove("R9").build();
        RuleTable defaulted = RuleTable.of(
                RuleSchema.named("routing")
                        .in(CATEGORY)
                        .in(AGE)
                        .out(TEAM.otherwise("L1"))
                        .hitPolicy(HitPolicy.FIRST)
                        .build(),
                newer.rules());

        assertThat(messages(older().diff(newer)))
                .contains("category = \"network\", age < PT4H: \"L1\" (R9) -> no rule (for example category ="
                        + " \"network\", age = PT0S)");
        assertThat(older().diff(defaulted).decidesAlike()).isTrue();
        assertThat(defaulted.diff(older()).decidesAlike()).isTrue();
    }

    @Test
    void a_column_that_only_one_table_has_is_any_in_the_other() {
        RuleTable newer = RuleSchema.named("routing")
                .in(VIP)
                .in(CATEGORY)
                .in(AGE)
                .out(TEAM)
                .hitPolicy(HitPolicy.FIRST)
                .build()
                .builder()
                .rule("R0")
                .when(VIP.is(true))
                .then("VIP")
                .rule("R1")
                .when(CATEGORY.is("security"))
                .then("SEC")
                .rule("R2")
                .when(CATEGORY.is("network"), AGE.atLeast(Duration.ofHours(4)))
                .then("OPS")
                .rule("R9")
                .otherwise("L1")
                .build();

        TableDiff there = older().diff(newer);

        assertThat(there.outcomes())
                .hasSize(4)
                .allMatch(change -> change.region().startsWith("vip = true"));
        assertThat(there.rules()).hasSize(1);
        assertThat(newer.diff(older()).outcomes()).hasSize(4);
    }

    @Test
    void several_hits_and_sums_are_compared_as_answers() {
        Output<Long> points = Output.integer("points");
        RuleSchema sum = RuleSchema.named("score")
                .in(VIP)
                .in(AGE)
                .out(points)
                .hitPolicy(HitPolicy.COLLECT_SUM)
                .build();
        RuleTable before = sum.builder()
                .rule("R1")
                .when(VIP.is(true))
                .then(3L)
                .rule("R2")
                .when(AGE.atLeast(Duration.ofHours(4)))
                .then(2L)
                .build();
        RuleTable after = sum.builder()
                .rule("R1")
                .when(VIP.is(true), AGE.atLeast(Duration.ofHours(4)))
                .then(5L)
                .rule("R2")
                .when(VIP.is(false), AGE.atLeast(Duration.ofHours(4)))
                .then(2L)
                .build();

        assertThat(messages(before.diff(after)))
                .containsExactly("vip = true, age < PT4H: 3 (R1) -> no rule (for example vip = true, age = PT0S)");
        for (HitPolicy policy : List.of(HitPolicy.COLLECT, HitPolicy.RULE_ORDER)) {
            RuleTable one = schema(policy)
                    .builder()
                    .rule("A")
                    .otherwise("X")
                    .rule("B")
                    .otherwise("Y")
                    .build();
            RuleTable other = schema(policy)
                    .builder()
                    .rule("B")
                    .otherwise("Y")
                    .rule("A")
                    .otherwise("X")
                    .build();
            assertThat(one.diff(other).decidesAlike()).isEqualTo(policy == HitPolicy.COLLECT);
        }
    }

    @Test
    void least_greatest_and_number_of_hits_are_compared() {
        for (HitPolicy policy : List.of(HitPolicy.COLLECT_MIN, HitPolicy.COLLECT_MAX, HitPolicy.COLLECT_COUNT)) {
            RuleSchema schema = RuleSchema.named("wait")
                    .in(VIP)
                    .out(Output.duration("wait"))
                    .hitPolicy(policy)
                    .build();
            RuleTable one = schema.builder()
                    .rule("A")
                    .otherwise(Duration.ofHours(1))
                    .rule("B")
                    .when(VIP.is(true))
                    .then(Duration.ofHours(2))
                    .build();
            RuleTable other =
                    schema.builder().rule("A").otherwise(Duration.ofHours(1)).build();

            assertThat(one.diff(other).decidesAlike()).isEqualTo(policy == HitPolicy.COLLECT_MIN);
        }
    }

    @Test
    void a_limit_that_is_reached_is_said() {
        TableDiff diff = older().diff(RuleTable.builder(older()).remove("R1").build(), new ProofLimits(1, 1));

        assertThat(diff.exact()).isFalse();
        assertThat(diff.decidesAlike()).isFalse();
        assertThat(diff.toString()).contains("the limit was reached before all inputs were compared");
    }

    @Test
    void tables_whose_inputs_or_answers_are_of_another_kind_are_refused() {
        RuleTable otherType = RuleSchema.named("routing")
                .in(Input.integer("category"))
                .in(AGE)
                .out(TEAM)
                .build()
                .builder()
                .rule("A")
                .otherwise("L1")
                .build();
        RuleTable otherOutput = RuleSchema.named("routing")
                .in(CATEGORY)
                .out(Output.flag("page"))
                .build()
                .builder()
                .rule("A")
                .otherwise(true)
                .build();

        assertThatThrownBy(() -> older().diff(otherType))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'category'");
        assertThatThrownBy(() -> older().diff(otherOutput)).hasMessageContaining("[page]");
        assertThatThrownBy(() -> older().diff(schema(HitPolicy.COLLECT)
                        .builder()
                        .rule("A")
                        .otherwise("L1")
                        .build()))
                .hasMessageContaining("COLLECT")
                .hasMessageContaining("FIRST");
    }
}
