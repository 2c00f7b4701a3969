package dev.incidentkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Severity;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How tables are written in Java, and how unsound ones are refused. */
class RuleTableTest {
    private static final Input<Severity> SEVERITY = Input.scale("severity", Scale.SEVERITY);
    private static final Input<String> CATEGORY = Input.text("category");
    private static final Input<Duration> AGE = Input.duration("age");
    private static final Input<BigDecimal> LOSS = Input.decimal("loss");
    private static final Output<String> TEAM = Output.text("team");

    private static RuleSchema schema() {
        return RuleSchema.named("routing")
                .in(SEVERITY)
                .in(CATEGORY)
                .in(AGE)
                .in(LOSS)
                .out(TEAM)
                .hitPolicy(HitPolicy.FIRST)
                .build();
    }

    private static RuleTable table() {
        return schema().builder()
                .rule("R1")
                .when(SEVERITY.is(Severity.SEV1))
                .note("since March")
                .then("MAJOR")
                .rule("R2")
                .when(CATEGORY.in("database", "sap"), AGE.atLeast(Duration.ofHours(4)))
                .then("DBA")
                .rule("R9")
                .otherwise("L1")
                .build();
    }

    @Test
    void aTableReadsAsItWasWritten() {
        RuleTable table = table();
        Rule second = table.rule("R2").orElseThrow();
        assertThat(second.conditions().get(1).text(CATEGORY.type())).isEqualTo("\"database\", \"sap\"");
        assertThat(second.conditions().get(2).text(AGE.type())).isEqualTo(">= PT4H");
        assertThat(second.conditions().get(0).text(SEVERITY.type())).isEqualTo("-");
        assertThat(table.rule("R1").orElseThrow().note()).isEqualTo("since March");
        assertThat(table.rule("R3")).isEmpty();
        assertThat(table).hasToString(table().toString()).isEqualTo(table()).hasSameHashCodeAs(table());
    }

    @Test
    void a_rule_that_is_begun_and_not_ended_is_refused() {
        RuleTable.Builder builder = schema().builder();
        builder.rule("R1").when(SEVERITY.is(Severity.SEV1));
        builder.rule("R9").otherwise("L1");

        assertThatThrownBy(builder::build)
                .isInstanceOf(RuleTableException.class)
                .hasMessageContaining("RULES-103")
                .hasMessageContaining("R1")
                .hasMessageContaining("the rule has no outputs; end it with then()");
    }

    @Test
    void otherwise_after_a_condition_is_refused_because_it_would_look_at_a_column() {
        RuleTable.Builder builder =
                schema().builder().rule("R1").when(SEVERITY.is(Severity.SEV1)).otherwise("MAJOR");

        assertThatThrownBy(builder::build)
                .isInstanceOf(RuleTableException.class)
                .hasMessageContaining("R1")
                .hasMessageContaining(
                        "otherwise() ends a rule that looks at no column, but this has cells; use then()");
    }

    @Test
    void conditionsAreWrittenAsUnaryTests() {
        assertThat(AGE.between(Duration.ofHours(1), Duration.ofHours(2))
                        .condition()
                        .text(AGE.type()))
                .isEqualTo("[PT1H..PT2H]");
        assertThat(AGE.fromUntil(Duration.ofHours(1), Duration.ofHours(2))
                        .condition()
                        .text(AGE.type()))
                .isEqualTo("[PT1H..PT2H)");
        assertThat(CATEGORY.not("sap", "a\"b").condition().text(CATEGORY.type()))
                .isEqualTo("not(\"sap\", \"a\\\"b\")");
        assertThat(CATEGORY.startsWith("net/").condition().text(CATEGORY.type()))
                .isEqualTo("starts with(?, \"net/\")");
        assertThat(LOSS.lessThan(new BigDecimal("1E+3"))
                        .or(LOSS.moreThan(BigDecimal.TEN))
                        .condition()
                        .text(LOSS.type()))
                .isEqualTo("< 1000, > 10");
        assertThat(CATEGORY.isPresent().condition().text(CATEGORY.type())).isEqualTo("not(null)");
        assertThat(CATEGORY.any().or(CATEGORY.is("x")).condition()).isEqualTo(CellCondition.any());
    }

    @Test
    void theHashTellsWhatIsDecidedAndNothingElse() {
        RuleTable table = table();
        RuleTable reordered = RuleTable.builder(table)
                .remove("R9")
                .remove("R2")
                .rule("R2")
                .when(CATEGORY.in("sap", "database"), AGE.atLeast(Duration.parse("PT240M")))
                .note("another remark")
                .then("DBA")
                .rule("R9")
                .otherwise("L1")
                .build();
        assertThat(reordered.hash()).isEqualTo(table.hash()).hasSize(64);
        RuleTable complete =
                RuleTable.of(RuleSchema.builder(schema()).complete().build(), table.rules());
        assertThat(complete.hash()).isEqualTo(table.hash());
        RuleTable changed =
                RuleTable.builder(table).remove("R9").rule("R9").otherwise("L2").build();
        assertThat(changed.hash()).isNotEqualTo(table.hash());
    }

    @Test
    void allFaultsOfATableAreToldAtOnce() {
        Input<Boolean> strange = Input.flag("vip");
        RuleTable.Builder builder = schema().builder()
                .rule("R1")
                .when(SEVERITY.is(RandomTables.strange()), strange.is(true))
                .then("A")
                .rule("R1")
                .when(AGE.between(Duration.ofHours(8), Duration.ofHours(1)), AGE.any())
                .then("A", "B")
                .rule("default")
                .when(CATEGORY.isMissing(), LOSS.is(BigDecimal.ONE))
                .then(7)
                .rule("R3")
                .when(LOSS.startsWith("x"), LOSS.any())
                .then((Object) null);
        assertThatThrownBy(builder::build)
                .isInstanceOf(ConfigurationException.class)
                .isInstanceOfSatisfying(RuleTableException.class, e -> {
                    assertThat(e.faults())
                            .extracting(RuleFinding::code)
                            .containsExactlyInAnyOrder(
                                    RuleCode.COLUMN_UNKNOWN,
                                    RuleCode.CELL_REPEATED,
                                    RuleCode.CELL_REPEATED,
                                    RuleCode.VALUE_UNKNOWN,
                                    RuleCode.NAME_REPEATED,
                                    RuleCode.INTERVAL_EMPTY,
                                    RuleCode.COUNT_INVALID,
                                    RuleCode.NAME_INVALID,
                                    RuleCode.NULL_UNSUITED,
                                    RuleCode.TYPE_MISMATCH,
                                    RuleCode.CONDITION_UNSUITED,
                                    RuleCode.NULL_UNSUITED);
                    assertThat(e.findings())
                            .anySatisfy(finding -> assertThat(finding)
                                    .startsWith("RULES-203 table routing rule R1 column age: [PT8H..PT1H] is empty"));
                });
    }

    @Test
    void allFaultsOfASchemaAreToldAtOnce() {
        assertThatThrownBy(() -> RuleSchema.named(" ")
                        .in(CATEGORY)
                        .in(CATEGORY)
                        .out(TEAM.otherwise("x"))
                        .out(Output.integer("n").allowing(List.of(1L)).otherwise(2L))
                        .out(Output.flag("f"))
                        .hitPolicy(HitPolicy.COLLECT_SUM)
                        .build())
                .isInstanceOfSatisfying(
                        RuleTableException.class,
                        e -> assertThat(e.faults())
                                .extracting(RuleFinding::code)
                                .containsExactly(
                                        RuleCode.NAME_INVALID,
                                        RuleCode.NAME_REPEATED,
                                        RuleCode.VALUE_UNKNOWN,
                                        RuleCode.DEFAULT_INCOMPLETE,
                                        RuleCode.HIT_POLICY_UNSUITED));
        assertThatThrownBy(() -> RuleSchema.named("t").build()).hasMessageContaining("0 inputs and 0 outputs");
        assertThatThrownBy(() -> RuleSchema.named("t")
                        .in(CATEGORY)
                        .out(TEAM)
                        .hitPolicy(HitPolicy.PRIORITY)
                        .build())
                .hasMessageContaining("RULES-105");
    }

    @Test
    void decimalsThatCannotBeComparedExactlyAreRefused() {
        assertThatThrownBy(() -> RuleSchema.named("t")
                        .in(LOSS)
                        .out(TEAM)
                        .build()
                        .builder()
                        .rule("R1")
                        .when(LOSS.is(new BigDecimal("1E+15")))
                        .then("A")
                        .rule("R2")
                        .when(LOSS.is(new BigDecimal("0.00001")))
                        .then("B")
                        .build())
                .hasMessageContaining("RULES-206")
                .hasMessageContaining("21");
    }

    @Test
    void whatIsNoTableIsSaidWithTheValue() {
        assertThatThrownBy(() -> RuleTable.of(schema(), List.of())).hasMessageContaining("has 0");
        assertThatThrownBy(() -> RuleTable.builder(table()).remove("R7")).hasMessageContaining("R7");
        assertThatThrownBy(() -> table().matching(List.of())).hasMessageContaining("[]");
        assertThatThrownBy(() -> CellCondition.anyOf(List.of())).hasMessageContaining("[]");
        assertThatThrownBy(() -> CATEGORY.startsWith("")).hasMessageContaining("''");
        assertThatThrownBy(() -> Input.oneOf("c", List.of())).hasMessageContaining("'c'");
        assertThatThrownBy(() -> Input.integer("c", 2, 1)).hasMessageContaining("[2..1]");
        assertThatThrownBy(() -> Input.decimal("c", BigDecimal.TEN, BigDecimal.ONE))
                .hasMessageContaining("[10..1]");
        assertThatThrownBy(() -> CATEGORY.is("a").or(AGE.any())).hasMessageContaining("age");
        assertThatThrownBy(() -> CATEGORY.not(AGE.any())).hasMessageContaining("age");
        assertThatThrownBy(() -> new SourcePosition("f", 0, 1)).hasMessageContaining("0:1");
        assertThat(new SourcePosition("f", 3, 1)).hasToString("f:3:1");
    }
}
