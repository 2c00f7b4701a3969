package dev.incidentkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Level;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Urgency;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Priority matrices that peers ship, and small ones with one cell that stands out. */
class MatrixFindingsTest {
    private static RuleTable matrix(
            Scale<Impact> impacts, Scale<Urgency> urgencies, Scale<Priority> to, int[][] cells) {
        Input<Impact> impact = Input.scale("impact", impacts);
        Input<Urgency> urgency = Input.scale("urgency", urgencies);
        RuleTable.Builder table = RuleSchema.named("priority")
                .in(impact)
                .in(urgency)
                .out(Output.scale("priority", to))
                .complete()
                .build()
                .builder();
        for (int row = 0; row < cells.length; row++) {
            for (int column = 0; column < cells[row].length; column++) {
                table.rule(impacts.at(row) + "x" + urgencies.at(column))
                        .when(impact.is(impacts.at(row)), urgency.is(urgencies.at(column)))
                        .then(to.at(cells[row][column] - 1));
            }
        }
        return table.build();
    }

    private static RuleTable matrix(int[][] cells) {
        return matrix(
                levels(Impact::new, "impact", cells.length),
                levels(Urgency::new, "urgency", cells[0].length),
                Scale.PRIORITY,
                cells);
    }

    private static <L extends Level> Scale<L> levels(BiFunction<String, Integer, L> factory, String name, int count) {
        List<String> labels = new ArrayList<>();
        for (int level = 1; level <= count; level++) {
            labels.add(name.substring(0, 1) + level);
        }
        return Scale.of(name, factory, labels);
    }

    private static List<String> messages(RuleTable table) {
        return table.verify().findings().stream()
                .map(finding -> finding.level() + " " + finding.code() + ": " + finding.message())
                .toList();
    }

    @Test
    void the_matrix_of_a_service_desks_documentation_has_one_cell_that_stands_out_and_two_identical_rows() {
        RuleTable table = matrix(
                Scale.of("impact", Impact::new, "extensive", "significant", "moderate", "minor"),
                Scale.of("urgency", Urgency::new, "critical", "high", "medium", "low", "lowest"),
                Scale.of("priority", Priority::new, "Highest", "High", "Medium", "Low", "Lowest"),
                new int[][] {{1, 2, 3, 4, 5}, {1, 2, 3, 4, 5}, {2, 3, 4, 4, 5}, {3, 4, 5, 4, 5}});

        assertThat(messages(table))
                .containsExactly(
                        "WARNING NOT_MONOTONE: At impact = minor, urgency = medium the priority is Lowest, although"
                                + " the less severe urgency = low gives Low",
                        "INFO LEVELS_ALIKE: The rows of impact extensive and significant are identical: all else"
                                + " being equal they always give the same");
        ProofFinding cell = table.verify().of(ProofCode.NOT_MONOTONE).get(0);
        assertThat(cell.example()).hasToString("[minor, medium]");
    }

    @Test
    void the_three_by_three_matrix_of_itil_texts_has_no_finding() {
        assertThat(messages(matrix(new int[][] {{1, 2, 3}, {2, 3, 4}, {3, 4, 5}})))
                .isEmpty();
        assertThat(matrix(new int[][] {{1, 2, 3}, {2, 3, 4}, {3, 4, 5}}).verify())
                .hasToString("table priority: nothing to report")
                .matches(Verification::isSound)
                .matches(Verification::isExact);
    }

    @Test
    void a_five_by_five_matrix_turned_most_severe_first_is_monotone() {
        int[][] cells = {{1, 1, 2, 3, 4}, {1, 2, 2, 3, 4}, {2, 2, 3, 4, 4}, {3, 3, 4, 4, 5}, {4, 4, 4, 5, 5}};

        assertThat(messages(matrix(cells))).isEmpty();
    }

    @Test
    void a_row_that_never_gives_a_level_between_those_it_gives_is_named() {
        RuleTable table = matrix(
                Scale.of("impact", Impact::new, "department", "service", "person"),
                Scale.of("urgency", Urgency::new, "critical", "high", "medium", "low"),
                Scale.of("priority", Priority::new, "critical", "high", "medium", "low"),
                new int[][] {{1, 1, 2, 4}, {1, 2, 3, 4}, {2, 3, 3, 4}});

        assertThat(messages(table))
                .containsExactly("INFO LEVEL_SKIPPED: impact = department gives critical, high and low, but never"
                        + " medium; the jump over it is at impact = department, urgency = low");
    }

    @Test
    void a_cell_that_is_too_severe_is_named_once_and_not_its_neighbours() {
        assertThat(messages(matrix(new int[][] {{2, 3, 4}, {3, 4, 1}, {4, 5, 5}})))
                .containsExactly("WARNING NOT_MONOTONE: At impact = i2, urgency = u3 the priority is P1, although the"
                        + " more severe impact = i1 gives only P4 and the more severe urgency = u2 gives only P4");
    }

    @Test
    void a_cell_that_is_too_mild_is_named_once_with_both_neighbours() {
        assertThat(messages(matrix(new int[][] {{1, 2, 3}, {2, 5, 4}, {3, 4, 5}})))
                .containsExactly("WARNING NOT_MONOTONE: At impact = i2, urgency = u2 the priority is P5, although the"
                        + " less severe impact = i3 gives P4 and the less severe urgency = u3 gives P4");
    }

    @Test
    void a_missing_cell_a_cell_given_twice_and_an_unused_level_are_named() {
        RuleTable full = matrix(new int[][] {{1, 2}, {2, 3}});
        RuleTable table = RuleTable.builder(full)
                .remove("i2xu1")
                .add(new Rule(
                        "again",
                        full.rules().get(0).conditions(),
                        Arrays.asList((Object) Scale.PRIORITY.at(3)),
                        "",
                        null))
                .build();

        assertThat(messages(table))
                .containsExactly(
                        "ERROR RULES_CONFLICT: i1xu1 and again contradict each other: both match impact = i1,"
                                + " urgency = u1, but i1xu1 gives P1 and again gives P4",
                        "ERROR GAP: No rule matches impact = i2, urgency = u1",
                        "INFO OUTPUT_UNUSED: No rule gives priority P5, which is allowed");
    }
}
