package dev.incidentkit.testkit.guide;

import static dev.incidentkit.testkit.assertion.IncidentAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.calendar.Window;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand.Hold;
import dev.incidentkit.core.incident.LifecycleCommand.Start;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.core.incident.TriageCommand.Categorize;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.policy.Advisor;
import dev.incidentkit.core.policy.Suggestion;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.desk.Mail;
import dev.incidentkit.metrics.Dimension;
import dev.incidentkit.metrics.Metrics;
import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.config.DefinitionFiles;
import dev.incidentkit.rules.format.TableReader;
import dev.incidentkit.rules.incident.RoutingTable;
import dev.incidentkit.testkit.MarkdownCases;
import dev.incidentkit.testkit.MarkdownScenarios;
import dev.incidentkit.testkit.Samples;
import dev.incidentkit.testkit.Scenario;
import dev.incidentkit.testkit.cases.Courses;
import dev.incidentkit.testkit.conformance.CalendarConformance;
import dev.incidentkit.testkit.conformance.HostCalendar;
import dev.incidentkit.testkit.conformance.LifecycleConformance;
import dev.incidentkit.testkit.conformance.RecordedStatus;
import dev.incidentkit.testkit.conformance.WalkedCalendar;
import dev.incidentkit.testkit.coverage.CoverageKind;
import dev.incidentkit.testkit.coverage.CoverageRecorder;
import dev.incidentkit.testkit.coverage.RuleCoverage;
import dev.incidentkit.testkit.history.GoldenHistory;
import dev.incidentkit.testkit.history.RecordedHistory;
import dev.incidentkit.testkit.jqwik.DefinitionLaws;
import dev.incidentkit.testkit.mutation.Explanations;
import dev.incidentkit.testkit.mutation.MutantKind;
import dev.incidentkit.testkit.mutation.Mutation;
import dev.incidentkit.testkit.mutation.Walk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The code that stands in the guide, between the marks, with what it needs around it. */
final class GuideSnippets {
    static final ProcessDefinition SUPPORT = ProcessDefinition.itil();

    private final ProcessDefinition definition = SUPPORT;
    private final Path file;

    /** Around a document of cases or scenarios. */
    GuideSnippets(Path file) {
        this.file = file;
    }

    // guide: table
    static final class Routing {
        private static final Input<Severity> SEVERITY = Input.scale("severity", Scale.SEVERITY);
        private static final Input<String> CATEGORY = Input.text("category");
        private static final Input<Duration> AGE = Input.duration("age");

        static final RuleTable TABLE = RuleSchema.named("routing")
                .in(SEVERITY)
                .in(CATEGORY)
                .in(AGE)
                .out(Output.text("team"))
                .hitPolicy(HitPolicy.FIRST)
                .build()
                .builder()
                .rule("R1")
                .when(SEVERITY.is(Severity.SEV1))
                .then("MAJOR")
                .rule("R2")
                .when(CATEGORY.is("database"), AGE.atLeast(Duration.ofHours(4)))
                .then("DBA_L2")
                .rule("R3")
                .when(CATEGORY.in("database", "network"))
                .then("OPS")
                .rule("R9")
                .otherwise("DESK")
                .build();
    }
    // guide: end

    /** Fails on purpose, and is run by the guide's own test alone. */
    static Stream<DynamicTest> firstTest() {
        return new RoutingTest().cases();
    }

    // guide: test
    private static class RoutingTest {
        @TestFactory
        Stream<DynamicTest> cases() {
            return MarkdownCases.tests(Path.of("src/test/rules/routing.md"), Routing.TABLE.compile());
        }
    }
    // guide: end

    /** The two tables; the definition is read from one file, the table alone from another. */
    static List<RuleTable> files(Path yaml, Path markdown) throws IOException {
        // guide: files
        ProcessDefinition definition = DefinitionFiles.standard().read(yaml).orThrow(); // with the tables that it names
        RuleTable routing = ((RoutingTable) definition.routing()).table().table();

        RuleSchema columns = RuleSchema.named("routing")
                .in(Input.text("category"))
                .in(Input.flag("vip"))
                .out(Output.text("team"))
                .hitPolicy(HitPolicy.FIRST)
                .build();
        RuleTable alone = TableReader.of(columns).read(markdown).table("routing"); // a table that no definition names
        // guide: end
        return List.of(routing, alone);
    }

    /** Holds a host's calendar against its own hours. */
    static void ownHours(HostCalendar hostCalendar) {
        // guide: hours
        BusinessCalendar deskHours = BusinessCalendar.builder("desk hours", ZoneId.of("Europe/Zurich"))
                .weekdays(Window.of("08:00", "12:00"), Window.of("13:00", "18:00"))
                .build();
        CalendarConformance.check(hostCalendar, List.of(WalkedCalendar.of(deskHours)))
                .assertConforms();
        // guide: end
    }

    /** Holds a record of statuses against the lifecycle. */
    void lifecycle(Path csv) throws IOException {
        // guide: lifecycle
        List<RecordedStatus> changes = Files.readAllLines(csv).stream()
                .skip(1) // incident,at,status
                .map(line -> line.split(","))
                .map(part -> new RecordedStatus(part[0], Instant.parse(part[1]), part[2]))
                .toList();
        LifecycleConformance.compare(definition.lifecycle(), changes).assertNothingRefused();
        // guide: end
    }

    void scenario() {
        // guide: scenario
        Actor ann = Actor.agent("ann");
        Report report = Report.of("Printer is out of order", Reporter.person("Cleo"), Channel.PHONE)
                .impact(Impact.HIGH)
                .urgency(Urgency.LOW)
                .build();

        Scenario.named("an office-hours P3 waits for the caller over a weekend")
                .startingAt("2026-03-06T15:00:00Z")
                .given(Actor.caller("cleo"), report)
                .when(ann, new Start(Owner.group("ops")))
                .when(ann, new Hold(HoldReason.CALLER, "Which printer?", null))
                .after(Duration.ofDays(3))
                .then(moment ->
                        assertThat(moment).clock(Measure.RESOLUTION).isPaused().isNotBreached())
                .build()
                .verify(definition);
        // guide: end
    }

    void desk() {
        Advisor classifier = incident ->
                List.of(new Suggestion(new Categorize(new Category("network")), 0.8, "classifier/1", "like 40 others"));
        Mail mail = new Mail("<1@mail>", "cleo@example.org", "VPN is down", "Nothing works.", List.of(), false);
        IncidentId opened = new IncidentId("ALERT-1");
        // guide: desk
        Scenario.named("a program classifies a mail, and other callers do not read who wrote it")
                .atDesk(desk -> desk.advisors(classifier))
                .received(Actor.caller("cleo"), mail)
                .withDesk(
                        desk -> desk.suggestions(opened).forEach(each -> desk.accept(opened, each, Actor.agent("ann"))))
                .then(moment -> assertThat(moment)
                        .metric(Metrics.VOLUME, Dimension.CATEGORY, "network")
                        .has("incidents", "1"))
                .thenReadBy(
                        Actor.caller("bob"),
                        incident -> assertThat(
                                        incident.reporter().orElseThrow().name().isRedacted())
                                .isTrue())
                .build()
                .verify(definition);
        // guide: end
    }

    /** Its file and definition are those around it. */
    SupportTest covered() {
        return new SupportTest();
    }

    // guide: coverage
    @RuleCoverage(
            min = 1.0,
            of = {CoverageKind.CELL, CoverageKind.RULE, CoverageKind.TRANSITION},
            except = "MIGRATE *")
    class SupportTest {
        @TestFactory
        Stream<DynamicTest> scenarios(CoverageRecorder recorder) {
            return MarkdownScenarios.tests(file, recorder.observe(definition));
        }
    }
    // guide: end

    void mutation() {
        // guide: mutation
        Mutation.run(Routing.TABLE, table -> MarkdownCases.read(file, table)).assertAllNoticed();
        // guide: end
    }

    void explained() {
        List<Scenario> scenarios = List.of(Scenario.named("reported")
                .given(Actor.caller("cleo"), Samples.report(Impact.HIGH, Urgency.LOW))
                .build());
        // guide: explained
        Mutation.of(definition)
                .only(MutantKind.CHANGED_CELL, MutantKind.DROPPED_PAUSE)
                .run(scenarios)
                .assertAllNoticed(Explanations.read(Path.of("src/test/rules/explained.csv")));
        // guide: end
    }

    // guide: laws
    static class SupportLawsTest implements DefinitionLaws {
        public ProcessDefinition definition() {
            return SUPPORT;
        }
    }
    // guide: end

    void courses(ProcessDefinition changed) {
        // guide: courses
        List<Scenario> today = new ArrayList<>(Walk.through(definition, 2_000));
        today.addAll(Walk.pinned(definition, Courses.of(definition)));
        today.forEach(scenario -> scenario.verify(changed));
        // guide: end
    }

    void golden() {
        // guide: golden
        GoldenHistory.in(Path.of("src/test/golden/march.csv"))
                .check(
                        RecordedHistory.read(Path.of("src/test/golden/march.jsonl")),
                        definition,
                        Instant.parse("2026-04-01T00:00:00Z"));
        // guide: end
    }
}
