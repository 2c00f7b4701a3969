package dev.incidentkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Decisions by ordinals are those by values, for each number of columns and in each compiled form. */
class OrdinalDecisionTest {
    private static final int MOST = 5;
    private static final Output<String> OUT = Output.text("out");
    private static final Output<String> OUT_OR_NOBODY = OUT.otherwise("nobody");

    /** Columns of different sizes, so that none can be taken for another. */
    private static List<String> values(int column) {
        return IntStream.rangeClosed(0, column + 1)
                .mapToObj(value -> "c" + column + "v" + value)
                .toList();
    }

    private static List<int[]> cells(int columns) {
        List<int[]> cells = List.of(new int[0]);
        for (int column = 0; column < columns; column++) {
            List<int[]> longer = new ArrayList<>();
            for (int[] cell : cells) {
                for (int value = 0; value < values(column).size(); value++) {
                    int[] next = Arrays.copyOf(cell, column + 1);
                    next[column] = value;
                    longer.add(next);
                }
            }
            cells = longer;
        }
        return cells;
    }

    private static List<String> texts(int[] cell) {
        return IntStream.range(0, cell.length)
                .mapToObj(column -> values(column).get(cell[column]))
                .toList();
    }

    /** A rule for each cell but for some that are left to the default or to nobody. */
    private static RuleTable table(int columns, Output<String> out) {
        RuleSchema.Builder schema = RuleSchema.named("t");
        for (int column = 0; column < columns; column++) {
            schema.in(Input.oneOf("c" + column, values(column)));
        }
        schema.out(out).hitPolicy(HitPolicy.UNIQUE);
        List<Rule> rules = new ArrayList<>();
        for (int[] cell : cells(columns)) {
            if (isRuled(cell)) {
                List<CellCondition> conditions = new ArrayList<>();
                texts(cell).forEach(text -> conditions.add(new CellCondition.Is(text)));
                String name = String.join(" ", texts(cell));
                rules.add(new Rule(name, conditions, List.of(name), "", null));
            }
        }
        return RuleTable.of(schema.build(), rules);
    }

    private static boolean isRuled(int[] cell) {
        return IntStream.of(cell).sum() % 3 != 1;
    }

    private static RuleOutcome at(CompiledTable table, int[] cell) {
        return switch (cell.length) {
            case 1 -> table.at(cell[0]);
            case 2 -> table.at(cell[0], cell[1]);
            case 3 -> table.at(cell[0], cell[1], cell[2]);
            case 4 -> table.at(cell[0], cell[1], cell[2], cell[3]);
            default -> table.at(cell[0], cell[1], cell[2], cell[3], cell[4]);
        };
    }

    static Stream<Arguments> forms() {
        return IntStream.rangeClosed(1, MOST)
                .boxed()
                .flatMap(columns -> Stream.of(BackEnd.values()).map(form -> Arguments.of(columns, form)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void ordinals_decide_as_the_values_that_they_stand_for(int columns, BackEnd form) {
        CompiledTable strict = CompiledTable.of(table(columns, OUT), form);
        CompiledTable lenient = CompiledTable.of(table(columns, OUT_OR_NOBODY), form);
        assertThat(strict.backEnd()).isEqualTo(form);
        assertThat(strict).hasToString(strict.table() + " as " + form);
        assertThat(strict.fallback()).isEmpty();
        assertThat(lenient.fallback().orElseThrow().get(OUT_OR_NOBODY)).isEqualTo("nobody");
        for (int[] cell : cells(columns)) {
            List<String> texts = texts(cell);
            int[] ordinals = IntStream.range(0, columns)
                    .map(column -> strict.ordinal(column, texts.get(column)))
                    .toArray();
            Key key = lenient.newKey();
            texts.forEach(key::put);
            if (isRuled(cell)) {
                assertThat(at(strict, ordinals).get(OUT)).isEqualTo(String.join(" ", texts));
                assertThat(at(lenient, ordinals)).isEqualTo(lenient.decide(key));
                assertThat(lenient.outcome(lenient.row(key))).isEqualTo(lenient.decide(key));
            } else {
                assertThatThrownBy(() -> at(strict, ordinals))
                        .isInstanceOfSatisfying(
                                NoRuleMatchedException.class,
                                refused -> assertThat(refused.input().values())
                                        .containsExactlyElementsOf(texts.stream()
                                                .map(text -> '"' + text + '"')
                                                .toList()));
                assertThat(at(lenient, ordinals).get(OUT_OR_NOBODY)).isEqualTo("nobody");
                assertThat(lenient.decide(key).get(OUT_OR_NOBODY)).isEqualTo("nobody");
                assertThat(lenient.row(key)).isEqualTo(-1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void an_ordinal_past_a_column_is_refused_and_so_is_another_number_of_them(int columns, BackEnd form) {
        CompiledTable table = CompiledTable.of(table(columns, OUT_OR_NOBODY), form);
        for (int column = 0; column < columns; column++) {
            int[] low = new int[columns];
            low[column] = -1;
            int[] high = new int[columns];
            high[column] = values(column).size();
            assertThatThrownBy(() -> at(table, low)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> at(table, high)).isInstanceOf(IndexOutOfBoundsException.class);
        }
        for (int others = 1; others <= MOST; others++) {
            int[] cell = new int[others];
            if (others != columns) {
                assertThatThrownBy(() -> at(table, cell)).hasMessageContaining("but " + others + " ordinals came");
            }
        }
    }

    @Test
    void an_output_that_is_declared_otherwise_is_told_from_one_that_is_not_there() {
        RuleOutcome outcome = table(1, OUT_OR_NOBODY).compile().at(0);
        assertThatThrownBy(() -> outcome.get(OUT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Table 't' declares the output 'out' otherwise: ask with the column that its schema has");
        assertThatThrownBy(() -> outcome.get(Output.text("other")))
                .hasMessage("Table 't' has the outputs [out], but was asked for 'other'");
    }

    @Test
    void of_rules_as_near_the_one_that_asks_more_is_the_nearest_miss_and_of_those_the_first() {
        Input<Boolean> vip = Input.flag("vip");
        Input<Boolean> major = Input.flag("major");
        CompiledTable table = RuleSchema.named("t")
                .in(vip)
                .in(major)
                .out(OUT)
                .hitPolicy(HitPolicy.FIRST)
                .build()
                .builder()
                .rule("both")
                .when(vip.is(true), major.is(true))
                .then("A")
                .rule("one")
                .when(vip.is(true))
                .then("B")
                .rule("half")
                .when(vip.is(false), major.is(true))
                .then("C")
                .rule("other half")
                .when(vip.is(true), major.is(false))
                .then("D")
                .build()
                .compile();

        TableExplanation quiet = table.explain(Map.of("vip", false, "major", false));
        assertThat(quiet.nearestMiss().orElseThrow().rule()).isEqualTo("half");
        assertThat(quiet.violated()).isFalse();
        TableExplanation loud = table.explain(Map.of("vip", true, "major", true));
        assertThat(loud.decided()).containsExactly("both");
        assertThat(loud.nearestMiss().orElseThrow().rule()).isEqualTo("half");
    }

    @Test
    void rules_that_agree_do_not_violate_any_and_a_rule_that_looks_at_nothing_says_so() {
        Input<Boolean> vip = Input.flag("vip");
        CompiledTable table = RuleSchema.named("t")
                .in(vip)
                .out(OUT)
                .hitPolicy(HitPolicy.ANY)
                .build()
                .builder()
                .rule("R1")
                .when(vip.is(true))
                .then("A")
                .rule("R2")
                .otherwise("A")
                .build()
                .compile();

        TableExplanation agreed = table.explain(Map.of("vip", true));
        assertThat(agreed.violated()).isFalse();
        assertThat(agreed.decided()).hasSize(1);
        assertThat(table.explain(Map.of("vip", false)).text()).contains("R2 decides: it looks at no column");
    }
}
