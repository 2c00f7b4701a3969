package dev.incidentkit.rules.dmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.format.FormatFinding;
import dev.incidentkit.rules.format.ReadLimits;
import dev.incidentkit.rules.format.Samples;
import dev.incidentkit.rules.format.TableFormatException;
import dev.incidentkit.rules.format.TableReader;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DmnModelTest {
    private final DmnModel model = DmnModel.read("chain.dmn", Samples.file("chain.dmn"), ReadLimits.defaults());

    private @Nullable Object ask(String decision, @Nullable Object age, @Nullable Object size) {
        Map<String, @Nullable Object> ticket = new HashMap<>();
        ticket.put("age", age);
        ticket.put("size", size);
        return model.evaluate(decision, Map.of("the ticket", ticket));
    }

    @Test
    void a_decision_asks_the_decisions_that_it_requires() {
        assertThat(ask("Team", 5, "large")).isEqualTo("L2");
        assertThat(ask("Team", 1, "large")).isEqualTo("L1");
        assertThat(ask("Weight", 5, "large")).isEqualTo(new BigDecimal("3.5"));
    }

    @Test
    void where_no_rule_matches_the_answer_is_the_default_or_null() {
        assertThat(ask("Weight", 1, "small")).isNull();
        assertThat(ask("Team", 1, "small")).isEqualTo("none");
    }

    @Test
    void a_missing_value_meets_only_cells_that_demand_nothing() {
        assertThat(ask("Weight", null, "large")).isEqualTo(new BigDecimal("1.5"));
        assertThat(model.evaluate("Weight", Map.of())).isNull();
    }

    @Test
    void two_matching_rules_of_a_unique_table_are_named() {
        assertThatThrownBy(() -> ask("Team", 5, "small"))
                .isInstanceOf(DmnEvaluationException.class)
                .hasMessageContaining("[T1, T3]")
                .hasMessageContaining("UNIQUE");
    }

    @Test
    void a_value_that_its_column_does_not_have_is_named() {
        assertThatThrownBy(() -> ask("Team", 5, "huge"))
                .isInstanceOf(DmnEvaluationException.class)
                .hasMessageContaining("'huge'")
                .hasMessageContaining("small, large");
        assertThatThrownBy(() -> ask("Team", "old", "small")).hasMessageContaining("must be a number");
    }

    @Test
    void a_decision_without_logic_takes_a_given_value_and_says_so_otherwise() {
        assertThat(model.evaluate("By hand", Map.of("By hand", 7))).isEqualTo(7);
        assertThatThrownBy(() -> model.evaluate("By hand", Map.of())).hasMessageContaining("no logic");
        assertThatThrownBy(() -> model.evaluate("Nothing", Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThat(model.decision("Team").requires()).containsExactly("Weight");
        assertThat(model.tables()).hasSize(2);
        assertThat(model.findings()).extracting(FormatFinding::message).anyMatch(text -> text.contains("no logic"));
        assertThat(model).hasToString("chain[Weight, Team, By hand]");
    }

    @ParameterizedTest
    @CsvSource({"dateTime, 2026-03-01T09:00, 2026-03-01T09:00Z", "time, 09:00, 09:00Z"})
    void a_column_that_names_no_time_takes_times_with_a_zone_and_without(String type, String local, String zoned) {
        DmnModel missing = DmnModel.read("m", Models.oneRow(type, "not(null)"), ReadLimits.defaults());
        String literal = (type.equals("time") ? "time" : "date and time") + "(\"" + local + ":00\")";
        DmnModel named = DmnModel.read("m", Models.oneRow(type, literal), ReadLimits.defaults());

        assertThat(missing.evaluate("decision", Map.of("x", value(local)))).isEqualTo(true);
        assertThat(missing.evaluate("decision", Map.of("x", value(zoned)))).isEqualTo(true);
        assertThat(named.evaluate("decision", Map.of("x", value(local)))).isEqualTo(true);
        assertThatThrownBy(() -> named.evaluate("decision", Map.of("x", value(zoned))))
                .hasMessageContaining("with a zone");
    }

    @ParameterizedTest
    @CsvSource({
        "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
        "http://www.omg.org/spec/DMN/20180521/MODEL/",
        "https://www.omg.org/spec/DMN/20191111/MODEL/",
        "https://www.omg.org/spec/DMN/20230324/MODEL/"
    })
    void every_version_is_read(String namespace) {
        String xml = Samples.file("chain.dmn").replace("https://www.omg.org/spec/DMN/20211108/MODEL/", namespace);

        assertThat(DmnModel.read("chain.dmn", xml, ReadLimits.defaults()).tables())
                .isEqualTo(model.tables());
    }

    private static Object value(String text) {
        if (text.endsWith("Z")) {
            return text.contains("T") ? OffsetDateTime.parse(text) : OffsetTime.parse(text);
        }
        return text.contains("T") ? LocalDateTime.parse(text) : LocalTime.parse(text);
    }

    @Test
    void a_ranked_table_is_exported_sorted_under_a_policy_that_modelers_run() {
        Input<Boolean> vip = Input.flag("vip");
        RuleSchema schema = RuleSchema.named("rank")
                .in(vip)
                .out(Output.oneOf("team", List.of("A", "B")))
                .hitPolicy(HitPolicy.PRIORITY)
                .build();
        RuleTable table = schema.builder()
                .rule("low row")
                .otherwise("B")
                .rule("top")
                .when(vip.is(true))
                .then("A")
                .build();

        DmnExport export = DmnWriter.write("rank", List.of(table));

        assertThat(export.warnings()).extracting(FormatFinding::message).anyMatch(text -> text.contains("FIRST"));
        RuleTable read = TableReader.of(
                        RuleSchema.builder(schema).hitPolicy(HitPolicy.FIRST).build())
                .readDmn("rank.dmn", export.xml())
                .table("rank");
        assertThat(read.rules()).extracting(rule -> rule.id()).containsExactly("top", "low row");
    }

    @Test
    void what_dmn_cannot_say_is_refused_with_its_row() {
        Input<String> text = Input.text("text");
        RuleTable table = RuleSchema.named("odd")
                .in(text)
                .out(Output.flag("hit"))
                .build()
                .builder()
                .rule("R1")
                .when(text.not(text.not("a")))
                .then(true)
                .build();

        assertThatThrownBy(() -> DmnWriter.write("odd", List.of(table)))
                .isInstanceOf(TableFormatException.class)
                .hasMessageContaining("row R1 column text");
        assertThatThrownBy(() -> DmnWriter.write("none", List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void texts_are_compared_letter_by_letter() {
        DmnModel read = DmnModel.read(
                "x.dmn",
                Models.oneRow("string", "&lt; \"b\", [\"f\"..\"h\"), starts with(?, \"x\")"),
                ReadLimits.defaults());

        for (String hit : List.of("", "a", "az", "f", "g", "x", "xyz")) {
            assertThat(read.evaluate("decision", Map.of("x", hit))).as(hit).isEqualTo(true);
        }
        for (String miss : List.of("b", "c", "h", "w", "y")) {
            assertThat(read.evaluate("decision", Map.of("x", miss))).as(miss).isNull();
        }
    }
}
