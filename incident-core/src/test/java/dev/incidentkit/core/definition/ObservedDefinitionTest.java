package dev.incidentkit.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.AssignmentCommand;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.lifecycle.Guard;
import dev.incidentkit.core.lifecycle.Transition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ObservedDefinitionTest {
    private static final ProcessDefinition ITIL = ProcessDefinition.itil();

    private static final class Told implements DefinitionProbe {
        private final List<String> decided = new ArrayList<>();
        private final List<String> answered = new ArrayList<>();

        @Override
        public void decided(@Nullable Incident before, IncidentCommand command, List<IncidentEvent> events) {
            decided.add(
                    (before == null ? "begun" : before.status().name()) + " " + command.action() + " " + events.size());
        }

        @Override
        public void answered(Transition transition, Guard guard, List<Unmet> unmet) {
            answered.add(transition.action() + " " + guard.name() + " " + unmet.isEmpty());
        }
    }

    private final Told told = new Told();
    private final ProcessDefinition observed = ITIL.observedBy(told);

    @Test
    void an_observed_copy_has_the_same_content_and_decides_the_same() {
        Scene plain = Scene.reported(ITIL).then(Scene.ANN, TestCommands.of("START"));
        Scene same = Scene.reported(observed).then(Scene.ANN, TestCommands.of("START"));

        assertThat(observed).isEqualTo(ITIL);
        assertThat(observed.lifecycle().transitions())
                .isEqualTo(ITIL.lifecycle().transitions());
        assertThat(same.events()).isEqualTo(plain.events());
    }

    @Test
    void every_accepted_command_is_told_and_no_refused_one() {
        Scene scene = Scene.reported(observed).then(Scene.ANN, TestCommands.of("START"));
        scene.unmet(Scene.ANN, new LifecycleCommand.Close());
        scene.wakes();

        assertThat(told.decided).containsExactly("begun REPORT 1", "NEW START 2", "IN_PROGRESS WAKE 0");
    }

    @Test
    void what_a_desk_carries_out_is_told_too() {
        CommandContext context = CommandContext.of(Scene.ANN, Scene.START);
        Outcome begun = observed.carryOut(
                new IncidentId("INC-1"), TenantId.DEFAULT, Scene.report().build(), context);
        observed.carryOut(begun.incident(), new AssignmentCommand.Acknowledge(), context);

        assertThat(told.decided).containsExactly("begun REPORT 1", "NEW ACKNOWLEDGE 1");
    }

    @Test
    void guards_of_steps_and_of_branches_tell_their_answers() {
        Scene scene = Scene.reported(observed)
                .then(Scene.ANN, TestCommands.of("HOLD"))
                .then(Scene.ANN, LifecycleCommand.Resume.BY_HAND)
                .then(Scene.ANN, LifecycleCommand.Resolve.permanently(new Category("mail"), "FIXED", "Restarted"));
        scene.unmet(Scene.ANN, new LifecycleCommand.Close());

        assertThat(told.answered)
                .contains("RESUME owned false", "RESOLVE tasks-settled true", "CLOSE checklist false")
                .doesNotContain("RESUME owned true");
    }

    @Test
    void the_plain_definition_stays_as_it_is() {
        Scene.reported(ITIL).then(Scene.ANN, new RecordCommand.Wake());
        ProcessDefinition changed =
                ProcessDefinition.builder(observed).name("changed").build();
        changed.begin(
                new IncidentId("INC-1"),
                TenantId.DEFAULT,
                Scene.report().build(),
                CommandContext.of(Scene.ANN, Scene.START));

        assertThat(told.decided).isEmpty();
    }
}
