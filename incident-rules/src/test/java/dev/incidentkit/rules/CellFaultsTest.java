package dev.incidentkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.rules.CellCondition.Compare;
import dev.incidentkit.rules.CellCondition.End;
import dev.incidentkit.rules.CellCondition.Interval;
import dev.incidentkit.rules.CellCondition.Is;
import dev.incidentkit.rules.CellCondition.Not;
import dev.incidentkit.rules.CellCondition.Operator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a single cell cannot say, wherever in the cell it stands, and the one form of what it can. */
class CellFaultsTest {
    private static final Input<Boolean> VIP = Input.flag("vip");
    private static final Input<Duration> AGE = Input.duration("age");
    private static final Input<Severity> SEVERITY = Input.scale("severity", Scale.SEVERITY);
    private static final Input<Long> USERS = Input.integer("users", 0, 100);
    private static final Input<String> CATEGORY = Input.text("category").orMissing();
    private static final Input<String> SITE = Input.oneOf("site", List.of("Bern", "Basel"));
    private static final Duration HOUR = Duration.ofHours(1);

    private static Map<RuleCode, String> faults(Input<?> input, CellCondition condition) {
        return RuleTable.faults(input, condition);
    }

    @Test
    void a_sound_cell_has_no_faults() {
        assertThat(faults(VIP, new Is(true))).isEmpty();
        assertThat(faults(AGE, new Compare(Operator.LESS, HOUR))).isEmpty();
        assertThat(faults(AGE, new Interval(HOUR, End.CLOSED, HOUR, End.CLOSED)))
                .isEmpty();
        assertThat(faults(CATEGORY, new Not(CellCondition.isNull()))).isEmpty();
        assertThat(faults(CATEGORY, new CellCondition.Prefix("net/"))).isEmpty();
        assertThat(faults(SEVERITY, new Interval(Severity.SEV3, End.CLOSED, Severity.SEV1, End.CLOSED)))
                .isEmpty();
    }

    @Test
    void a_fault_is_found_in_each_alternative_and_behind_a_not() {
        CellCondition hidden = CellCondition.anyOf(List.of(new Is(true), CellCondition.isNull()));
        assertThat(faults(VIP, hidden))
                .containsExactly(Map.entry(
                        RuleCode.NULL_UNSUITED,
                        "'vip' always has a value; declare it with orMissing() to ask for null"));
        assertThat(faults(VIP, new Not(hidden))).containsOnlyKeys(RuleCode.NULL_UNSUITED);
        assertThat(faults(AGE, new Not(new Is("old")))).containsOnlyKeys(RuleCode.TYPE_MISMATCH);
        assertThat(faults(AGE, CellCondition.anyOf(List.of(new Is("old"), new Is(7)))))
                .containsExactly(Map.entry(
                        RuleCode.TYPE_MISMATCH,
                        "'old' is a String, not of type DurationType; '7' is a Integer, not of type DurationType"));
    }

    @Test
    void what_has_no_order_cannot_be_compared() {
        assertThat(faults(VIP, new Compare(Operator.AT_LEAST, true)))
                .containsExactly(Map.entry(
                        RuleCode.CONDITION_UNSUITED, "values of 'vip' have no order, so >= true means nothing"));
        assertThat(faults(SITE, new Interval("Basel", End.CLOSED, "Bern", End.CLOSED)))
                .containsExactly(Map.entry(
                        RuleCode.CONDITION_UNSUITED,
                        "values of 'site' have no order, so [\"Basel\"..\"Bern\"] means nothing"));
    }

    @Test
    void bounds_of_another_type_or_out_of_the_columns_range_are_refused() {
        assertThat(faults(AGE, new Compare(Operator.LESS, "1h"))).containsOnlyKeys(RuleCode.TYPE_MISMATCH);
        assertThat(faults(USERS, new Compare(Operator.LESS, 101L))).containsOnlyKeys(RuleCode.VALUE_UNKNOWN);
        assertThat(faults(SEVERITY, new Is(RandomTables.strange()))).containsOnlyKeys(RuleCode.VALUE_UNKNOWN);
        assertThat(faults(AGE, new Interval("1h", End.CLOSED, HOUR, End.CLOSED)))
                .containsOnlyKeys(RuleCode.TYPE_MISMATCH);
        assertThat(faults(AGE, new Interval(HOUR, End.CLOSED, "2h", End.CLOSED)))
                .containsOnlyKeys(RuleCode.TYPE_MISMATCH);
        assertThat(faults(SITE, new CellCondition.Prefix("B"))).isEmpty();
        assertThat(faults(USERS, new CellCondition.Prefix("1")))
                .containsExactly(Map.entry(RuleCode.CONDITION_UNSUITED, "only texts have prefixes: starts with(?, 1)"));
    }

    @Test
    void an_interval_that_holds_nothing_is_refused_with_the_reason() {
        for (End low : End.values()) {
            for (End high : End.values()) {
                boolean point = low == End.CLOSED && high == End.CLOSED;
                Map<RuleCode, String> faults = faults(AGE, new Interval(HOUR, low, HOUR, high));
                if (point) {
                    assertThat(faults).isEmpty();
                } else {
                    assertThat(faults).containsOnlyKeys(RuleCode.INTERVAL_EMPTY);
                    assertThat(faults.get(RuleCode.INTERVAL_EMPTY)).endsWith("is empty (its ends exclude each other)");
                }
            }
        }
        assertThat(faults(SEVERITY, new Interval(Severity.SEV1, End.CLOSED, Severity.SEV3, End.CLOSED)))
                .containsExactly(Map.entry(RuleCode.INTERVAL_EMPTY, "[SEV1..SEV3] is empty (it starts after its end)"));
    }

    private static RuleTable table(Input<?> input, CellCondition condition) {
        RuleSchema schema = RuleSchema.named("t")
                .in(input)
                .out(Output.text("team"))
                .hitPolicy(HitPolicy.FIRST)
                .build();
        return RuleTable.of(schema, List.of(rule("R1", List.of(condition), "A")));
    }

    private static Rule rule(String id, List<CellCondition> conditions, @Nullable Object... outputs) {
        return new Rule(id, conditions, new ArrayList<>(Arrays.asList(outputs)), "", null);
    }

    private static CellCondition kept(Input<?> input, CellCondition condition) {
        return table(input, condition).rules().get(0).conditions().get(0);
    }

    @Test
    void a_cell_is_kept_in_the_form_of_its_column() {
        assertThat(kept(USERS, new Is(5))).isEqualTo(new Is(5L));
        assertThat(kept(USERS, new Compare(Operator.LESS, 5))).isEqualTo(new Compare(Operator.LESS, 5L));
        assertThat(kept(USERS, new Interval(5, End.OPEN, 6, End.CLOSED)))
                .isEqualTo(new Interval(5L, End.OPEN, 6L, End.CLOSED));
        assertThat(kept(USERS, CellCondition.anyOf(List.of(new Is(5), new Is(6)))))
                .isEqualTo(CellCondition.anyOf(List.of(new Is(5L), new Is(6L))));
        assertThat(kept(USERS, new Not(new Is(5)))).isEqualTo(new Not(new Is(5L)));
    }

    @Test
    void what_is_not_true_is_false() {
        assertThat(kept(VIP, new Not(new Is(true)))).isEqualTo(new Is(false));
        assertThat(kept(VIP, new Not(new Is(false)))).isEqualTo(new Is(true));
    }

    @Test
    void a_missing_value_among_what_a_not_refuses_says_nothing_but_alone_it_asks_for_any_value() {
        CellCondition both = CellCondition.anyOf(List.of(new Is("vpn"), CellCondition.isNull()));
        assertThat(kept(CATEGORY, new Not(both))).isEqualTo(new Not(new Is("vpn")));
        assertThat(kept(CATEGORY, new Not(CellCondition.isNull()))).isEqualTo(new Not(CellCondition.isNull()));
        assertThat(kept(CATEGORY, both)).isEqualTo(both);
        CellCondition two = CellCondition.anyOf(List.of(new Is("vpn"), new Is("mail")));
        assertThat(kept(CATEGORY, new Not(two))).isEqualTo(new Not(two));
    }

    @Test
    void a_rule_with_too_few_or_too_many_cells_or_outputs_is_refused_with_both_numbers() {
        RuleSchema schema = table(VIP, new Is(true)).schema();
        CellCondition any = CellCondition.any();

        assertThatThrownBy(() -> RuleTable.of(schema, List.of(rule("R1", List.of(), "A"))))
                .hasMessageContaining("a rule has 1 conditions, one for each of [vip")
                .hasMessageContaining("but this has 0");
        assertThatThrownBy(() -> RuleTable.of(schema, List.of(rule("R1", List.of(any, any), "A"))))
                .hasMessageContaining("but this has 2");
        assertThatThrownBy(() -> RuleTable.of(schema, List.of(rule("R1", List.of(any)))))
                .hasMessageContaining("a rule has 1 outputs")
                .hasMessageContaining("but this has 0");
    }

    @Test
    void an_output_of_another_type_one_that_is_missing_and_one_that_is_not_allowed_are_refused() {
        RuleSchema schema = RuleSchema.named("t")
                .in(VIP)
                .out(Output.text("team").allowing(List.of("A", "B")))
                .out(Output.integer("points").orMissing())
                .hitPolicy(HitPolicy.FIRST)
                .build();
        List<CellCondition> any = List.of(CellCondition.any());

        assertThatThrownBy(() -> RuleTable.of(
                        schema,
                        List.of(
                                rule("R1", any, "C", 1),
                                rule("R2", any, null, 1),
                                rule("R3", any, "A", "many"),
                                rule("R4", any, "B", null))))
                .isInstanceOfSatisfying(
                        RuleTableException.class,
                        refused -> assertThat(refused.findings())
                                .containsExactly(
                                        "RULES-201 table t rule R1 column team: 'C' is none of the allowed values: [A, B]",
                                        "RULES-205 table t rule R2 column team: the output 'team' is missing",
                                        "RULES-202 table t rule R3 column points: 'many' is a String, not of type IntegerType"));
        assertThat(RuleTable.of(schema, List.of(rule("R1", any, "B", 7)))
                        .rules()
                        .get(0)
                        .outputs())
                .containsExactly("B", 7L);
    }

    @Test
    void an_identifier_has_up_to_a_hundred_characters() {
        RuleSchema schema = table(VIP, new Is(true)).schema();
        List<CellCondition> any = List.of(CellCondition.any());

        assertThat(RuleTable.of(schema, List.of(rule("r".repeat(100), any, "A")))
                        .rules())
                .hasSize(1);
        for (String id : List.of("r".repeat(101), " ", "default")) {
            assertThatThrownBy(() -> RuleTable.of(schema, List.of(rule(id, any, "A"))))
                    .hasMessageContaining("but this is '" + id + "'");
        }
    }
}
