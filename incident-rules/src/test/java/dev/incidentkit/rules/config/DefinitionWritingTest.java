package dev.incidentkit.rules.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.lifecycle.Guard;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.policy.Decision;
import dev.incidentkit.core.policy.TriagePolicy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.api.Test;

/** What is written is read as the same definition. */
class DefinitionWritingTest {
    private static final Map<String, Integer> OUTCOMES = new TreeMap<>();

    @AfterContainer
    static void most_definitions_were_sound() {
        System.out.println("Random definitions: " + OUTCOMES);
        assertThat(OUTCOMES.get("written")).isGreaterThan(OUTCOMES.getOrDefault("refused in Java", 0));
    }

    private static DefinitionResult writtenAndRead(DefinitionFiles files, ProcessDefinition definition) {
        Map<String, byte[]> written = new HashMap<>();
        files.write(definition, "written.yaml")
                .forEach((name, text) -> written.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return files.read("written.yaml", Files.of(written));
    }

    @Property
    void a_random_definition_is_read_back_with_its_hash(@ForAll long seed) {
        ProcessDefinition definition;
        try {
            definition = RandomDefinitions.of(seed);
        } catch (ConfigurationException e) {
            OUTCOMES.merge("refused in Java", 1, Integer::sum);
            return;
        }
        OUTCOMES.merge("written", 1, Integer::sum);
        DefinitionResult read = writtenAndRead(DefinitionFiles.standard(), definition);
        assertThat(read.definition()).as(read::describe).contains(definition);
    }

    @Test
    void the_presets_and_a_definition_with_tables_are_read_back() {
        DefinitionFiles files = DefinitionFiles.standard();
        for (String preset : DefinitionFiles.presets()) {
            ProcessDefinition definition = files.preset(preset).orThrow();
            assertThat(writtenAndRead(files, definition).orThrow()).isEqualTo(definition);
        }
        ProcessDefinition support =
                files.read(Files.path("support/support.yaml")).orThrow();
        assertThat(files.write(support, "support.yaml"))
                .containsOnlyKeys("support.yaml", "routing.md", "slaSelection.md", "escalation.md");
        assertThat(writtenAndRead(files, support).orThrow()).isEqualTo(support);
    }

    @Test
    void what_is_written_is_what_a_person_would_write() {
        String text = DefinitionFiles.standard()
                .write(ProcessDefinition.itil(), "itil.yaml")
                .get("itil.yaml");
        assertThat(text).contains("  HIGH: [P1, P2, P3]\n", "P3: 4h of office hours\n", "monday: 09:00-17:00\n");
        assertThat(text).doesNotContain("!!", "&", "*");
    }

    @Test
    void code_of_a_host_is_refused_by_name() {
        TriagePolicy code = new TriagePolicy() {
            @Override
            public Optional<Decision<Priority>> priority(Incident incident) {
                return Optional.empty();
            }

            @Override
            public String version() {
                return "code-1";
            }

            @Override
            public String toString() {
                return "code of ours";
            }
        };
        ProcessDefinition byCode =
                ProcessDefinition.builder(ProcessDefinition.itil()).triage(code).build();
        assertThatThrownBy(() -> DefinitionFiles.standard().write(byCode, "a.yaml"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("code of ours");
        Guard guard = new Guard("two-eyes", "7", (incident, context) -> List.of());
        Lifecycle guarded = Lifecycle.builder(Lifecycle.itil())
                .transition(new Action("LOOK"), step -> step.from(Status.NEW).guards(guard))
                .build();
        ProcessDefinition byGuard = ProcessDefinition.builder(ProcessDefinition.itil())
                .lifecycle(guarded)
                .build();
        assertThatThrownBy(() -> DefinitionFiles.standard().write(byGuard, "a.yaml"))
                .hasMessageContaining("two-eyes@7");
        DefinitionFiles knowing = DefinitionFiles.standard().withGuards(guard);
        assertThat(writtenAndRead(knowing, byGuard).orThrow()).isEqualTo(byGuard);
    }
}
