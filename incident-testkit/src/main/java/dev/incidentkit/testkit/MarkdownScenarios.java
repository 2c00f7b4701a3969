package dev.incidentkit.testkit;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.rules.format.MarkdownTables;
import dev.incidentkit.rules.format.ReadLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Scenarios from Markdown documents: a heading is the name, the table below it the steps, a row each.
 *
 * <pre>
 * ## An office-hours P3 waits for the caller over a weekend
 *
 * | at                   | who           | does                              | status      | RESOLUTION |
 * |----------------------|---------------|-----------------------------------|-------------|------------|
 * | 2026-03-06T15:00:00Z | cleo (CALLER) | report impact=HIGH urgency=LOW    | NEW         | RUNNING    |
 * |                      | ann           | start owner=ops                   | IN_PROGRESS |            |
 * | +30m                 | ann           | hold reason=CALLER comment="Eh?"  | ON_HOLD     | PAUSED     |
 * | +3d                  |               |                                   | ON_HOLD     | PAUSED     |
 * </pre>
 *
 * <p>{@code at}, {@code who} and {@code does} say what happens; every other column says what must then hold, and an empty
 * cell says nothing. The guide {@code docs/testing.md} lists all words. A document that cannot be read is refused with
 * everything that is wrong with it, each with its file and line. Stateless.
 */
public final class MarkdownScenarios {
    private MarkdownScenarios() {}

    /**
     * Reads scenarios.
     *
     * @param file the document
     * @param definition whose levels, attributes and clocks it names
     * @return the scenarios in their order, at least one
     * @throws IllegalArgumentException with everything that is wrong with the document
     * @throws UncheckedIOException if it cannot be read
     */
    public static List<Scenario> read(Path file, ProcessDefinition definition) {
        try {
            return read(String.valueOf(file.getFileName()), Files.readAllBytes(file), definition);
        } catch (IOException e) {
            throw new UncheckedIOException("Scenarios cannot be read from " + file, e);
        }
    }

    /**
     * Reads scenarios.
     *
     * @param name the name of the document, for messages
     * @param content its bytes, UTF-8
     * @param definition whose levels, attributes and clocks it names
     * @return the scenarios in their order, at least one
     * @throws IllegalArgumentException with everything that is wrong with the document
     */
    public static List<Scenario> read(String name, byte[] content, ProcessDefinition definition) {
        ScenarioTable reader = new ScenarioTable(name, definition);
        List<Scenario> scenarios = new ArrayList<>();
        for (MarkdownTables.Table table : MarkdownTables.read(name, content, ReadLimits.defaults())) {
            if (ScenarioTable.isScenario(table)) {
                reader.read(table).ifPresent(scenarios::add);
            }
        }
        List<String> findings = new ArrayList<>(reader.findings());
        if (scenarios.isEmpty() && findings.isEmpty()) {
            findings.add(name + ": there is no table with the columns " + ScenarioTable.STEP);
        }
        if (!findings.isEmpty()) {
            throw new IllegalArgumentException(
                    name + " is refused, findings: " + findings.size() + "\n" + String.join("\n", findings));
        }
        return scenarios;
    }

    /**
     * Reads scenarios and makes a test of each, to be returned from a method with {@code @TestFactory}.
     *
     * @param file the document
     * @param definition by what the incidents are handled
     * @return a test for each scenario, in their order
     * @throws IllegalArgumentException with everything that is wrong with the document
     */
    public static Stream<DynamicTest> tests(Path file, ProcessDefinition definition) {
        URI source = file.toUri();
        return read(file, definition).stream()
                .map(scenario -> DynamicTest.dynamicTest(scenario.name(), source, () -> scenario.verify(definition)));
    }
}
