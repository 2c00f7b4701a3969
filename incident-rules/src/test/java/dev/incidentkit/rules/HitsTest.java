package dev.incidentkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What several rules that match say together. */
class HitsTest {
    private static final Input<Long> USERS = Input.integer("users", 0, 1_000);

    private static <T> RuleTable table(HitPolicy policy, Output<T> output, List<T> values) {
        RuleTable.Builder rules = RuleSchema.named("points")
                .in(USERS)
                .out(output)
                .hitPolicy(policy)
                .build()
                .builder();
        for (int i = 0; i < values.size(); i++) {
            rules.rule("R" + (i + 1)).when(USERS.atLeast((i + 1) * 100L)).then(values.get(i));
        }
        return rules.build();
    }

    private static <T> Hits hits(HitPolicy policy, Output<T> output, List<T> values, int matching) {
        CompiledTable compiled = table(policy, output, values).compile();
        return compiled.decideAll(compiled.newKey().put(matching * 100L));
    }

    static Stream<Arguments> aggregates() {
        Output<Long> whole = Output.integer("n");
        Output<BigDecimal> decimal = Output.decimal("d");
        Output<Duration> span = Output.duration("p");
        Output<Period> months = Output.of("m", new ColumnType.MonthsType());
        List<Long> numbers = List.of(3L, -5L, 7L);
        List<BigDecimal> decimals = List.of(new BigDecimal("0.1"), new BigDecimal("0.2"), new BigDecimal("-9"));
        List<Duration> spans = List.of(Duration.ofHours(2), Duration.ofHours(1), Duration.ofHours(4));
        List<Period> periods = List.of(Period.ofMonths(13), Period.of(1, 0, 0), Period.ofMonths(2));
        return Stream.of(
                Arguments.of(HitPolicy.COLLECT_SUM, whole, numbers, 3, 5L),
                Arguments.of(HitPolicy.COLLECT_SUM, whole, numbers, 1, 3L),
                Arguments.of(HitPolicy.COLLECT_SUM, whole, numbers, 0, null),
                Arguments.of(HitPolicy.COLLECT_SUM, decimal, decimals, 2, new BigDecimal("0.3")),
                Arguments.of(HitPolicy.COLLECT_SUM, span, spans, 3, Duration.ofHours(7)),
                Arguments.of(HitPolicy.COLLECT_MIN, whole, numbers, 3, -5L),
                Arguments.of(HitPolicy.COLLECT_MAX, whole, numbers, 3, 7L),
                Arguments.of(HitPolicy.COLLECT_MAX, whole, numbers, 2, 3L),
                Arguments.of(HitPolicy.COLLECT_MIN, decimal, decimals, 3, new BigDecimal("-9")),
                Arguments.of(HitPolicy.COLLECT_MAX, span, spans, 2, Duration.ofHours(2)),
                Arguments.of(HitPolicy.COLLECT_MIN, months, periods, 2, Period.of(1, 0, 0)),
                Arguments.of(HitPolicy.COLLECT_MAX, months, periods, 3, Period.of(1, 1, 0)),
                Arguments.of(HitPolicy.COLLECT_COUNT, whole, numbers, 2, 2L),
                Arguments.of(HitPolicy.COLLECT_COUNT, whole, numbers, 0, 0L),
                Arguments.of(HitPolicy.COLLECT, whole, numbers, 3, null),
                Arguments.of(HitPolicy.RULE_ORDER, whole, numbers, 3, null));
    }

    @ParameterizedTest
    @MethodSource("aggregates")
    <T> void what_matches_is_added_counted_or_the_least_or_greatest_of_it_is_taken(
            HitPolicy policy, Output<T> output, List<T> values, int matching, @Nullable Object expected) {
        Hits hits = hits(policy, output, values, matching);
        assertThat(hits.aggregate()).isEqualTo(Optional.ofNullable(expected));
        assertThat(hits.rules())
                .containsExactlyElementsOf(List.of("R1", "R2", "R3").subList(0, matching));
        for (BackEnd form : BackEnd.values()) {
            CompiledTable compiled = CompiledTable.of(table(policy, output, values), form);
            assertThat(compiled.decideAll(compiled.newKey().put(matching * 100L)))
                    .isEqualTo(hits);
        }
    }

    @Test
    void a_default_stands_where_nothing_matches_and_counts_as_no_rule() {
        Output<Long> points = Output.integer("n").otherwise(9L);
        List<Long> values = List.of(1L, 2L);
        Hits sum = hits(HitPolicy.COLLECT_SUM, points, values, 0);
        assertThat(sum.aggregate()).contains(9L);
        assertThat(sum.rules()).containsExactly(RuleTable.DEFAULT_RULE);
        assertThat(sum.outcomes().get(0).isDefault()).isTrue();
        assertThat(sum.outcomes().get(0).row()).isEqualTo(-1);
        assertThat(hits(HitPolicy.COLLECT_COUNT, points, values, 0).aggregate()).contains(0L);
        Hits one = hits(HitPolicy.COLLECT_SUM, points, values, 1);
        assertThat(one.values(points)).containsExactly(1L);
        assertThat(one.outcomes().get(0).isDefault()).isFalse();
        assertThat(one.outcomes().get(0).row()).isZero();
    }

    @Test
    void hits_are_the_same_if_rules_and_values_are() {
        Output<Long> points = Output.integer("n");
        Hits hits = hits(HitPolicy.COLLECT_SUM, points, List.of(1L, 2L), 2);
        Hits again = hits(HitPolicy.COLLECT_SUM, points, List.of(1L, 2L), 2);
        assertThat(hits).isEqualTo(again).hasSameHashCodeAs(again).isNotEqualTo("hits");
        assertThat(hits).isNotEqualTo(hits(HitPolicy.COLLECT_SUM, points, List.of(1L, 2L), 1));
        assertThat(hits).isNotEqualTo(hits(HitPolicy.COLLECT_SUM, points, List.of(1L, 3L), 2));
        assertThat(hits).isNotEqualTo(hits(HitPolicy.COLLECT, points, List.of(1L, 2L), 2));
        assertThat(hits).hasToString("3 of " + hits.outcomes());
        assertThat(hits(HitPolicy.COLLECT, points, List.of(1L), 1).toString()).startsWith("[R1");
    }

    @Test
    void outcomes_tell_rule_table_and_values_apart_and_what_was_left_out() {
        Output<Long> points = Output.integer("n").orMissing();
        Output<String> team = Output.text("team");
        RuleTable table = RuleSchema.named("t")
                .in(USERS)
                .out(team)
                .out(points)
                .hitPolicy(HitPolicy.FIRST)
                .build()
                .builder()
                .rule("R1")
                .when(USERS.atLeast(500L))
                .then("A", 1)
                .rule("R2")
                .otherwise("B", null)
                .build();
        CompiledTable compiled = table.compile();
        RuleOutcome first = compiled.outcome(0);
        RuleOutcome second = compiled.outcome(1);

        assertThat(first.get(points)).isEqualTo(1L);
        assertThat(first.get(Output.text("team"))).isEqualTo("A");
        assertThat(second.find(points)).isEmpty();
        assertThatThrownBy(() -> second.get(points))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Rule R2 of table 't' leaves 'n' out");
        assertThat(first)
                .isEqualTo(table.compile().outcome(0))
                .hasSameHashCodeAs(table.compile().outcome(0));
        assertThat(first).isNotEqualTo(second).isNotEqualTo("R1");
        RuleTable changed = RuleTable.builder(table)
                .remove("R2")
                .rule("R2")
                .otherwise("C", null)
                .build();
        assertThat(changed.compile().outcome(0)).isNotEqualTo(first);
        assertThat(second.toString()).contains("R2", "B");
        BoundTable<Long> bound = compiled.bind((users, key) -> key.put(users));
        assertThat(bound.find(700L).orElseThrow().rule()).isEqualTo("R1");
        assertThat(bound.with(changed.compile()).decide(3L).get(team)).isEqualTo("C");
        CompiledTable other =
                table(HitPolicy.COLLECT, Output.integer("n"), List.of(1L)).compile();
        assertThat(bound.with(other).decideAll(100L).rules()).containsExactly("R1");
        CompiledTable foreign = RuleSchema.named("u")
                .in(Input.flag("vip"))
                .out(team)
                .build()
                .builder()
                .rule("R1")
                .otherwise("A")
                .build()
                .compile();
        assertThatThrownBy(() -> bound.with(foreign))
                .hasMessageContaining("The functions are for the columns")
                .hasMessageContaining("'u' has [vip");
    }

    @Test
    void an_error_or_an_open_question_makes_a_proof_unsound_and_only_the_question_inexact() {
        for (FindingLevel level : FindingLevel.values()) {
            ProofFinding finding =
                    new ProofFinding(ProofCode.values()[0], level, List.of("R1"), null, "m", List.of(), "");
            Verification proof = new Verification("t", "h", List.of(finding), Map.of());
            boolean open = level == FindingLevel.UNKNOWN;
            assertThat(proof.isExact()).as(level.name()).isEqualTo(!open);
            assertThat(proof.isSound()).as(level.name()).isEqualTo(!open && level != FindingLevel.ERROR);
            assertThat(proof.toString()).startsWith("table t: ").contains(level + " ");
        }
        Verification nothing = new Verification("t", "h", List.of(), Map.of());
        assertThat(nothing.isSound()).isTrue();
        assertThat(nothing).hasToString("table t: nothing to report");
    }
}
