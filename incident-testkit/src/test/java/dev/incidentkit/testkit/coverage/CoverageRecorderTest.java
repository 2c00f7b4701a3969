package dev.incidentkit.testkit.coverage;

import static dev.incidentkit.testkit.Samples.ANN;
import static dev.incidentkit.testkit.Samples.CLEO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.process.Procedures;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.incident.CategoryTable;
import dev.incidentkit.rules.incident.IncidentFacts;
import dev.incidentkit.rules.incident.IncidentSchemas;
import dev.incidentkit.rules.incident.IncidentTable;
import dev.incidentkit.rules.incident.ModelTable;
import dev.incidentkit.testkit.MarkdownCases;
import dev.incidentkit.testkit.Samples;
import dev.incidentkit.testkit.Scenario;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageRecorderTest {
    private static final ProcessDefinition ITIL = ProcessDefinition.itil();

    private final CoverageRecorder recorder = new CoverageRecorder();

    private static List<String> reached(CoverageResult result, CoverageKind kind) {
        return result.hits().keySet().stream()
                .filter(item -> item.kind() == kind)
                .map(CoverageItem::name)
                .sorted()
                .toList();
    }

    private static Scenario.Builder reported() {
        return Scenario.named("a course").given(CLEO, Samples.report(Impact.HIGH, Urgency.HIGH));
    }

    @Test
    void an_observed_definition_has_the_content_of_the_plain_one() {
        assertThat(recorder.observe(ITIL)).isEqualTo(ITIL);
        assertThat(recorder.observe(Samples.ROUTED).hash()).isEqualTo(Samples.ROUTED.hash());
    }

    @Test
    void what_scenarios_reach_is_counted_by_kind() {
        ProcessDefinition observed = recorder.observe(ITIL);
        reported()
                .when(ANN, new LifecycleCommand.Start(Owner.group("ops")))
                .when(ANN, new LifecycleCommand.Hold(HoldReason.VENDOR, null, null))
                .when(ANN, LifecycleCommand.Resume.BY_HAND)
                .after(Duration.ofHours(5))
                .when(ANN, new WorkCommand.Note("Seen", Visibility.INTERNAL))
                .when(ANN, LifecycleCommand.Resolve.permanently(new Category("network"), "FIXED", "Done"))
                .whenTried(ANN, new LifecycleCommand.Close())
                .build()
                .verify(observed);
        CoverageResult result = recorder.result();

        assertThat(reached(result, CoverageKind.CELL)).containsExactly("HIGH x HIGH");
        assertThat(reached(result, CoverageKind.TRANSITION))
                .containsExactly(
                        "HOLD from IN_PROGRESS to ON_HOLD",
                        "NOTE from IN_PROGRESS to IN_PROGRESS",
                        "REPORT from (none) to NEW",
                        "RESOLVE from IN_PROGRESS to RESOLVED",
                        "RESUME from ON_HOLD to IN_PROGRESS",
                        "START from NEW to IN_PROGRESS");
        assertThat(reached(result, CoverageKind.HOLD_REASON)).containsExactly("VENDOR");
        assertThat(reached(result, CoverageKind.THRESHOLD))
                .contains("itil/RESOLUTION at 100%", "itil/RESOLUTION at 50%", "itil/RESOLUTION at 75%");
        assertThat(reached(result, CoverageKind.GUARD))
                .contains(
                        "owned at RESUME: content",
                        "checklist at CLOSE: not content",
                        "no-open-child at CLOSE: content")
                .doesNotContain("owned at RESUME: not content");
    }

    @Test
    void a_definition_that_is_not_observed_records_nothing() {
        reported().build().verify(ITIL);

        assertThat(recorder.result().items()).isEmpty();
    }

    @Test
    void rules_of_tables_are_counted_alone_and_within_a_definition() {
        MarkdownCases.read(Samples.file("routing.md"), recorder.observe(Samples.ROUTING.compile()))
                .forEach(one -> one.check().run());
        Scenario.named("routed")
                .given(CLEO, Samples.report().category(new Category("network")).build())
                .build()
                .verify(recorder.observe(Samples.ROUTED));
        CoverageResult result = recorder.result();

        assertThat(reached(result, CoverageKind.RULE)).containsExactly("R1", "R2", "R3", "R9", "T1");
        assertThat(result.hits(new CoverageItem(CoverageKind.RULE, Sheets.group(Samples.ROUTING), "R3")))
                .isEqualTo(3);
        assertThat(result.missed(CoverageKind.RULE))
                .extracting(CoverageItem::name)
                .containsExactly("T2");
        assertThat(result.share(CoverageKind.RULE)).isEqualTo(5 / 6.0);
    }

    @Test
    void tables_that_name_categories_and_models_are_counted_too() {
        IncidentFacts facts = IncidentFacts.of(Scale.IMPACT, Scale.URGENCY, Scale.SEVERITY, Scale.PRIORITY);
        RuleTable categories = IncidentSchemas.classification(facts.channel())
                .builder()
                .rule("by phone")
                .when(facts.channel().is("PHONE"))
                .then("smtp")
                .rule("by mail")
                .when(facts.channel().is("MAIL"))
                .then("network")
                .build();
        RuleTable models = IncidentSchemas.model(facts.category())
                .builder()
                .rule("mail")
                .when(facts.category().is("smtp"))
                .then("mail down")
                .build();
        ProcessDefinition definition = ProcessDefinition.builder(Samples.PROCESS)
                .procedures(Procedures.builder(Samples.PROCESS.procedures())
                        .classification(
                                new CategoryTable(IncidentTable.of(facts, categories, IncidentSchemas.CATEGORY)))
                        .selection(new ModelTable(IncidentTable.of(facts, models, IncidentSchemas.MODEL)))
                        .build())
                .build();

        Scenario.named("classified")
                .given(CLEO, Samples.report().build())
                .build()
                .verify(recorder.observe(definition));

        assertThat(reached(recorder.result(), CoverageKind.RULE)).containsExactly("by phone", "mail");
        assertThat(recorder.result().missed(CoverageKind.RULE))
                .extracting(CoverageItem::name)
                .containsExactly("by mail");
    }

    @Test
    void the_report_shows_the_tables_with_their_hits() throws Exception {
        reported().build().verify(recorder.observe(ITIL));
        MarkdownCases.read(Samples.file("routing.md"), recorder.observe(Samples.ROUTING.compile()))
                .forEach(one -> one.check().run());
        String text = recorder.result().text();
        String page = CoverageHtml.of(recorder.result());

        assertThat(text)
                .contains("CELL 1 of 9", "RULE 4 of 4")
                .contains("  HIGH | P1 (1) | P2 (never) | P3 (never)")
                .contains("  R2 | - | \"database\" | >= PT4H | \"DBA_L2\" | (1)");
        assertThat(page)
                .contains("<td class=\"hit\">P1: 1</td><td class=\"never\">P2: never</td>")
                .contains("&gt;= PT4H");
        XMLStreamReader reader = XMLInputFactory.newDefaultFactory()
                .createXMLStreamReader(new StringReader(page.substring(page.indexOf("<html"))));
        while (reader.hasNext()) {
            reader.next();
        }
    }

    @Test
    void files_of_several_classes_add_up_and_a_class_overwrites_its_own(@TempDir Path directory) throws Exception {
        ProcessDefinition observed = recorder.observe(ITIL);
        reported().build().verify(observed);
        CoverageFiles files = new CoverageFiles(directory.resolve("made"));
        CoverageItem cell = new CoverageItem(CoverageKind.CELL, Sheets.group(ITIL), "HIGH x HIGH");

        assertThat(files.hits()).isEmpty();
        files.write("a.FirstTest", recorder.result());
        files.write("a.SecondTest", recorder.result());
        files.write("a.SecondTest", recorder.result());

        assertThat(files.hits())
                .containsEntry(cell, 2L)
                .hasSameSizeAs(recorder.result().items());
        assertThat(recorder.result().with(files.hits()).hits(cell)).isEqualTo(3);
        assertThat(files.page(recorder.result())).exists();
        Files.writeString(files.directory().resolve("other.csv"), "a,b\n");
        assertThatIllegalArgumentException().isThrownBy(files::hits).withMessageContaining("other.csv");
    }

    @Test
    void results_are_joined_whatever_the_order() {
        CoverageRecorder other = new CoverageRecorder();
        reported().build().verify(recorder.observe(ITIL));
        Scenario.named("another")
                .given(CLEO, Samples.report(Impact.LOW, Urgency.LOW))
                .build()
                .verify(other.observe(ITIL));

        CoverageResult joined = recorder.result().with(other.result());

        assertThat(joined.sheets()).isEqualTo(recorder.result().sheets());
        assertThat(reached(joined, CoverageKind.CELL)).containsExactly("HIGH x HIGH", "LOW x LOW");
        assertThat(joined.hits())
                .isEqualTo(other.result().with(recorder.result()).hits());
        assertThat(joined.share()).isLessThan(1).isGreaterThan(0);
        assertThat(new CoverageResult(List.of(), Map.of()).share()).isEqualTo(1);
    }
}
