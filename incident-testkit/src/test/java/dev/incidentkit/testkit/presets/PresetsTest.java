package dev.incidentkit.testkit.presets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.PriorityMatrix;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.policy.MatrixTriage;
import dev.incidentkit.rules.config.DefinitionFiles;
import dev.incidentkit.testkit.MarkdownScenarios;
import dev.incidentkit.testkit.Samples;
import dev.incidentkit.testkit.Scenario;
import dev.incidentkit.testkit.coverage.CoverageItem;
import dev.incidentkit.testkit.coverage.CoverageKind;
import dev.incidentkit.testkit.coverage.CoverageRecorder;
import dev.incidentkit.testkit.mutation.MutantKind;
import dev.incidentkit.testkit.mutation.Mutation;
import dev.incidentkit.testkit.mutation.MutationReport;
import dev.incidentkit.testkit.mutation.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The presets whose lifecycle is the default's are tested with the kit itself. Those with a lifecycle of their own are
 * walked, and held by laws, where they are made: the courses here take the default's steps.
 */
class PresetsTest {
    private static final int STEPS = 15_000;

    /** Steps of plans and changes that a preset does not have, and the move to another definition. */
    private static final Set<Action> ELSEWHERE =
            Set.of(Action.PLAN, Action.TASK, Action.REQUEST_CHANGE, Action.DECIDE_CHANGE, Action.MIGRATE);

    /** Faults that no scenario can notice, or that other tests hold against more than scenarios do. */
    private static final List<String> EXPLAINED = List.of(
            // a preset has no plans, tasks and changes; commands of migration name another definition
            "DROPPED_(TRANSITION|ROLES) (PLAN|TASK|REQUEST_CHANGE|DECIDE_CHANGE|MIGRATE) from .*",
            ".*: guard (plans-checked|tasks-settled) is gone",
            // the command itself is refused without them, whatever the lifecycle requires
            "DROPPED_REQUIREMENT REPORT from .*",
            "DROPPED_REQUIREMENT (HOLD|REOPEN|REJECT|CANCEL) from .*: reason is not required",
            // the clocks apply to every incident from its report on, and never cease to
            "CHANGED_POLICY clock .*: (attachedBreach|detach) .*",
            "CHANGED_POLICY clock .*: start (REPORTED is ATTACHED|ATTACHED is REPORTED)",
            // no deed satisfies these clocks, or they are final once they stopped: there is no second cycle to begin
            "CHANGED_POLICY clock .*/RESOLUTION: recurrence ONCE is PER_.*",
            "CHANGED_POLICY clock .*/RESPONSE: recurrence ONCE is PER_SATISFACTION",
            // these run round the clock and never pause, so that no notice waits and every count is the same
            "CHANGED_POLICY clock (itil|otrs-like)/UPDATE: (notices|upgrade|downgrade) .*",
            "CHANGED_POLICY clock itop-like/.*: notices .*",
            "CHANGED_POLICY clock itop-like/RESPONSE: (upgrade|downgrade) KEEP_ELAPSED is FROM_START_IGNORING_PAUSES",
            // another priority begins a new cycle here, so that no running one had another goal when it was missed
            "CHANGED_POLICY clock servicenow-like/.*: earlierBreach .*",
            // an owner ends this clock, so that no other owner meets it
            "CHANGED_POLICY clock itop-like/RESPONSE: transfer .*");

    private static ProcessDefinition preset(String name) {
        return DefinitionFiles.standard().preset(name).orThrow();
    }

    @TestFactory
    Stream<DynamicNode> every_preset_with_the_default_lifecycle_is_reached_in_full_and_mutated() {
        List<String> names = DefinitionFiles.presets().stream()
                .filter(name -> preset(name)
                        .lifecycle()
                        .transitions()
                        .equals(Lifecycle.itil().transitions()))
                .toList();
        assertThat(names).contains("itil", "servicenow-like", "itop-like", "glpi-like", "otrs-like");
        return names.stream().map(name -> {
            ProcessDefinition definition = preset(name);
            List<Scenario> walk = Walk.through(definition, STEPS);
            List<DynamicNode> tests = new ArrayList<>();
            tests.add(DynamicTest.dynamicTest("all of it is reached", () -> reached(definition, walk)));
            if (isDefaultProcess(definition)) {
                MarkdownScenarios.tests(Samples.file("presets/process.md"), definition)
                        .forEach(tests::add);
            }
            tests.add(DynamicTest.dynamicTest("no fault goes unnoticed", () -> noticed(definition, walk)));
            return DynamicContainer.dynamicContainer(name, tests);
        });
    }

    private static boolean isDefaultProcess(ProcessDefinition definition) {
        return definition.lifecycle().transitions().equals(Lifecycle.itil().transitions())
                && definition.triage() instanceof MatrixTriage triage
                && triage.matrix().equals(PriorityMatrix.itil3x3());
    }

    private static void reached(ProcessDefinition definition, List<Scenario> walk) {
        CoverageRecorder recorder = new CoverageRecorder();
        ProcessDefinition observed = recorder.observe(definition);
        walk.forEach(scenario -> scenario.verify(observed));

        assertThat(recorder.result().missed(CoverageKind.CELL, CoverageKind.RULE, CoverageKind.THRESHOLD))
                .isEmpty();
        assertThat(recorder.result().missed(CoverageKind.TRANSITION))
                .filteredOn(item -> !isElsewhere(item))
                .isEmpty();
        System.out.println(definition.name() + ": " + walk.size() + " scenarios, "
                + recorder.result().summary());
    }

    private static boolean isElsewhere(CoverageItem item) {
        return ELSEWHERE.stream().anyMatch(action -> item.name().startsWith(action + " from "));
    }

    private static void noticed(ProcessDefinition definition, List<Scenario> walk) {
        List<Scenario> scenarios = new ArrayList<>(walk);
        scenarios.addAll(Walk.pinned(definition, Courses.all()));
        if (isDefaultProcess(definition)) {
            scenarios.addAll(MarkdownScenarios.read(Samples.file("presets/process.md"), definition));
        }
        Mutation mutation = Mutation.of(definition).searching(0);
        if (isDefaultProcess(definition) && !definition.name().equals("itil")) {
            // its matrix and lifecycle are those of the first preset, which are mutated there
            mutation = mutation.only(MutantKind.CHANGED_POLICY, MutantKind.DROPPED_PAUSE);
        }
        MutationReport report = mutation.run(scenarios);
        System.out.println(definition.name() + ": " + report.summary());

        assertThat(report.survivors())
                .extracting(MutationReport.Survivor::mutant)
                .filteredOn(mutant -> EXPLAINED.stream().noneMatch(mutant::matches))
                .isEmpty();
    }
}
