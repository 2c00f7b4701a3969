package dev.incidentkit.testkit.needs;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.rules.config.DefinitionFiles;
import dev.incidentkit.testkit.MarkdownScenarios;
import dev.incidentkit.testkit.Moment;
import dev.incidentkit.testkit.Scenario;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Scenarios that are written on the spot as tables, under presets and under definitions that differ from them. */
final class Written {
    static final ProcessDefinition ITIL = ProcessDefinition.itil();

    private Written() {}

    static ProcessDefinition preset(String name) {
        return DefinitionFiles.standard().preset(name).orThrow();
    }

    /** The default process, with what a file says that extends it. */
    static ProcessDefinition itilWith(String yaml) {
        byte[] file = ("definition: own\nextends: itil\n" + yaml).getBytes(StandardCharsets.UTF_8);
        return DefinitionFiles.standard()
                .read("own.yaml", name -> new ByteArrayInputStream(file))
                .orThrow();
    }

    /** The scenario of a table, whose name is that of the test. */
    static Scenario scenario(ProcessDefinition definition, String table) {
        List<Scenario> scenarios = MarkdownScenarios.read(
                "scenario.md", ("## As the test says\n\n" + table).getBytes(StandardCharsets.UTF_8), definition);
        return scenarios.get(0);
    }

    /** Runs the scenario of a table. */
    static Moment holds(ProcessDefinition definition, String table) {
        return scenario(definition, table).verify(definition);
    }
}
