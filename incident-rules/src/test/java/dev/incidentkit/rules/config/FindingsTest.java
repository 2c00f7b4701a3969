package dev.incidentkit.rules.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person reads of files with faults: all of them, in one pass, each with its place and a way out. */
class FindingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"everything", "procedures", "tables", "proof", "syntax", "tags", "together", "likes"})
    void all_faults_are_told_as_the_file_beside_says(String name) {
        Path file = Files.path("errors/" + name + ".yaml");
        DefinitionResult read = DefinitionFiles.standard().read(file);
        assertThat(read.definition()).isEmpty();
        assertThat(read.describe().strip() + "\n").isEqualTo(Files.text(Files.path("errors/" + name + ".txt")));
    }
}
