package dev.incidentkit.rules.config;

import dev.incidentkit.core.definition.ProcessDefinition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a definition: the definition, or everything that stands against it. Immutable.
 *
 * @param file the name of the first file
 * @param value the definition; null exactly where one of the findings is an error
 * @param findings what was found in all files, by file and place
 */
public record DefinitionResult(String file, @Nullable ProcessDefinition value, List<DefinitionFinding> findings) {
    /**
     * Copies the findings.
     *
     * @throws IllegalArgumentException if there is a definition in spite of errors, or neither
     */
    public DefinitionResult {
        findings = List.copyOf(findings);
        boolean refused = findings.stream().anyMatch(finding -> finding.level() == DefinitionFinding.Level.ERROR);
        if (refused == (value != null)) {
            throw new IllegalArgumentException(
                    "A result of " + file + " has a definition or errors, but not both or none: " + findings);
        }
    }

    /** {@return the definition, or empty} */
    public Optional<ProcessDefinition> definition() {
        return Optional.ofNullable(value);
    }

    /**
     * The definition.
     *
     * @return the definition
     * @throws DefinitionFormatException with all findings, if it was refused
     */
    public ProcessDefinition orThrow() {
        if (value == null) {
            throw new DefinitionFormatException(file, findings);
        }
        return value;
    }

    /** {@return all findings, one below the other; empty where there are none} */
    public String describe() {
        return findings.stream().map(DefinitionFinding::describe).collect(Collectors.joining("\n"));
    }
}
