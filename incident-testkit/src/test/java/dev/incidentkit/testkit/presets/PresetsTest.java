package dev.incidentkit.testkit.presets;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.rules.config.DefinitionFiles;
import dev.incidentkit.testkit.MarkdownScenarios;
import dev.incidentkit.testkit.Samples;
import dev.incidentkit.testkit.Scenario;
import dev.incidentkit.testkit.cases.Courses;
import dev.incidentkit.testkit.coverage.CoverageItem;
import dev.incidentkit.testkit.coverage.CoverageKind;
import dev.incidentkit.testkit.coverage.CoverageRecorder;
import dev.incidentkit.testkit.mutation.Mutant;
import dev.incidentkit.testkit.mutation.MutantKind;
import dev.incidentkit.testkit.mutation.Mutants;
import dev.incidentkit.testkit.mutation.Mutation;
import dev.incidentkit.testkit.mutation.MutationReport;
import dev.incidentkit.testkit.mutation.Walk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every preset is tested with the kit itself, by courses that are found from the preset, and by its scenarios. */
class PresetsTest {
    private static final int STEPS = 15_000;

    /** What a preset has no way to: subject, item, reason. */
    private static final Path UNREACHED = Samples.file("presets/unreached.csv");

    private final List<String> unreached = new ArrayList<>();

    private static ProcessDefinition preset(String name) {
        return DefinitionFiles.standard().preset(name).orThrow();
    }

    @TestFactory
    Stream<DynamicNode> every_preset_is_reached_in_full_and_no_fault_of_it_goes_unnoticed() throws IOException {
        List<String> names = DefinitionFiles.presets();
        assertThat(names).hasSize(10);
        List<List<String>> left = left();
        Stream<DynamicNode> presets =
                names.stream().map(name -> DynamicContainer.dynamicContainer(name, tests(name, left)));
        return Stream.concat(
                presets,
                Stream.of(DynamicTest.dynamicTest("every reason that something is not reached is needed", () -> {
                    assertThat(left)
                            .allSatisfy(line -> assertThat(unreached)
                                    .as("%s", line)
                                    .anyMatch(
                                            item -> item.startsWith(line.get(0) + ": ") && item.contains(line.get(1))));
                })));
    }

    private static List<List<String>> left() throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(UNREACHED)) {
            return reader.stream().skip(1).map(CsvRecord::getFields).toList();
        }
    }

    private Stream<DynamicNode> tests(String name, List<List<String>> left) {
        ProcessDefinition definition = preset(name);
        List<Scenario> written = MarkdownScenarios.read(scenarios(name), definition);
        List<Scenario> walk = Walk.through(definition, STEPS);
        return Stream.<DynamicNode>concat(
                written.stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> one.verify(definition))),
                Stream.of(
                        DynamicTest.dynamicTest(
                                "all of it is reached",
                                () -> reached(
                                        definition,
                                        Stream.concat(walk.stream(), written.stream())
                                                .toList(),
                                        left)),
                        DynamicTest.dynamicTest("no fault goes unnoticed", () -> noticed(definition, walk, written))));
    }

    /** Presets with the default lifecycle share their scenarios; the others have their own. */
    private static Path scenarios(String name) {
        Path own = Samples.file("presets/process.md").resolveSibling(name + ".md");
        return Files.exists(own) ? own : own.resolveSibling("process.md");
    }

    private void reached(ProcessDefinition definition, List<Scenario> scenarios, List<List<String>> left) {
        CoverageRecorder recorder = new CoverageRecorder();
        ProcessDefinition observed = recorder.observe(definition);
        scenarios.forEach(scenario -> scenario.verify(observed));

        List<CoverageItem> missed = recorder.result()
                .missed(CoverageKind.CELL, CoverageKind.RULE, CoverageKind.THRESHOLD, CoverageKind.TRANSITION);
        missed.forEach(item -> unreached.add(definition.name() + ": " + item.name()));
        assertThat(missed)
                .filteredOn(item -> left.stream()
                        .noneMatch(line -> line.get(0).equals(definition.name())
                                && item.name().contains(line.get(1))))
                .isEmpty();
        System.out.println(definition.name() + ": " + scenarios.size() + " scenarios, "
                + recorder.result().summary());
    }

    /** What a preset shares with the default process word for word, as the other test shows, is mutated there. */
    private static Mutation mutation(ProcessDefinition definition) {
        ProcessDefinition itil = ProcessDefinition.itil();
        Mutation all = Mutation.of(definition);
        boolean shares = definition.lifecycle().equals(itil.lifecycle())
                && !definition.name().equals(itil.name());
        return shares ? all.only(MutantKind.CHANGED_POLICY, MutantKind.DROPPED_PAUSE) : all;
    }

    @TestFactory
    Stream<DynamicTest> a_preset_with_the_default_lifecycle_differs_in_its_clocks_alone() {
        ProcessDefinition itil = preset("itil");
        return DefinitionFiles.presets().stream()
                .map(PresetsTest::preset)
                .filter(one -> one.lifecycle().equals(itil.lifecycle()))
                .map(one -> DynamicTest.dynamicTest(
                        one.name(),
                        () -> assertThat(ProcessDefinition.builder(one)
                                        .name(itil.name())
                                        .slas(itil.slas())
                                        .build()
                                        .hash())
                                .isEqualTo(itil.hash())));
    }

    private static List<String> proven(ProcessDefinition definition) {
        return Mutants.of(definition).stream()
                .filter(Mutant::equivalent)
                .map(Mutant::name)
                .toList();
    }

    private void noticed(ProcessDefinition definition, List<Scenario> walk, List<Scenario> written) {
        List<Scenario> scenarios = new ArrayList<>(Walk.pinned(definition, Courses.of(definition)));
        scenarios.addAll(walk);
        scenarios.addAll(written);
        MutationReport report = mutation(definition).searching(0).run(scenarios);
        System.out.println(definition.name() + ": " + scenarios.size() + " scenarios, " + report.summary());

        report.assertAllNoticed();
        assertThat(report.kills())
                .as("what is proven to change nothing is noticed by nothing")
                .extracting(MutationReport.Kill::mutant)
                .doesNotContainAnyElementsOf(proven(definition));
    }
}
