package dev.incidentkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables whose rules hit many at a time: what they keep is bounded by what they answer. */
class ManyHitsTest {
    private static final Input<Boolean> FLAG = Input.flag("flag");
    private static final Output<String> OUT = Output.oneOf("out", List.of("a", "b"));

    private static RuleTable table(HitPolicy policy, int rules) {
        RuleTable.Builder builder = RuleSchema.named("t")
                .in(FLAG)
                .out(OUT)
                .hitPolicy(policy)
                .build()
                .builder();
        for (int i = 0; i < rules; i++) {
            builder.rule("R" + i).then("a");
        }
        return builder.build();
    }

    @ParameterizedTest
    @EnumSource(names = {"COLLECT", "RULE_ORDER", "OUTPUT_ORDER"})
    void twenty_thousand_rules_that_hit_together_keep_their_answers_alone(HitPolicy policy) {
        CompiledTable compiled = table(policy, 20_000).compile();

        assertThat(compiled.backEnd()).isEqualTo(BackEnd.DENSE);
        assertThat(compiled.bytes()).isBetween(2 * 4L * 20_000, 500_000L);
        List<String> hits = compiled.decideAll(compiled.newKey().put(true)).rules();
        assertThat(hits)
                .isEqualTo(IntStream.range(0, 20_000).mapToObj(i -> "R" + i).toList());
    }

    /** Each value of a column has half of the rules: a thousand answers of some thousand rows are too many to keep. */
    @Test
    void answers_that_are_too_many_to_keep_are_left_to_another_back_end() {
        Input<Long> number = Input.integer("number", 0, 999);
        RuleTable.Builder builder = RuleSchema.named("t")
                .in(number)
                .out(OUT)
                .hitPolicy(HitPolicy.COLLECT)
                .build()
                .builder();
        for (long i = 0; i < 12_000; i++) {
            long low = i % 1_000;
            builder.rule("R" + i)
                    .when(number.between(Math.max(0, low - 400), low))
                    .then("b");
        }
        RuleTable table = builder.build();

        assertThatThrownBy(() -> CompiledTable.of(table, BackEnd.DENSE)).isInstanceOf(RuleTableException.class);
        CompiledTable compiled = table.compile();
        assertThat(compiled.backEnd()).isNotEqualTo(BackEnd.DENSE);
        assertThat(compiled.bytes()).isLessThan(20_000_000);
        for (long value : new long[] {0, 400, 999}) {
            List<String> expected = table.matching(List.of(value)).stream()
                    .map(row -> table.rules().get(row).id())
                    .toList();
            assertThat(compiled.decideAll(compiled.newKey().put(value)).rules()).isEqualTo(expected);
        }
    }
}
