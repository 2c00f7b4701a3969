package dev.incidentkit.testkit.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.testkit.Samples;
import dev.incidentkit.testkit.cases.TableCases.Place;
import dev.incidentkit.testkit.cases.TableCases.TableInput;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TableCasesTest {
    private static List<TableInput> at(List<TableInput> inputs, Place place) {
        return inputs.stream().filter(input -> input.place() == place).toList();
    }

    @Test
    void every_row_that_decides_anything_has_an_input_that_it_decides() {
        List<TableInput> rows = at(TableCases.of(Samples.ROUTING), Place.ROW);

        assertThat(rows).extracting(TableInput::rule).containsExactly("R1", "R2", "R3", "R9");
        assertThat(rows).allSatisfy(row -> assertThat(row.decided()).containsExactly(row.rule()));
    }

    @Test
    void each_side_of_each_bound_is_there_and_tells_another_rule() {
        List<TableInput> inputs = TableCases.of(Samples.ROUTING);

        assertThat(inputs)
                .filteredOn(input -> "database".equals(input.values().get(1)))
                .extracting(input -> input.values().get(2), TableInput::decided)
                .contains(
                        tuple(Duration.ofHours(4).minusNanos(1000), List.of("R3")),
                        tuple(Duration.ofHours(4), List.of("R2")),
                        tuple(Duration.ofHours(4).plusNanos(1000), List.of("R2")));
        assertThat(at(inputs, Place.BOUND)).isNotEmpty();
    }

    @Test
    void gaps_have_an_input_that_no_rule_matches() {
        Input<Severity> severity = Input.scale("severity", Scale.SEVERITY);
        RuleTable open = RuleSchema.named("open")
                .in(severity)
                .out(Output.text("team"))
                .build()
                .builder()
                .rule("A")
                .when(severity.atLeast(Severity.SEV2))
                .then("X")
                .build();

        assertThat(at(TableCases.of(open), Place.GAP)).isNotEmpty().allSatisfy(gap -> {
            assertThat(gap.decided()).isEmpty();
            assertThat(open.matching(gap.values())).isEmpty();
        });
    }

    @Test
    void a_rule_that_never_decides_has_no_input_of_its_own() {
        RuleTable shadowed = RuleTable.builder(Samples.ROUTING)
                .remove("R9")
                .rule("R9")
                .otherwise("DESK")
                .rule("R10")
                .when(Samples.CATEGORY.is("mail"))
                .then("MAIL")
                .build();

        assertThat(TableCases.of(shadowed)).extracting(TableInput::rule).doesNotContain("R10");
    }

    @Test
    void bounds_of_every_ordered_type_have_neighbours() {
        Input<Long> count = Input.integer("count", 0, 10);
        Input<BigDecimal> share = Input.decimal("share");
        Input<LocalDate> day = Input.date("day");
        Input<LocalTime> time = Input.time("time");
        Input<LocalDateTime> local = Input.dateTime("local");
        Input<Instant> at = Input.instant("at");
        Input<String> text = Input.text("text");
        Input<Severity> level = Input.scale("level", Scale.SEVERITY).orMissing();
        RuleTable table = RuleSchema.named("types")
                .in(count)
                .in(share)
                .in(day)
                .in(time)
                .in(local)
                .in(at)
                .in(text)
                .in(level)
                .out(Output.flag("hit"))
                .hitPolicy(HitPolicy.FIRST)
                .build()
                .builder()
                .rule("A")
                .when(
                        count.between(2L, 10L),
                        share.lessThan(new BigDecimal("0.5")),
                        day.atLeast(LocalDate.of(2026, 3, 1)),
                        time.fromUntil(LocalTime.of(9, 0), LocalTime.of(17, 0)),
                        local.moreThan(LocalDate.of(2026, 3, 1).atStartOfDay()),
                        at.atMost(Instant.parse("2026-03-01T00:00:00Z")),
                        text.not(text.startsWith("x")),
                        level.not(level.lessThan(Severity.SEV2)))
                .then(true)
                .build();

        List<TableInput> inputs = TableCases.of(table);

        assertThat(at(inputs, Place.ROW)).hasSize(1);
        assertThat(inputs)
                .extracting(input -> input.values().get(0))
                .contains(1L, 2L, 3L, 9L, 10L)
                .doesNotContain(11L);
        assertThat(inputs)
                .extracting(input -> input.values().get(3))
                .contains(LocalTime.of(9, 0), LocalTime.of(8, 59, 59, 999_999_999), LocalTime.of(17, 0));
        assertThat(inputs).extracting(input -> input.decided().isEmpty()).contains(true, false);
    }

    @Test
    void pairwise_rows_have_every_pair_and_are_few() {
        List<List<String>> parameters =
                List.of(List.of("a", "b", "c"), List.of("1", "2"), List.of("x", "y", "z", "w"), List.of("on", "off"));
        List<List<String>> rows = Pairwise.of(parameters);
        Set<List<Object>> met = new HashSet<>();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                for (int j = i + 1; j < row.size(); j++) {
                    met.add(List.of(i, row.get(i), j, row.get(j)));
                }
            }
        }

        assertThat(met).hasSize(3 * 2 + 3 * 4 + 3 * 2 + 2 * 4 + 2 * 2 + 4 * 2);
        assertThat(rows).hasSizeBetween(12, 16).isEqualTo(Pairwise.of(parameters));
        assertThat(Pairwise.of(List.of(List.of("a", "b")))).containsExactly(List.of("a"), List.of("b"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pairwise.of(List.of(List.of("a"), new ArrayList<String>())))
                .withMessageContaining("[[a], []]");
        assertThatIllegalArgumentException().isThrownBy(() -> Pairwise.of(List.<List<String>>of()));
    }

    @Test
    void commands_are_those_that_the_lifecycle_knows() {
        ProcessDefinition itil = ProcessDefinition.itil();

        assertThat(CommandCases.reports(itil)).hasSize(10);
        assertThat(CommandCases.commands(itil))
                .extracting(CommandCase::name)
                .doesNotHaveDuplicates()
                .contains("start", "hold for VENDOR", "check SERVICE_VERIFIED");
        assertThat(CommandCases.commands(itil))
                .hasToString(CommandCases.commands(itil).toString());
    }
}
