package dev.incidentkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Severity;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the columns of a table cannot be, at the bounds and past them. */
class SchemaFaultsTest {
    private static final Input<String> CATEGORY = Input.text("category");
    private static final Output<String> TEAM = Output.text("team");

    private static RuleSchema.Builder named(String name) {
        return RuleSchema.named(name).in(CATEGORY);
    }

    private static List<RuleCode> codes(UnaryOperator<RuleSchema.Builder> columns) {
        try {
            columns.apply(named("t")).build();
            return List.of();
        } catch (RuleTableException refused) {
            return refused.faults().stream().map(RuleFinding::code).toList();
        }
    }

    @Test
    void names_have_one_to_sixty_characters() {
        String longest = "n".repeat(60);
        assertThat(named(longest).in(Input.flag(longest)).out(TEAM).build().name())
                .isEqualTo(longest);
        assertThatThrownBy(() -> named("t")
                        .in(Input.flag("i".repeat(61)))
                        .out(Output.text("o".repeat(61)))
                        .build())
                .isInstanceOfSatisfying(
                        RuleTableException.class,
                        refused -> assertThat(refused.faults())
                                .extracting(RuleFinding::code, RuleFinding::column)
                                .containsExactly(
                                        tuple(RuleCode.NAME_INVALID, "i".repeat(61)),
                                        tuple(RuleCode.NAME_INVALID, "o".repeat(61))));
        assertThat(codes(schema -> schema.out(Output.text("category")))).containsExactly(RuleCode.NAME_REPEATED);
    }

    @Test
    void a_table_has_up_to_sixty_four_columns() {
        RuleSchema.Builder most = named("t").out(TEAM);
        for (int i = 2; i < RuleSchema.MAX_COLUMNS; i++) {
            most.in(Input.flag("c" + i));
        }
        RuleSchema schema = most.build();
        assertThat(schema.inputs()).hasSize(63);
        assertThatThrownBy(() -> most.in(Input.flag("more")).build())
                .hasMessageContaining("at most 64 columns, but this has 64 inputs and 1 outputs");
        assertThat(codes(nothing -> nothing)).containsExactly(RuleCode.COUNT_INVALID);
        assertThatThrownBy(() -> RuleSchema.named("t").out(TEAM).build())
                .hasMessageContaining("0 inputs and 1 outputs");
    }

    @Test
    void what_an_output_allows_and_takes_by_default_must_be_values_of_its_column() {
        Output<Severity> severity = Output.scale("severity", Scale.SEVERITY);
        assertThat(codes(schema -> schema.out(severity.allowing(List.of(Severity.SEV1, RandomTables.strange())))))
                .containsExactly(RuleCode.VALUE_UNKNOWN);
        assertThat(codes(schema -> schema.out(severity.otherwise(RandomTables.strange()))))
                .containsExactly(RuleCode.VALUE_UNKNOWN);
        assertThat(codes(schema ->
                        schema.out(severity.allowing(List.of(Severity.SEV1)).otherwise(Severity.SEV2))))
                .containsExactly(RuleCode.VALUE_UNKNOWN);
        assertThat(codes(schema ->
                        schema.out(severity.allowing(List.of(Severity.SEV1)).otherwise(Severity.SEV1))))
                .isEmpty();
    }

    static Stream<Arguments> aggregates() {
        Output<Long> whole = Output.integer("n");
        Output<BigDecimal> decimal = Output.decimal("d");
        return Stream.of(
                Arguments.of(HitPolicy.COLLECT_SUM, List.of(whole), true),
                Arguments.of(HitPolicy.COLLECT_SUM, List.of(decimal), true),
                Arguments.of(HitPolicy.COLLECT_SUM, List.of(Output.duration("p")), true),
                Arguments.of(HitPolicy.COLLECT_SUM, List.of(TEAM), false),
                Arguments.of(HitPolicy.COLLECT_SUM, List.of(Output.scale("s", Scale.SEVERITY)), false),
                Arguments.of(HitPolicy.COLLECT_SUM, List.of(whole, decimal), false),
                Arguments.of(HitPolicy.COLLECT_SUM, List.of(whole.orMissing()), false),
                Arguments.of(HitPolicy.COLLECT_MIN, List.of(TEAM), true),
                Arguments.of(HitPolicy.COLLECT_MIN, List.of(Output.scale("s", Scale.SEVERITY)), true),
                Arguments.of(HitPolicy.COLLECT_MAX, List.of(Output.flag("f")), false),
                Arguments.of(HitPolicy.COLLECT_MAX, List.of(Output.oneOf("o", List.of("a", "b"))), false),
                Arguments.of(HitPolicy.COLLECT_MAX, List.of(whole, decimal), false),
                Arguments.of(HitPolicy.COLLECT_COUNT, List.of(TEAM, Output.flag("f")), true),
                Arguments.of(HitPolicy.PRIORITY, List.of(TEAM), false),
                Arguments.of(HitPolicy.PRIORITY, List.of(TEAM.allowing(List.of("A"))), true),
                Arguments.of(
                        HitPolicy.OUTPUT_ORDER,
                        List.of(TEAM.allowing(List.of("A")).orMissing()),
                        false));
    }

    @ParameterizedTest
    @MethodSource("aggregates")
    void a_hit_policy_takes_only_outputs_that_it_can_rank_or_add(
            HitPolicy policy, List<Output<?>> outputs, boolean fits) {
        List<RuleCode> codes = codes(schema -> {
            outputs.forEach(schema::out);
            return schema.hitPolicy(policy);
        });
        assertThat(codes).isEqualTo(fits ? List.of() : List.of(RuleCode.HIT_POLICY_UNSUITED));
    }

    @Test
    void columns_are_found_by_name_and_place() {
        Output<Long> points = Output.integer("points");
        RuleSchema schema =
                named("t").in(Input.flag("vip")).out(TEAM).out(points).build();
        assertThat(schema.inputIndex("category")).isZero();
        assertThat(schema.inputIndex("vip")).isEqualTo(1);
        assertThat(schema.inputIndex("team")).isEqualTo(-1);
        assertThat(schema.outputIndex("team")).isZero();
        assertThat(schema.outputIndex("points")).isEqualTo(1);
        assertThat(schema.outputIndex("vip")).isEqualTo(-1);
        assertThat(schema.output("team")).contains(TEAM);
        assertThat(schema.output("points")).contains(points);
        assertThat(schema.output("vip")).isEmpty();
        assertThat(schema.input("points")).isEmpty();
    }

    @Test
    void schemas_are_the_same_if_all_that_they_say_is() {
        RuleSchema schema = named("t").out(TEAM).build();
        assertThat(schema)
                .isEqualTo(named("t").out(TEAM).build())
                .hasSameHashCodeAs(named("t").out(TEAM).build())
                .hasToString("t (UNIQUE): [" + CATEGORY + "] -> [" + TEAM + "]");
        assertThat(Stream.of(
                        named("u").out(TEAM).build(),
                        named("t").in(Input.flag("vip")).out(TEAM).build(),
                        named("t").out(Output.text("group")).build(),
                        named("t").out(TEAM).hitPolicy(HitPolicy.ANY).build(),
                        named("t").out(TEAM).complete().build()))
                .allSatisfy(other -> assertThat(other).isNotEqualTo(schema));
    }

    private static RuleTable table(RuleSchema schema) {
        return schema.builder().rule("R1").otherwise("A").build();
    }

    @Test
    void columns_enter_a_tables_hash_with_all_that_they_allow() {
        List<RuleSchema> schemas = List.of(
                named("t").out(TEAM).build(),
                RuleSchema.named("t").in(Input.text("kind")).out(TEAM).build(),
                RuleSchema.named("t").in(CATEGORY.orMissing()).out(TEAM).build(),
                RuleSchema.named("t").in(Input.flag("category")).out(TEAM).build(),
                named("t").out(TEAM.allowing(List.of("A"))).build(),
                named("t").out(TEAM.otherwise("B")).build(),
                named("t").out(TEAM.orMissing()).build(),
                named("t").out(Output.text("group")).build());

        assertThat(schemas.stream().map(SchemaFaultsTest::table).map(RuleTable::hash))
                .doesNotHaveDuplicates();
        assertThat(schemas.stream().map(SchemaFaultsTest::table)).doesNotHaveDuplicates();
        RuleTable other =
                named("t").out(TEAM).build().builder().rule("R2").otherwise("A").build();
        assertThat(table(schemas.get(0))).isNotEqualTo(other).isNotEqualTo("t");
        assertThat(table(schemas.get(0)).toString()).contains("t (UNIQUE)", "1 rules");
    }
}
