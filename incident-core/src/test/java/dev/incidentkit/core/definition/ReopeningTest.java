package dev.incidentkit.core.definition;

import static dev.incidentkit.core.definition.Scene.ANN;
import static dev.incidentkit.core.definition.Scene.CLEO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.AssignmentCommand;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Status;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A resolution that is taken back leads to work where somebody is accountable, and else to the beginning. */
class ReopeningTest {
    private static final LifecycleCommand.Resolve RESOLVE =
            LifecycleCommand.Resolve.permanently(new Category("mail"), "FIXED", "Restarted");

    private static Scene back(Scene resolved, String way) {
        IncidentCommand command =
                way.equals("REOPEN") ? new LifecycleCommand.Reopen("again") : new LifecycleCommand.Reject("no better");
        return resolved.then(way.equals("REOPEN") ? ANN : CLEO, command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REOPEN", "REJECT"})
    @Tag("C-84")
    void what_was_resolved_without_an_owner_is_new_again_and_takes_one_to_start(String way) {
        Scene scene = back(Scene.reported(ProcessDefinition.itil()).then(ANN, RESOLVE), way);

        assertThat(scene.incident().status()).isEqualTo(Status.NEW);
        assertThat(scene.incident().reopenings()).isEqualTo(1);
        assertThat(scene.refusal(ANN, new LifecycleCommand.Start(null))).containsExactly("FIELD_REQUIRED:owner");
        scene.then(ANN, new LifecycleCommand.Start(Owner.group("mail")));
        assertThat(scene.incident().status()).isEqualTo(Status.IN_PROGRESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REOPEN", "REJECT"})
    @Tag("C-84")
    void what_somebody_is_accountable_for_is_worked_on_again(String way) {
        Scene scene = back(
                Scene.reported(ProcessDefinition.itil())
                        .then(ANN, new AssignmentCommand.Assign(Owner.group("mail")))
                        .then(ANN, RESOLVE),
                way);

        assertThat(scene.incident().status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(scene.refusal(ANN, new AssignmentCommand.Unassign())).containsExactly("OWNER_REQUIRED:owner");
    }
}
