package dev.incidentkit.core.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.incidentkit.core.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PriorityMatrixTest {
    @Test
    @Tag("C-60")
    void impact_and_urgency_lead_to_the_priority_of_their_cell() {
        PriorityMatrix matrix = PriorityMatrix.itil3x3();

        assertThat(matrix.at(Impact.HIGH, Urgency.HIGH)).isEqualTo(Priority.P1);
        assertThat(matrix.at(Impact.LOW, Urgency.HIGH)).isEqualTo(Priority.P3);
        assertThat(matrix.at(Impact.LOW, Urgency.LOW)).isEqualTo(Priority.P5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> matrix.at(new Impact("HUGE", 0), Urgency.LOW))
                .withMessageContaining("was asked for HUGE x LOW");
        assertThatIllegalArgumentException().isThrownBy(() -> matrix.at(new Impact("X", 3), Urgency.LOW));
        assertThatIllegalArgumentException().isThrownBy(() -> matrix.at(Impact.LOW, new Urgency("X", 7)));
    }

    @Test
    void a_matrix_that_lacks_cells_names_each_of_them() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> PriorityMatrix.builder(Scale.IMPACT, Scale.URGENCY, Scale.PRIORITY)
                        .row("HIGH", "P1", "P2", "P3")
                        .row("MEDIUM", "P1", "P2")
                        .cell("LOW", "MEDIUM", "P9")
                        .cell("LOW", "HIGH", "P4")
                        .cell("TINY", "SOON", "P4")
                        .build())
                .satisfies(refusal -> assertThat(refusal.findings())
                        .containsExactly(
                                "row MEDIUM must have 3 cells, one for each of [HIGH, MEDIUM, LOW], but has 2",
                                "cell LOW x MEDIUM: 'P9' is no level of scale priority[P1, P2, P3, P4, P5]",
                                "cell TINY x SOON: 'TINY' is no level of scale impact[HIGH, MEDIUM, LOW]",
                                "cell TINY x SOON: 'SOON' is no level of scale urgency[HIGH, MEDIUM, LOW]",
                                "cell MEDIUM x HIGH is missing",
                                "cell MEDIUM x MEDIUM is missing",
                                "cell MEDIUM x LOW is missing",
                                "cell LOW x MEDIUM is missing",
                                "cell LOW x LOW is missing"));
    }

    @Test
    void a_copy_with_a_change_differs_in_that_cell_alone() {
        PriorityMatrix matrix = PriorityMatrix.itil3x3();
        PriorityMatrix changed =
                PriorityMatrix.builder(matrix).cell("LOW", "LOW", "P4").build();

        assertThat(changed.at(Impact.LOW, Urgency.LOW)).isEqualTo(Priority.P4);
        assertThat(changed.at(Impact.LOW, Urgency.MEDIUM)).isEqualTo(Priority.P4);
        assertThat(changed).isNotEqualTo(matrix);
        assertThat(PriorityMatrix.builder(matrix).build()).isEqualTo(matrix).hasSameHashCodeAs(matrix);
        assertThat(matrix.toString()).startsWith("impact \\ urgency [HIGH, MEDIUM, LOW]\nHIGH [P1, P2, P3]");
    }

    @Test
    void the_presets_hold_the_cells_of_their_sources_with_the_most_severe_level_first() throws IOException {
        Path reference = reference();
        assumeTrue(Files.exists(reference), "no " + reference + " here: the presets were not compared");
        String text = Files.readString(reference);

        assertThat(cells(PriorityMatrix.itil3x3())).isEqualTo(stated(text, "servicenow_3x3"));
        assertThat(cells(PriorityMatrix.matrix3x4())).isEqualTo(stated(text, "itop_3x4"));
        // here the source counts upwards and has urgencies as rows: turned over in both directions and in its values
        List<List<Integer>> turned = stated(text, "glpi_5x5");
        Collections.reverse(turned);
        List<List<Integer>> transposed = new ArrayList<>();
        for (int impact = 4; impact >= 0; impact--) {
            List<Integer> row = new ArrayList<>();
            for (List<Integer> urgency : turned) {
                row.add(6 - urgency.get(impact));
            }
            transposed.add(row);
        }
        assertThat(cells(PriorityMatrix.matrix5x5())).isEqualTo(transposed);
    }

    private static List<List<Integer>> cells(PriorityMatrix matrix) {
        List<List<Integer>> cells = new ArrayList<>();
        for (Impact impact : matrix.impacts().levels()) {
            cells.add(matrix.urgencies().levels().stream()
                    .map(urgency -> matrix.at(impact, urgency).rank() + 1)
                    .toList());
        }
        return cells;
    }

    private static List<List<Integer>> stated(String text, String name) {
        String part = text.substring(text.indexOf("\"cells\"", text.indexOf("\"" + name + "\"")));
        String cells = part.substring(0, part.indexOf('}'));
        List<List<Integer>> rows = new ArrayList<>();
        Pattern.compile("\\[([\\d,\\s]+)]")
                .matcher(cells)
                .results()
                .forEach(row -> rows.add(Pattern.compile("\\d+")
                        .matcher(row.group(1))
                        .results()
                        .map(number -> Integer.valueOf(number.group()))
                        .toList()));
        return rows;
    }

    private static Path reference() {
        Path root = Path.of("").toAbsolutePath();
        while (root.getParent() != null && !Files.exists(root.resolve(".mvn"))) {
            root = root.getParent();
        }
        return root.resolveSibling("shared").resolve("reference").resolve("matrices.json");
    }
}
