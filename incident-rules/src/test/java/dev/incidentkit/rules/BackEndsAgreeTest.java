package dev.incidentkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.incidentkit.rules.internal.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every compiled form of some tables answers every input as the rules do, read one by one: tables whose cells have holes,
 * of one column to seven, of few rules and of many.
 */
class BackEndsAgreeTest {
    private static final Output<String> OUT = Output.text("out").allowing(List.of("low", "high", "middle"));
    private static final List<HitPolicy> POLICIES = List.of(
            HitPolicy.FIRST,
            HitPolicy.PRIORITY,
            HitPolicy.UNIQUE,
            HitPolicy.ANY,
            HitPolicy.COLLECT,
            HitPolicy.RULE_ORDER,
            HitPolicy.OUTPUT_ORDER);

    private final Random random = new Random(7);

    private static List<String> values(int column) {
        return IntStream.rangeClosed(0, 3 + column % 2)
                .mapToObj(value -> "v" + value)
                .toList();
    }

    /** Most of a column's values, none but some, or all; in a table of many columns at most two, so that trees hold it. */
    private CellCondition cell(int column, int columns) {
        List<String> values = values(column);
        if (columns > 3) {
            String first = values.get(random.nextInt(values.size()));
            String second = values.get(random.nextInt(values.size()));
            return CellCondition.anyOf(List.of(new CellCondition.Is(first), new CellCondition.Is(second)));
        }
        int kind = random.nextInt(5);
        List<CellCondition> some = new ArrayList<>(List.of(new CellCondition.Is(values.get(1))));
        for (String value : values) {
            if (random.nextBoolean()) {
                some.add(new CellCondition.Is(value));
            }
        }
        CellCondition any = CellCondition.anyOf(some);
        return kind == 0 ? CellCondition.any() : kind == 1 ? new CellCondition.Not(any) : any;
    }

    private RuleTable table(int columns, int rules, HitPolicy policy) {
        RuleSchema.Builder schema = RuleSchema.named("t").out(OUT).hitPolicy(policy);
        IntStream.range(0, columns).forEach(column -> schema.in(Input.oneOf("c" + column, values(column))));
        List<Rule> made = new ArrayList<>();
        for (int row = 0; row < rules; row++) {
            List<CellCondition> cells = IntStream.range(0, columns)
                    .mapToObj(column -> cell(column, columns))
                    .toList();
            made.add(new Rule("R" + row, cells, List.of(OUT.allowed().get(random.nextInt(3))), "", null));
        }
        return RuleTable.of(schema.build(), made);
    }

    /** What the hit policy makes of the rules that match: those that answer, or nothing where it is violated. */
    private static List<String> expected(RuleTable table, List<Integer> matching) {
        HitPolicy policy = table.schema().hitPolicy();
        long different = matching.stream()
                .map(row -> table.rules().get(row).outputs())
                .distinct()
                .count();
        if ((policy == HitPolicy.UNIQUE && matching.size() > 1) || (policy == HitPolicy.ANY && different > 1)) {
            return List.of("violated");
        }
        List<String> ranked = new ArrayList<>();
        for (int row : Ranking.order(table)) {
            if (matching.contains(row)) {
                ranked.add(table.rules().get(row).id());
            }
        }
        return policy.isSingleHit() && ranked.size() > 1 ? ranked.subList(0, 1) : ranked;
    }

    private static List<String> answer(CompiledTable compiled, Key key) {
        if (!compiled.table().schema().hitPolicy().isSingleHit()) {
            return compiled.decideAll(key).rules();
        }
        try {
            return List.of(compiled.decide(key).rule());
        } catch (HitPolicyViolatedException violated) {
            return List.of("violated");
        } catch (NoRuleMatchedException none) {
            return List.of();
        }
    }

    static Stream<Arguments> sizes() {
        return Stream.of(
                        Arguments.of(1, 5),
                        Arguments.of(2, 12),
                        Arguments.of(3, 63),
                        Arguments.of(3, 130),
                        Arguments.of(4, 20),
                        Arguments.of(5, 20),
                        Arguments.of(6, 15),
                        Arguments.of(7, 9))
                .flatMap(size -> POLICIES.stream().map(policy -> Arguments.of(size.get()[0], size.get()[1], policy)));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void every_form_answers_as_the_rules_do_read_one_by_one(int columns, int rules, HitPolicy policy) {
        RuleTable table = table(columns, rules, policy);
        List<CompiledTable> forms = new ArrayList<>(List.of(table.compile()));
        for (BackEnd form : BackEnd.values()) {
            forms.add(CompiledTable.of(table, form));
        }
        for (int i = 0; i < 300; i++) {
            List<String> input = IntStream.range(0, columns)
                    .mapToObj(column ->
                            values(column).get(random.nextInt(values(column).size())))
                    .toList();
            List<String> expected = expected(table, table.matching(input));
            for (CompiledTable form : forms) {
                Key key = form.newKey();
                input.forEach(key::put);
                if (policy == HitPolicy.COLLECT) {
                    assertThat(answer(form, key))
                            .as("%s of %s", form, input)
                            .containsExactlyInAnyOrderElementsOf(expected);
                } else {
                    assertThat(answer(form, key)).as("%s of %s", form, input).isEqualTo(expected);
                }
                BoundTable<List<String>> bound = form.bind((texts, bind) -> texts.forEach(bind::put));
                if (policy.isSingleHit() && !expected.equals(List.of("violated"))) {
                    assertThat(bound.find(input).stream().map(RuleOutcome::rule))
                            .isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void what_a_form_takes_grows_with_the_table_and_is_about_what_it_holds() {
        RuleTable small = table(3, 20, HitPolicy.FIRST);
        RuleTable large = table(3, 500, HitPolicy.FIRST);
        int cells = IntStream.range(0, 3).map(column -> values(column).size()).reduce(1, (a, b) -> a * b);
        assertThat(CompiledTable.of(small, BackEnd.DENSE).bytes()).isBetween(2L * cells, 2L * cells + 4 * 20 + 200);
        int columns = IntStream.range(0, 3).map(column -> values(column).size()).sum();
        assertThat(CompiledTable.of(large, BackEnd.BITSET).bytes())
                .isBetween(8L * 500 + columns, 8L * 500 + columns * (24L + 8 * 8));
        assertThat(CompiledTable.of(large, BackEnd.BOX_TREE).bytes())
                .isGreaterThan(500 * (9L + 3 * 8))
                .isLessThan(2_000_000);
        RuleTable several = table(3, 20, HitPolicy.RULE_ORDER);
        assertThat(CompiledTable.of(several, BackEnd.DENSE).bytes()).isBetween(4L * cells, 400L * cells);
    }

    private static Key key(CompiledTable table, Object value) {
        return table.newKey().put(value);
    }

    @Test
    void ordered_texts_are_told_apart_letter_by_letter() {
        Input<String> text = Input.text("text");
        String last = String.valueOf(Character.MAX_VALUE);
        RuleTable table = RuleSchema.named("t")
                .in(text)
                .out(Output.text("out"))
                .hitPolicy(HitPolicy.RULE_ORDER)
                .build()
                .builder()
                .rule("none")
                .when(text.is(""))
                .then("A")
                .rule("below b")
                .when(text.lessThan("b"))
                .then("A")
                .rule("net")
                .when(text.startsWith("net/"))
                .then("A")
                .rule("last of a")
                .when(text.startsWith("a" + last))
                .then("A")
                .rule("last")
                .when(text.startsWith(last))
                .then("A")
                .rule("m or from p until q")
                .when(text.is("m").or(text.fromUntil("p", "q")))
                .then("A")
                .rule("not x")
                .when(text.not(text.atLeast("x").or(text.is("m"))))
                .then("A")
                .build();
        List<String> inputs = List.of(
                "",
                "a",
                "a" + last,
                "a" + last + last,
                "b",
                "m",
                "ma",
                "net",
                "net/",
                "net/vpn",
                "net0",
                "p",
                "p1",
                "q",
                "wz",
                "x",
                "z",
                last,
                last + "a");
        for (BackEnd form : BackEnd.values()) {
            CompiledTable compiled = CompiledTable.of(table, form);
            for (String input : inputs) {
                List<String> expected = table.matching(List.of(input)).stream()
                        .map(row -> table.rules().get(row).id())
                        .toList();
                assertThat(compiled.decideAll(key(compiled, input)).rules())
                        .as("%s of '%s'", form, input)
                        .isEqualTo(expected);
            }
            assertThatExceptionOfType(InputRefusedException.class).isThrownBy(() -> key(compiled, 7));
            assertThatExceptionOfType(InputRefusedException.class)
                    .isThrownBy(() -> compiled.newKey().put(7L));
        }
        assertThat(table.matching(List.of("")).stream()
                        .map(row -> table.rules().get(row).id()))
                .containsExactly("none", "below b", "not x");
        assertThat(table.matching(List.of("m"))).hasSize(1);
    }
}
