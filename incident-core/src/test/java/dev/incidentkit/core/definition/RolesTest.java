package dev.incidentkit.core.definition;

import static dev.incidentkit.core.definition.Scene.ANN;
import static dev.incidentkit.core.definition.Scene.BEN;
import static dev.incidentkit.core.definition.Scene.CLEO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.AssignmentCommand;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Resolution;
import dev.incidentkit.core.incident.ResolutionMethod;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.TriageEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who may do what, and what is asked of whom. */
class RolesTest {
    private static final ProcessDefinition ITIL = ProcessDefinition.itil();

    private static IncidentCommand resolve(ResolutionMethod method, @Nullable String note) {
        return new LifecycleCommand.Resolve(
                new Category("mail"), new Resolution("FIXED", note == null ? null : PersonalText.of(note), method));
    }

    @Test
    @Tag("C-80")
    void only_the_caller_accepts_or_rejects() {
        Scene scene = Scene.reported(ITIL).then(ANN, resolve(ResolutionMethod.PERMANENT, "restarted"));

        assertThat(scene.refusal(ANN, new LifecycleCommand.Confirm())).containsExactly("ROLE_REQUIRED");
        assertThat(scene.refusal(BEN, new LifecycleCommand.Reject("no"))).containsExactly("ROLE_REQUIRED");
        assertThat(scene.refusal(CLEO, new LifecycleCommand.Reject("no"))).isEmpty();
    }

    @Test
    @Tag("C-84")
    void exactly_one_is_accountable_from_the_beginning_of_work() {
        Scene scene = Scene.reported(ITIL);
        assertThat(scene.refusal(ANN, new LifecycleCommand.Start(null))).containsExactly("FIELD_REQUIRED:owner");

        scene.then(ANN, new LifecycleCommand.Start(Owner.group("network")))
                .then(ANN, new AssignmentCommand.Assign(Owner.person("bea")));
        assertThat(scene.incident().owner()).contains(Owner.person("bea"));
        assertThat(scene.refusal(ANN, new AssignmentCommand.Unassign())).containsExactly("OWNER_REQUIRED:owner");
    }

    @Test
    @Tag("C-46")
    void the_desk_verifies_a_report_before_it_counts_or_turns_it_away() {
        Scene scene = Scene.reported(TestDefinitions.OWN);
        assertThat(scene.refusal(ANN, new LifecycleCommand.Start(Owner.group("network"))))
                .containsExactly("TRANSITION_UNKNOWN");
        assertThat(scene.refusal(BEN, LifecycleCommand.Perform.of(TestDefinitions.ACCEPT)))
                .containsExactly("ROLE_REQUIRED");

        Scene away = Scene.reported(TestDefinitions.OWN)
                .then(ANN, new LifecycleCommand.Perform(TestDefinitions.TURN_AWAY, "works here", Attributes.none()));
        assertThat(away.incident().phase()).isEqualTo(Phase.CANCELLED);
    }

    @Test
    @Tag("C-51")
    void what_users_did_themselves_is_written_down() {
        Scene scene = Scene.reported(ITIL);

        assertThat(scene.refusal(ANN, resolve(ResolutionMethod.USER_APPLIED, null)))
                .containsExactly("FIELD_REQUIRED:resolutionNote");
        scene.then(ANN, resolve(ResolutionMethod.USER_APPLIED, "cleared the cache"));
        assertThat(scene.incident().resolution())
                .hasValueSatisfying(found -> assertThat(found.method()).isEqualTo(ResolutionMethod.USER_APPLIED));
    }

    @Test
    @Tag("C-16")
    void a_category_that_is_found_later_brings_the_model_that_fits_it() {
        Scene scene = Scene.reported(TestDefinitions.PROCESS);
        assertThat(scene.incident().handling().model()).isNull();

        scene.then(ANN, new TriageCommand.Categorize(new Category("mail")));

        assertThat(scene.incident().handling().model()).isEqualTo("mail stuck");
        assertThat(scene.all(TriageEvent.Categorized.class)).hasSize(1);
        assertThat(scene.last()).hasSize(2);
    }
}
