package dev.incidentkit.rules.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.ProcessEvent;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.TriageEvent;
import dev.incidentkit.core.policy.Decision;
import dev.incidentkit.core.policy.SelectionPolicy;
import dev.incidentkit.core.process.Procedures;
import dev.incidentkit.core.process.Taxonomy;
import dev.incidentkit.rules.incident.CategoryTable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is asked beyond the lifecycle says the same in a file and in Java. */
class ProceduresInFilesTest {
    private static final String TABLE = """
            ## classification : first

            | id | service | -> newCategory  |
            |----|---------|-----------------|
            | C1 | shop    | software        |
            | C2 | door    | %s |
            """;

    private static ProcessDefinition whole() {
        return DefinitionFiles.standard()
                .read(Files.path("procedures/procedures.yaml"))
                .orThrow();
    }

    private static DefinitionResult classified(String outcome) {
        String file = """
                definition: sorted
                extends: itil
                procedures:
                  taxonomy: budibase-8
                  classification: tables.md
                """;
        return DefinitionFiles.standard()
                .read("sorted.yaml", Files.of("sorted.yaml", file, "tables.md", TABLE.formatted(outcome)));
    }

    @Test
    void a_whole_process_has_one_hash_in_yaml_and_in_java() {
        DefinitionResult read = DefinitionFiles.standard().read(Files.path("procedures/procedures.yaml"));
        assertThat(read.describe()).doesNotContain("CONFIG-");
        ProcessDefinition inJava = WholeProcess.definition();
        Procedures procedures = read.orThrow().procedures();
        assertThat(procedures.taxonomy()).isEqualTo(inJava.procedures().taxonomy());
        assertThat(procedures.plans()).isEqualTo(inJava.procedures().plans());
        assertThat(procedures.messages()).isEqualTo(inJava.procedures().messages());
        assertThat(procedures.staffing()).isEqualTo(inJava.procedures().staffing());
        assertThat(procedures.fields()).isEqualTo(inJava.procedures().fields());
        assertThat(procedures.changes()).isEqualTo(inJava.procedures().changes());
        assertThat(procedures.classification()).isEqualTo(inJava.procedures().classification());
        assertThat(procedures.selection().version())
                .isEqualTo(inJava.procedures().selection().version());
        assertThat(read.orThrow().lifecycle().hash())
                .isEqualTo(inJava.lifecycle().hash());
        assertThat(read.orThrow().hash()).isEqualTo(inJava.hash());
    }

    @Test
    void a_whole_process_is_written_and_read_back() {
        DefinitionFiles files = DefinitionFiles.standard();
        Map<String, String> written = files.write(WholeProcess.definition(), "whole.yaml");
        assertThat(written).containsOnlyKeys("whole.yaml", "modelSelection.md");
        Map<String, byte[]> bytes = new HashMap<>();
        written.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        DefinitionResult read = files.read("whole.yaml", Files.of(bytes));
        assertThat(read.definition()).as(read::describe).contains(WholeProcess.definition());
    }

    @Test
    void a_table_in_a_file_selects_the_model_and_the_event_names_its_rule() {
        Report report = Report.of("no mail", Reporter.person("cleo"), Channel.PHONE)
                .addServices("mail")
                .attributes(Attributes.of("client", AttributeValue.of("acme")))
                .build();
        List<IncidentEvent> events = begun(whole(), report);
        assertThat(events).anySatisfy(event -> {
            assertThat(event).isInstanceOf(ProcessEvent.PlanOpened.class);
            assertThat(((ProcessEvent.PlanOpened) event).plan()).isEqualTo("mail stuck");
            assertThat(event.meta().cause().rule()).isEqualTo("M2");
        });
        assertThat(Incident.replay(events).owner().map(Object::toString)).contains("mail");
    }

    private static List<IncidentEvent> begun(ProcessDefinition definition, Report report) {
        CommandContext context = CommandContext.of(Actor.agent("ann"), Instant.parse("2026-03-02T09:00:00Z"));
        return definition.begin(new IncidentId("INC-1"), TenantId.DEFAULT, report, context);
    }

    @Test
    void a_table_in_a_file_finds_the_category_and_names_what_the_taxonomy_lacks() {
        ProcessDefinition definition = classified("physical").orThrow();
        assertThat(definition.procedures().classification()).isInstanceOf(CategoryTable.class);
        Report report = Report.of("the door is stuck", Reporter.person("cleo"), Channel.PHONE)
                .addServices("door")
                .build();
        assertThat(begun(definition, report)).anySatisfy(event -> {
            assertThat(event).isInstanceOf(TriageEvent.Categorized.class);
            assertThat(event.meta().cause().rule()).isEqualTo("C2");
        });
        assertThat(classified("phisical").describe())
                .contains(
                        "CONFIG-202 sorted.yaml:5:19 procedures.classification: 'phisical' is not a category, but rule"
                                + " C2 gives it; did you mean 'physical'? allowed: hardware, software, data-loss,"
                                + " unauthorized-access, denial-of-service, service-interruption, malfunction, physical");
    }

    @Test
    void a_table_on_the_spot_is_told_with_the_lines_of_its_file() {
        String file = """
                definition: spot
                extends: itil
                procedures:
                  plans: [{name: stuck door}]
                  modelSelection:
                    markdown: |
                      ## model : first

                      | id | service | -> model    |
                      |----|---------|-------------|
                      | M1 | door    | stuck door  |
                      | M2 | %s | stuck door  |
                """;
        Report report = Report.of("no way in", Reporter.person("cleo"), Channel.PHONE)
                .addServices("door")
                .build();
        ProcessDefinition definition = Files.read(file.formatted("gate")).orThrow();
        assertThat(Incident.replay(begun(definition, report)).handling().model())
                .isEqualTo("stuck door");
        assertThat(Files.read(file.formatted("door")).describe())
                .contains("RULES-305 warning test.yaml:11:9 ", "M2 repeats M1");
        assertThat(Files.read(file.formatted("\"x")).describe()).contains("test.yaml:12:14 ");
        assertThat(Files.read(file.replace("markdown: |", "table: models.md\n    markdown: |"))
                        .describe())
                .contains("a table is either in a file, 'table', or on the spot, 'markdown'");
    }

    @Test
    void what_a_file_says_takes_the_place_of_what_it_extends_key_by_key() {
        String file = """
                definition: more
                extends: deskera-7
                procedures:
                  taxonomy: {extends: deskera-6, categories: {lift: It stands.}, deactivated: [human-error]}
                  modelSelection: none
                  messages:
                """;
        ProcessDefinition base = DefinitionFiles.standard().preset("deskera-7").orThrow();
        ProcessDefinition more = Files.read(file).orThrow();
        assertThat(more.procedures().plans()).isEqualTo(base.procedures().plans());
        assertThat(more.procedures().messages()).isEmpty();
        assertThat(more.procedures().selection()).isEqualTo(SelectionPolicy.byHand());
        assertThat(more.procedures().taxonomy())
                .isEqualTo(Taxonomy.builder(Taxonomy.deskera6())
                        .category("lift", "It stands.")
                        .deactivate("human-error")
                        .build());
        assertThat(Files.read(file.replace("{extends: deskera-6,", "{extends: deskera-6, name: ours,"))
                        .orThrow()
                        .procedures()
                        .taxonomy())
                .hasToString("Taxonomy ours [hardware-failure, software-error, network-outage, security-breach,"
                        + " human-error, performance-degradation, lift]");
    }

    @Test
    void a_selection_that_is_code_of_a_host_is_refused_by_name() {
        SelectionPolicy<Category> code = new SelectionPolicy<>() {
            @Override
            public Optional<Decision<Category>> select(Incident incident) {
                return Optional.empty();
            }

            @Override
            public String version() {
                return "1";
            }

            @Override
            public String toString() {
                return "a guess of ours";
            }
        };
        ProcessDefinition definition = ProcessDefinition.builder(ProcessDefinition.itil())
                .procedures(Procedures.builder().classification(code).build())
                .build();
        assertThatThrownBy(() -> DefinitionFiles.standard().write(definition, "a.yaml"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("a guess of ours");
    }
}
