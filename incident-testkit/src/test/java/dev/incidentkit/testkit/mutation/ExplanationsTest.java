package dev.incidentkit.testkit.mutation;

import static dev.incidentkit.testkit.assertion.IncidentAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.definition.ProcessDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplanationsTest {
    private static final ProcessDefinition ITIL = ProcessDefinition.itil();

    @Test
    void a_file_says_which_faults_need_no_test_and_why(@TempDir Path directory) throws Exception {
        MutationReport report =
                Mutation.of(ITIL).only(MutantKind.CHANGED_CELL).searching(0).run(List.of());
        Path file = directory.resolve("explained.csv");
        Files.writeString(
                file,
                "subject,mutant,reason\nit*,CHANGED_CELL * x LOW: *,rare\nitil,* HIGH: *,rare\n"
                        + "itil,*MEDIUM: *,rare\n");

        assertThat(report.assertAllNoticed(Explanations.read(file))).isSameAs(report);
        Explanations.read(file).assertAllNeeded(List.of(report));

        Files.writeString(file, "subject,mutant,reason\n*,CHANGED_CELL * x LOW: *,rare\nitil,DROPPED_PAUSE *,never\n");
        Explanations others = Explanations.read(file);
        assertThatThrownBy(() -> report.assertAllNoticed(others))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(
                        "no test notices CHANGED_CELL matrix HIGH x HIGH",
                        "explained.csv:3: 'DROPPED_PAUSE *' explains nothing: no such mutant of 'itil' survives")
                .hasMessageNotContaining("no test notices CHANGED_CELL matrix HIGH x LOW");
        assertThatThrownBy(() -> others.assertAllNeeded(List.of(report))).hasMessageContaining("explained.csv:3");
    }

    @Test
    void a_file_of_explanations_without_reasons_is_refused(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("explained.csv");
        Files.writeString(file, "subject,mutant,reason\nitil,CHANGED_CELL *,\nitil,x\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Explanations.read(file))
                .withMessageContainingAll("explained.csv:2:", "explained.csv:3:");
        assertThatThrownBy(() -> Explanations.read(directory.resolve("gone.csv")))
                .hasMessageContaining("gone.csv");
    }
}
