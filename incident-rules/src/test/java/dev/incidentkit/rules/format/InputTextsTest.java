package dev.incidentkit.rules.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.RuleSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputTextsTest {
    private static final RuleSchema ROUTING = Samples.routingSchema();

    @Test
    void values_are_read_as_cells_are() {
        assertThat(InputTexts.read(
                        ROUTING,
                        Map.of("severity", "SEV1", "category", "sap", "region", "EU", "vip", "true", "age", "4h")))
                .isEqualTo(Map.of(
                        "severity",
                        Scale.SEVERITY.level("SEV1"),
                        "category",
                        "sap",
                        "region",
                        Samples.Region.EU,
                        "vip",
                        true,
                        "age",
                        Duration.ofHours(4)));
    }

    @Test
    void a_missing_value_of_an_optional_column_is_null() {
        RuleSchema schema = RuleSchema.named("t")
                .in(Input.flag("vip").orMissing())
                .in(Input.text("service").orMissing())
                .out(Output.text("team"))
                .build();

        assertThat(InputTexts.read(schema, Map.of("service", "null")))
                .containsEntry("vip", null)
                .containsEntry("service", null);
    }

    @Test
    void all_faults_are_named_at_once_with_near_names() {
        Map<String, String> texts =
                Map.of("severty", "SEV1", "category", "netwrok", "region", "EU", "vip", "\"", "age", "yes");

        assertThatThrownBy(() -> InputTexts.read(ROUTING, texts))
                .isInstanceOf(TableFormatException.class)
                .hasMessageContaining("'severty' is no column of conditions; did you mean 'severity'?")
                .hasMessageContaining("column severity: a value is needed, but none was given")
                .hasMessageContaining("'netwrok' is not one of its values; did you mean 'network'?")
                .hasMessageContaining("column vip")
                .hasMessageContaining("column age");
    }

    @Test
    void an_outline_tells_the_columns_of_tables_and_matrices(@TempDir Path directory) throws IOException {
        String matrix = "\n## priority : Impact x Urgency -> Priority\n\n| | HIGH |\n|-|-|\n| LOW | P1 |\n";
        Path markdown = Files.writeString(directory.resolve("tables.md"), Samples.file("routing.md") + matrix);
        Path csv = Files.writeString(directory.resolve("tables.csv"), Samples.file("routing.csv"));
        TableOutline routing = new TableOutline(
                "routing",
                Optional.of(HitPolicy.FIRST),
                true,
                List.of("severity", "category", "region", "vip", "age"),
                List.of("team", "escalate"),
                line(Samples.file("routing.md"), "| id"));
        TableOutline priority = new TableOutline(
                "priority",
                Optional.empty(),
                false,
                List.of("Impact", "Urgency"),
                List.of("Priority"),
                line(Samples.file("routing.md") + matrix, "## priority"));

        assertThat(TableReader.outlines(markdown)).containsExactly(routing, priority);
        assertThat(TableReader.outlines(csv))
                .singleElement()
                .usingRecursiveComparison()
                .ignoringFields("line")
                .isEqualTo(routing);
        assertThat(TableReader.outlines(csv).get(0).line()).isEqualTo(2);
    }

    /** The line that begins with a text, from 1. */
    private static int line(String document, String beginning) {
        List<String> lines = document.lines().toList();
        return 1
                + (int) lines.stream()
                        .takeWhile(text -> !text.startsWith(beginning))
                        .count();
    }

    @Test
    void the_nearest_name_is_the_one_that_a_person_may_have_meant() {
        assertThat(InputTexts.nearest("sevrity", List.of("severity", "category")))
                .contains("severity");
        assertThat(InputTexts.nearest("colour", List.of("severity", "category")))
                .isEmpty();
    }

    @Test
    void a_file_that_cannot_be_taken_apart_has_no_outline(@TempDir Path directory) throws IOException {
        Path csv = Files.writeString(directory.resolve("broken.csv"), "\"## routing : first\"\nid;\"a");
        Path model = Files.writeString(directory.resolve("model.dmn"), "<definitions/>");

        assertThatThrownBy(() -> TableReader.outlines(csv))
                .isInstanceOf(TableFormatException.class)
                .hasMessageContaining("broken.csv");
        assertThatThrownBy(() -> TableReader.outlines(model))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("model.dmn");
    }
}
