package dev.incidentkit.testkit.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.PriorityMatrix;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.policy.TriagePolicy;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.testkit.MarkdownScenarios;
import dev.incidentkit.testkit.Samples;
import dev.incidentkit.testkit.Scenario;
import dev.incidentkit.testkit.assertion.IncidentAssertions;
import dev.incidentkit.testkit.conformance.HostCalendar;
import dev.incidentkit.testkit.coverage.CoverageKind;
import dev.incidentkit.testkit.coverage.CoverageRecorder;
import dev.incidentkit.testkit.mutation.Explanations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide is true: each of its blocks is compiled, run or compared with what comes. */
class GuideTest {
    private static final Path GUIDE = Path.of("../docs/testing.md");
    private static final Path SNIPPETS =
            Path.of("src/test/java", GuideSnippets.class.getName().replace('.', '/') + ".java");
    private static final Path CASES = Path.of("src/test/rules/routing.md");
    private static final Pattern BLOCK = Pattern.compile("```(\\w*)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SNIPPET = Pattern.compile("// guide: (?!end)\\w+\n(.*?)// guide: end", Pattern.DOTALL);
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (static )?([\\w.]+);$");

    @TempDir
    Path directory;

    private static List<String> blocks(String language) throws IOException {
        return BLOCK.matcher(Files.readString(GUIDE))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    private static String block(String beginning) throws IOException {
        return blocks("").stream()
                .filter(block -> block.startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the guide has no block that begins with " + beginning));
    }

    private static Pattern withGaps(String block) {
        return Pattern.compile(Pattern.compile("\\.\\.\\.")
                .splitAsStream(block.strip())
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")));
    }

    private Path written(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    @Test
    void each_block_of_java_is_code_that_compiles_here() throws IOException {
        List<String> shown = blocks("java").stream()
                .map(block -> IMPORT.matcher(block).replaceAll(""))
                .map(block -> block.replace("package shop;", "").strip())
                .filter(block -> !block.startsWith("import ")) // packages of the sections, nothing else
                .toList();
        List<String> compiled = SNIPPET.matcher(Files.readString(SNIPPETS))
                .results()
                .map(found -> found.group(1).stripIndent().strip())
                .map(code -> code.replaceFirst("(?m)^(private )?static (final )?class", "$2class"))
                .toList();

        assertThat(shown).containsExactlyInAnyOrderElementsOf(compiled).hasSizeGreaterThan(8);
    }

    @Test
    void each_import_of_the_guide_is_there() throws IOException {
        for (String block : blocks("java")) {
            for (MatchResult line : IMPORT.matcher(block).results().toList()) {
                assertThatCode(() -> Class.forName(line.group(2))).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void the_dependencies_have_the_versions_that_are_built_and_tested_with() throws IOException {
        List<String> shown = blocks("xml");

        assertThat(shown).hasSize(2);
        assertThat(shown.get(0))
                .contains("<version>" + ofTheBuild("version") + "</version>")
                .containsPattern("junit-bom</artifactId>\\s*<version>" + Pattern.quote(ofTheBuild("junit.version")));
        assertThat(shown.get(1)).contains("<version>" + ofTheBuild("jqwik.version") + "</version>");
    }

    /** The first element of a name in the parent pom. */
    private static String ofTheBuild(String element) throws IOException {
        return Pattern.compile("<" + Pattern.quote(element) + ">(.*?)<")
                .matcher(Files.readString(Path.of("../pom.xml")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    @Test
    void tables_and_definitions_are_read_from_files() throws IOException {
        Path markdown = written("routing.md", """
                ## routing : first

                | id | category | vip  | -> team |
                |----|----------|------|---------|
                | R1 | -        | true | VIP     |
                | R9 | -        | -    | DESK    |
                """);
        Path yaml = written("support.yaml", """
                definition: support
                extends: itil
                attributes: {vip: boolean}
                routing: routing.md
                """);

        assertThat(GuideSnippets.files(yaml, markdown)).hasSize(2).allSatisfy(table -> {
            assertThat(table.schema().name()).isEqualTo("routing");
            assertThat(table.rules()).hasSize(2);
        });
    }

    @Test
    void a_host_is_asked_about_its_own_hours() {
        assertThatCode(() -> GuideSnippets.ownHours(new HostCalendar() {
                    @Override
                    public Duration between(BusinessCalendar calendar, Instant from, Instant to) {
                        return calendar.between(from, to);
                    }

                    @Override
                    public Instant after(BusinessCalendar calendar, Instant from, Duration amount) {
                        return calendar.after(from, amount);
                    }
                }))
                .doesNotThrowAnyException();
    }

    @Test
    void what_a_lifecycle_would_have_refused_reads_as_the_guide_shows() throws IOException {
        Path csv = written("changes.csv", """
                incident,at,status
                T-1,2026-03-02T09:00:00Z,NEW
                T-1,2026-03-02T10:00:00Z,IN_PROGRESS
                T-1,2026-03-02T11:00:00Z,CLOSED
                T-2,2026-03-02T12:00:00Z,Waiting
                """);

        assertThatThrownBy(() -> new GuideSnippets(CASES).lifecycle(csv))
                .isInstanceOf(AssertionError.class)
                .extracting(failure -> failure.getMessage().replace(": \n", ":\n"))
                .asString()
                .startsWith(block("changes of status").strip());
    }

    @Test
    void the_first_test_fails_as_the_guide_shows() throws Throwable {
        assertThat(Files.readString(CASES)).isEqualTo(block("## routing"));
        List<DynamicTest> tests = GuideSnippets.firstTest().toList();

        assertThat(tests).hasSize(1);
        assertThatThrownBy(() -> tests.get(0).getExecutable().execute())
                .isInstanceOf(AssertionError.class)
                .extracting(
                        failure -> failure.getMessage().replace(": \n", ":\n").strip())
                .isEqualTo(block("routing.md:5:").strip());
    }

    @Test
    void the_scenarios_hold_in_java_and_in_markdown() throws Exception {
        Path file = written("waiting.md", block("## An office-hours P3"));
        GuideSnippets snippets = new GuideSnippets(file);
        CoverageRecorder recorder = new CoverageRecorder();

        assertThatCode(snippets::scenario).doesNotThrowAnyException();
        assertThatCode(snippets::desk).doesNotThrowAnyException();
        assertThat(snippets.covered().scenarios(recorder))
                .singleElement()
                .satisfies(test -> test.getExecutable().execute());
        assertThat(recorder.result().share(CoverageKind.CELL)).isPositive();
    }

    @Test
    void scenarios_of_several_incidents_hold() throws IOException {
        Path file = written("several.md", block("## A resolved parent"));

        assertThat(MarkdownScenarios.read(file, Samples.PROCESS))
                .hasSize(2)
                .allSatisfy(scenario -> scenario.verify(Samples.PROCESS));
    }

    @Test
    void a_failed_assertion_reads_as_the_guide_shows() throws IOException {
        Scenario scenario = Scenario.named("waits")
                .startingAt("2026-03-06T15:00:00Z")
                .given(Samples.CLEO, Samples.report(Impact.HIGH, Urgency.LOW))
                .when(Samples.ANN, new LifecycleCommand.Start(Owner.group("ops")))
                .after(Duration.ofMinutes(30))
                .when(Samples.ANN, new LifecycleCommand.Hold(HoldReason.CALLER, "Which one?", null))
                .after(Duration.ofDays(1))
                .build();

        assertThatThrownBy(() -> IncidentAssertions.assertThat(scenario.verify(GuideSnippets.SUPPORT))
                        .clock("itil", Measure.RESOLUTION)
                        .isRunning())
                .extracting(failure -> failure.getMessage().strip())
                .asString()
                .matches(withGaps(block("Expecting the clock")));
    }

    @Test
    void a_survivor_reads_as_the_guide_shows() throws IOException {
        String cases = """
                ## routing

                | severity | category | age | -> team |
                |----------|----------|-----|---------|
                | SEV1     | mail     | 0h  | MAJOR   |
                | SEV3     | database | 9h  | DBA_L2  |
                | SEV3     | network  | 0h  | OPS     |
                | SEV3     | mail     | 0h  | DESK    |
                """;

        assertThatThrownBy(() -> new GuideSnippets(written("routing.md", cases)).mutation())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(block("no test notices").strip());
    }

    @Test
    void the_file_of_explanations_can_be_read_and_explains() throws IOException {
        Path file = written("explained.csv", block("subject,mutant,reason"));

        assertThatCode(() -> Explanations.read(file)).doesNotThrowAnyException();
        assertThat(Files.readString(Path.of("src/test/rules/explained.csv"))).startsWith("subject,mutant,reason");
        assertThatCode(() -> new GuideSnippets(CASES).explained()).doesNotThrowAnyException();
    }

    @Test
    void the_laws_and_the_golden_history_are_those_of_a_definition() {
        GuideSnippets snippets = new GuideSnippets(CASES);

        assertThat(new GuideSnippets.SupportLawsTest().definition()).isEqualTo(GuideSnippets.SUPPORT);
        assertThatCode(snippets::golden).doesNotThrowAnyException();
    }

    @Test
    void courses_hold_a_changed_definition_against_what_it_did() {
        GuideSnippets snippets = new GuideSnippets(CASES);
        ProcessDefinition changed = ProcessDefinition.builder(GuideSnippets.SUPPORT)
                .triage(TriagePolicy.matrix(PriorityMatrix.builder(PriorityMatrix.itil3x3())
                        .cell("HIGH", "LOW", "P1")
                        .build()))
                .build();

        assertThatCode(() -> snippets.courses(GuideSnippets.SUPPORT)).doesNotThrowAnyException();
        assertThatThrownBy(() -> snippets.courses(changed))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("HIGH x LOW");
    }
}
