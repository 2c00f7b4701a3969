package dev.incidentkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The ranges into which the bounds of a column's cells cut its values: how they are called, and what lies in which. */
class RangesTest {
    private static final Input<Boolean> FLAG = Input.flag("flag");
    private static final Input<BigDecimal> LOSS = Input.decimal("loss");
    private static final Output<String> OUT = Output.text("out");

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    /** A table whose rules cut a column, and which has no rule where the flag is not set. */
    private static <T> CompiledTable cut(Input<T> column, BackEnd form, Cell... cells) {
        RuleTable.Builder rules = RuleSchema.named("t")
                .in(column)
                .in(FLAG)
                .out(OUT)
                .hitPolicy(HitPolicy.FIRST)
                .build()
                .builder();
        for (int i = 0; i < cells.length; i++) {
            rules.rule("R" + i).when(cells[i], FLAG.is(true)).then("A");
        }
        return CompiledTable.of(rules.build(), form);
    }

    private static CompiledTable losses(Input<BigDecimal> column, BackEnd form) {
        return cut(
                column,
                form,
                column.lessThan(decimal("10")),
                column.is(decimal("20.5")),
                column.fromUntil(decimal("30"), decimal("40")),
                column.moreThan(decimal("100")));
    }

    /** The words for each range of the first column, as refusals have them. */
    private static List<String> labels(CompiledTable table, String column, int count) {
        List<String> labels = new ArrayList<>();
        for (int ordinal = 0; ordinal < count; ordinal++) {
            int range = ordinal;
            assertThatExceptionOfType(NoRuleMatchedException.class)
                    .isThrownBy(() -> table.at(range, table.ordinal(1, false)))
                    .satisfies(refused -> labels.add(refused.input().get(column)));
        }
        return labels;
    }

    @ParameterizedTest
    @EnumSource
    void ranges_are_called_by_their_bounds(BackEnd form) {
        List<String> decimals = List.of("< 10", "[10..20.5)", "20.5", "(20.5..30)", "[30..40)", "[40..100]", "> 100");
        assertThat(labels(losses(LOSS, form), "loss", 7)).isEqualTo(decimals);
        assertThat(labels(losses(Input.decimal("loss", decimal("-5"), decimal("1000")), form), "loss", 7))
                .isEqualTo(decimals);
        Input<Long> users = Input.integer("users");
        CompiledTable whole =
                cut(users, form, users.lessThan(10L), users.is(20L), users.fromUntil(30L, 40L), users.moreThan(100L));
        assertThat(labels(whole, "users", 7))
                .containsExactly("<= 9", "[10..19]", "20", "[21..29]", "[30..39]", "[40..100]", ">= 101");
        Input<Duration> age = Input.duration("age");
        CompiledTable ages = cut(
                age,
                form,
                age.lessThan(Duration.ofHours(1)),
                age.is(Duration.ofHours(2)),
                age.moreThan(Duration.ofHours(4)));
        assertThat(labels(ages, "age", 5)).containsExactly("< PT1H", "[PT1H..PT2H)", "PT2H", "(PT2H..PT4H]", "> PT4H");
        Input<LocalDate> day = Input.date("day");
        CompiledTable days = cut(day, form, day.lessThan(LocalDate.of(2026, 1, 1)), day.is(LocalDate.of(2026, 3, 1)));
        assertThat(labels(days, "day", 4))
                .containsExactly("<= 2025-12-31", "[2026-01-01..2026-02-28]", "2026-03-01", ">= 2026-03-02");
        Input<String> text = Input.text("text").orMissing();
        CompiledTable texts = cut(text, form, text.is("a"), text.startsWith("net/"), text.isMissing());
        assertThat(labels(texts, "text", 4))
                .containsExactly("\"a\"", "starts with(?, \"net/\")", "any other text", "null");
        Input<String> letters = Input.text("text");
        CompiledTable ordered =
                cut(letters, form, letters.lessThan("b"), letters.startsWith("net/"), letters.atLeast("x"));
        assertThat(labels(ordered, "text", 5))
                .containsExactly(
                        "< \"b\"", "[\"b\"..\"net/\")", "[\"net/\"..\"net0\")", "[\"net0\"..\"x\")", ">= \"x\"");
    }

    static Stream<Arguments> losses() {
        List<Map.Entry<String, Integer>> values = List.of(
                Map.entry("-5", 0),
                Map.entry("9.999999999999999999999", 0),
                Map.entry("10", 1),
                Map.entry("10.0000000000000000000001", 1),
                Map.entry("20.4999999999999999999999", 1),
                Map.entry("20.5", 2),
                Map.entry("20.50", 2),
                Map.entry("20.5000000000000000000001", 3),
                Map.entry("29.9999", 3),
                Map.entry("30", 4),
                Map.entry("39.9999", 4),
                Map.entry("40", 5),
                Map.entry("100", 5),
                Map.entry("1E+2", 5),
                Map.entry("100.0000000000000000000001", 6),
                Map.entry("1000", 6));
        return Stream.of(BackEnd.values())
                .flatMap(form ->
                        values.stream().map(value -> Arguments.of(form, decimal(value.getKey()), value.getValue())));
    }

    /** The rule of each range; null where no rule looks at it. */
    private static @Nullable String rule(int range) {
        return switch (range) {
            case 0 -> "R0";
            case 2 -> "R1";
            case 4 -> "R2";
            case 6 -> "R3";
            default -> null;
        };
    }

    @ParameterizedTest
    @MethodSource("losses")
    void a_number_lies_in_the_same_range_however_it_comes(BackEnd form, BigDecimal value, int range) {
        for (CompiledTable table :
                List.of(losses(LOSS, form), losses(Input.decimal("loss", decimal("-5"), decimal("1000")), form))) {
            assertThat(table.ordinal(0, value)).isEqualTo(range);
            List<Key> keys =
                    new ArrayList<>(List.of(table.newKey().put((Object) value).put(true)));
            double number = value.doubleValue();
            if (BigDecimal.valueOf(number).compareTo(value) == 0) {
                keys.add(table.newKey().put(number).put(true));
                keys.add(table.newKey().put((Object) number).put(true));
            }
            if (value.stripTrailingZeros().scale() <= 0) {
                keys.add(table.newKey().put(value.longValueExact()).put(true));
                keys.add(table.newKey().put((Object) value.longValueExact()).put(true));
                keys.add(table.newKey().put((Object) value.intValueExact()).put(true));
            }
            for (Key key : keys) {
                int row = table.row(key);
                assertThat(row < 0 ? null : table.outcome(row).rule())
                        .as("%s", key)
                        .isEqualTo(rule(range));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void numbers_far_from_all_bounds_lie_in_the_outermost_ranges_and_past_a_columns_bounds_they_are_refused(
            BackEnd form) {
        CompiledTable open = losses(LOSS, form);
        CompiledTable bounded = losses(Input.decimal("loss", decimal("-5"), decimal("1000")), form);
        for (BigDecimal far : List.of(
                decimal("1E+17"),
                decimal("1E+18"),
                decimal("4611686018427387904"),
                decimal("1E+40"),
                decimal("1E+300"))) {
            assertThat(open.ordinal(0, far)).isEqualTo(6);
            assertThat(open.ordinal(0, far.negate())).isZero();
            assertThat(open.row(open.newKey().put(far.doubleValue()).put(true))).isEqualTo(3);
            assertThat(open.row(open.newKey().put(-far.doubleValue()).put(true)))
                    .isZero();
            assertThatExceptionOfType(InputRefusedException.class).isThrownBy(() -> bounded.ordinal(0, far));
            assertThatExceptionOfType(InputRefusedException.class).isThrownBy(() -> bounded.ordinal(0, far.negate()));
            assertThatExceptionOfType(InputRefusedException.class)
                    .isThrownBy(() -> bounded.newKey().put(-far.doubleValue()));
        }
        for (long far : new long[] {Long.MAX_VALUE, Long.MAX_VALUE / 2, Long.MAX_VALUE / 20, Long.MAX_VALUE / 20 + 1}) {
            assertThat(open.row(open.newKey().put(far).put(true))).isEqualTo(3);
            assertThat(open.row(open.newKey().put(-far).put(true))).isZero();
            assertThatExceptionOfType(InputRefusedException.class)
                    .isThrownBy(() -> bounded.newKey().put(far));
        }
        assertThat(open.row(open.newKey().put(Long.MIN_VALUE).put(true))).isZero();
        for (double beyond : new double[] {-5.000001, 1000.000001, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatExceptionOfType(InputRefusedException.class)
                    .isThrownBy(() -> bounded.newKey().put(beyond));
        }
        assertThatExceptionOfType(InputRefusedException.class)
                .isThrownBy(() -> open.newKey().put((Object) "10"));
    }

    @ParameterizedTest
    @EnumSource
    void a_number_that_is_named_behind_a_not_or_among_alternatives_alone_counts_to_its_last_digit(BackEnd form) {
        Input<BigDecimal> rate = Input.decimal("rate");
        CompiledTable table = cut(
                rate,
                form,
                rate.is(decimal("0.125")).or(rate.between(decimal("0.1255"), decimal("0.1256"))),
                rate.not(decimal("0.1254")));
        assertThat(table.row(table.newKey().put(decimal("0.125")).put(true))).isZero();
        assertThat(table.row(table.newKey().put(decimal("0.1251")).put(true))).isEqualTo(1);
        assertThat(table.row(table.newKey().put(decimal("0.1254")).put(true))).isEqualTo(-1);
        assertThat(table.row(table.newKey().put(decimal("0.12541")).put(true))).isEqualTo(1);
        assertThat(table.row(table.newKey().put(decimal("0.12555")).put(true))).isZero();
        Input<BigDecimal> other = Input.decimal("other");
        CompiledTable not = cut(other, form, other.not(decimal("0.1254")));
        assertThat(not.row(not.newKey().put(decimal("0.1254")).put(true))).isEqualTo(-1);
        assertThat(not.row(not.newKey().put(decimal("0.1253")).put(true))).isZero();
        CompiledTable any = cut(other, form, other.in(decimal("0.1254"), decimal("7")));
        assertThat(any.row(any.newKey().put(decimal("0.1254")).put(true))).isZero();
        assertThat(any.row(any.newKey().put(decimal("0.1253")).put(true))).isEqualTo(-1);
    }

    @Test
    void a_column_of_eighteen_digits_still_tells_neighbours_apart() {
        Input<BigDecimal> fine = Input.decimal("fine");
        CompiledTable table = cut(
                fine,
                BackEnd.DENSE,
                fine.is(decimal("123456789.123456789")),
                fine.not(decimal("123456789.123456788"), decimal("123456789.123456790")));
        assertThat(table.ordinal(0, decimal("123456789.123456788"))).isEqualTo(1);
        assertThat(table.ordinal(0, decimal("123456789.1234567885"))).isEqualTo(2);
        assertThat(table.ordinal(0, decimal("123456789.123456789"))).isEqualTo(3);
        assertThat(table.ordinal(0, decimal("123456789.12345679"))).isEqualTo(5);
        assertThat(table.ordinal(0, decimal("123456789.12345680"))).isEqualTo(6);
    }
}
