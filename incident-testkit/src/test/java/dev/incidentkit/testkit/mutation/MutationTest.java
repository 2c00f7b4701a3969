package dev.incidentkit.testkit.mutation;

import static dev.incidentkit.testkit.Samples.ANN;
import static dev.incidentkit.testkit.Samples.CLEO;
import static dev.incidentkit.testkit.assertion.IncidentAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.testkit.MarkdownCases;
import dev.incidentkit.testkit.Samples;
import dev.incidentkit.testkit.Scenario;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MutationTest {
    private static final ProcessDefinition ITIL = ProcessDefinition.itil();

    private static MutationReport routing(String document) {
        return Mutation.run(
                Samples.ROUTING,
                table -> MarkdownCases.read("doc.md", document.getBytes(StandardCharsets.UTF_8), table));
    }

    private static Scenario cell(Impact impact, Urgency urgency, String priority) {
        return Scenario.named(impact + " x " + urgency)
                .given(CLEO, Samples.report(impact, urgency))
                .then(moment -> assertThat(moment).incident().hasPriority(priority))
                .build();
    }

    private static List<Scenario> cells() {
        List<Scenario> scenarios = new ArrayList<>();
        String[][] rows = {{"P1", "P2", "P3"}, {"P2", "P3", "P4"}, {"P3", "P4", "P5"}};
        for (Impact impact : ITIL.impacts().levels()) {
            for (Urgency urgency : ITIL.urgencies().levels()) {
                scenarios.add(cell(impact, urgency, rows[impact.rank()][urgency.rank()]));
            }
        }
        return scenarios;
    }

    @Test
    void cases_at_every_bound_notice_every_fault_of_a_table() {
        MutationReport report = Mutation.run(
                Samples.ROUTING, table -> MarkdownCases.read("routing.md", Samples.bytes("routing.md"), table));

        assertThat(report.survivors()).as(report.text()).isEmpty();
        assertThat(report.assertAllNoticed().kills()).hasSizeGreaterThan(9);
    }

    @Test
    void a_fault_that_no_case_notices_is_told_with_an_input_that_would() {
        MutationReport report = routing("""
                ## routing

                | severity | category | age | -> team |
                |----------|----------|-----|---------|
                | SEV1     | mail     | 0h  | MAJOR   |
                | SEV3     | database | 9h  | DBA_L2  |
                | SEV3     | network  | 0h  | OPS     |
                | SEV3     | mail     | 0h  | DESK    |
                """);

        assertThatThrownBy(report::assertAllNoticed)
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(
                        "mutation of 'routing': ",
                        "no test notices MOVED_BOUND table routing R2: age >= PT4H is > PT4H",
                        "category=\"database\", age=PT4H",
                        "as it is:   ",
                        "DBA_L2",
                        "as mutated: ",
                        "OPS");
    }

    @Test
    void what_no_test_can_notice_is_proven_and_not_listed() {
        RuleTable repeated = RuleSchema.named("repeated")
                .in(Samples.CATEGORY)
                .out(Samples.TEAM)
                .hitPolicy(HitPolicy.FIRST)
                .build()
                .builder()
                .rule("A")
                .when(Samples.CATEGORY.is("mail"))
                .then("DESK")
                .rule("B")
                .otherwise("DESK")
                .build();

        MutationReport report = Mutation.run(
                repeated,
                table -> MarkdownCases.read(
                        "doc.md",
                        "## repeated\n\n| category | -> team |\n|---|---|\n| web | DESK |\n"
                                .getBytes(StandardCharsets.UTF_8),
                        table));

        assertThat(report.equivalent())
                .containsExactlyInAnyOrder(
                        "DROPPED_RULE table repeated A: rule A is gone",
                        "WIDENED_CELL table repeated A: category \"mail\" is -");
        assertThat(report.survivors()).isEmpty();
        assertThat(report.kills())
                .containsExactly(new MutationReport.Kill(
                        "DROPPED_RULE table repeated B: rule B is gone", "repeated {category=web} (doc.md:5)"));
    }

    @Test
    void every_kind_of_fault_is_planted_somewhere() {
        Set<MutantKind> planted = Mutants.of(ITIL).stream().map(Mutant::kind).collect(Collectors.toSet());
        planted.addAll(Mutants.of(Samples.ROUTING).stream().map(Mutant::kind).toList());
        planted.addAll(Mutants.of(Samples.PROCESS).stream().map(Mutant::kind).toList());
        planted.addAll(
                Mutants.of(HostMutantsTest.CODED).stream().map(Mutant::kind).toList());

        assertThat(planted).containsExactlyInAnyOrderElementsOf(EnumSet.allOf(MutantKind.class));
        assertThat(Mutants.of(ITIL)).extracting(Mutant::name).doesNotHaveDuplicates();
        assertThat(Mutants.of(ITIL)).extracting(Mutant::subject).doesNotContain(ITIL);
    }

    @Test
    void scenarios_of_every_cell_notice_every_fault_of_the_matrix() {
        MutationReport report = Mutation.of(ITIL)
                .only(MutantKind.CHANGED_CELL, MutantKind.SWAPPED_CELLS)
                .run(cells());

        assertThat(report.survivors()).as(report.text()).isEmpty();
        assertThat(report.kills()).hasSize(15);
    }

    @Test
    void a_cell_that_no_scenario_looks_at_is_told_with_the_report_that_would_show_it() {
        List<Scenario> scenarios = cells();
        scenarios.remove(8);

        MutationReport report = Mutation.of(ITIL).only(MutantKind.CHANGED_CELL).run(scenarios);

        assertThat(report.survivors()).singleElement().satisfies(survivor -> {
            assertThat(survivor.mutant()).isEqualTo("CHANGED_CELL matrix LOW x LOW: P5 is P4");
            assertThat(survivor.killer().orElseThrow().steps()).containsExactly("cleo: report LOW x LOW");
        });
        assertThatThrownBy(report::assertAllNoticed).hasMessageContaining("cleo: report LOW x LOW");
    }

    @Test
    void a_dropped_pause_survives_until_a_scenario_waits_long_enough() {
        Scenario waits = Scenario.named("waits for its caller")
                .given(CLEO, Samples.report(Impact.HIGH, Urgency.HIGH))
                .when(ANN, new LifecycleCommand.Start(Owner.group("ops")))
                .when(ANN, new LifecycleCommand.Hold(HoldReason.CALLER, "Which one?", null))
                .after(Duration.ofHours(5))
                .then(moment -> assertThat(moment).clock(Measure.RESOLUTION).isNotBreached())
                .build();
        Mutation pauses = Mutation.of(ITIL).only(MutantKind.DROPPED_PAUSE);

        assertThat(pauses.run(List.of(waits)).assertAllNoticed().kills())
                .extracting(MutationReport.Kill::by)
                .containsExactly("waits for its caller");
        MutationReport report = pauses.run(cells());
        assertThat(report.survivors())
                .singleElement()
                .satisfies(
                        survivor -> assertThat(survivor.killer().orElseThrow().steps())
                                .hasSize(2)
                                .last()
                                .asString()
                                .startsWith("ann: hold for "));
    }

    @Test
    void negated_and_dropped_guards_are_found_by_the_shortest_course() {
        MutationReport report = Mutation.of(ITIL)
                .only(MutantKind.NEGATED_GUARD, MutantKind.DROPPED_GUARD, MutantKind.DROPPED_ROLES)
                .run(List.of());

        assertThat(report.survivors())
                .filteredOn(survivor -> survivor.mutant().contains("RESUME")
                        && survivor.mutant().contains("negated"))
                .singleElement()
                .satisfies(
                        survivor -> assertThat(survivor.killer().orElseThrow().steps())
                                .hasSize(3)
                                .last()
                                .isEqualTo("ann: resume"));
    }

    @Test
    void survivors_can_be_explained_and_explanations_must_explain() {
        MutationReport report =
                Mutation.of(ITIL).only(MutantKind.CHANGED_CELL).searching(0).run(List.of());

        assertThat(report.assertAllNoticed("CHANGED_CELL matrix *").summary())
                .isEqualTo("0 noticed, 9 not, 0 proven equivalent");
        assertThatThrownBy(() -> report.assertAllNoticed("CHANGED_CELL matrix *", "DROPPED_PAUSE *"))
                .hasMessageContaining("'DROPPED_PAUSE *' explains nothing: no such mutant survives");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mutation.of(ITIL).searching(-1))
                .withMessageContaining("-1");
    }

    @Test
    void scenarios_that_fail_without_a_fault_say_nothing_of_mutants() {
        assertThatThrownBy(() -> Mutation.of(ITIL)
                        .run(List.of(cell(ITIL.impacts().at(0), ITIL.urgencies().at(0), "P5"))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("to be P5");
    }
}
