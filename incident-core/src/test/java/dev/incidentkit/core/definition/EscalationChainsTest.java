package dev.incidentkit.core.definition;

import static dev.incidentkit.core.definition.Scene.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.incidentkit.core.incident.AssignmentCommand;
import dev.incidentkit.core.incident.AssignmentEvent;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.EscalationKind;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.policy.OnCallSchedule;
import dev.incidentkit.core.policy.Rotation;
import dev.incidentkit.core.policy.Rotations;
import dev.incidentkit.core.process.EscalationChain;
import dev.incidentkit.core.process.EscalationStep;
import dev.incidentkit.core.process.Procedures;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whom to call, one after the other, while a condition holds. */
class EscalationChainsTest {
    private static final Condition UNANSWERED =
            Condition.allOf(Condition.open(), Condition.not(Condition.has(Fact.BuiltIn.ACKNOWLEDGED)));
    private static final Condition UNOWNED =
            Condition.allOf(Condition.open(), Condition.not(Condition.has(Fact.BuiltIn.OWNED)));
    private static final OnCallSchedule SCHEDULE = new Rotations(List.of(new Rotation(
            "network",
            ZoneOffset.UTC,
            LocalDateTime.of(2026, 3, 2, 8, 0),
            LocalDateTime.of(2026, 3, 2, 9, 40),
            1,
            List.of("ann"))));

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    private static EscalationChain unanswered(int repeats) {
        return new EscalationChain(
                "unanswered",
                UNANSWERED,
                List.of(
                        EscalationStep.onCall(EscalationKind.FUNCTIONAL, "network", minutes(15)),
                        EscalationStep.to(EscalationKind.HIERARCHICAL, "head of operations", minutes(20))),
                repeats);
    }

    private static ProcessDefinition with(OnCallSchedule schedule, EscalationChain... chains) {
        return ProcessDefinition.builder(ProcessDefinition.itil())
                .slas()
                .procedures(Procedures.builder()
                        .addEscalations(chains)
                        .onCall(schedule)
                        .build())
                .build();
    }

    private static List<String> called(Scene scene) {
        return scene.all(AssignmentEvent.Escalated.class).stream()
                .map(event -> event.target() + " "
                        + Duration.between(Scene.START, event.meta().effectiveAt())
                                .toMinutes())
                .toList();
    }

    @Test
    @Tag("C-67")
    @Tag("C-68")
    void steps_are_taken_one_after_the_other_at_their_instants_and_again_as_often_as_asked() {
        Scene scene = Scene.reported(with(SCHEDULE, unanswered(1)));

        scene.afterMinutes(300).wakes();

        assertThat(called(scene))
                .as("at 09:50 nobody is on call any more, so the next one is called then")
                .containsExactly("ann 15", "head of operations 35", "head of operations 50");
        assertThat(scene.all(AssignmentEvent.Escalated.class))
                .extracting(AssignmentEvent.Escalated::kind)
                .containsExactly(EscalationKind.FUNCTIONAL, EscalationKind.HIERARCHICAL, EscalationKind.HIERARCHICAL);
        assertThat(scene.incident().escalations()).isEqualTo(3);
        assertThat(scene.incident().handling().overdue()).isEmpty();
        int written = scene.events().size();
        assertThat(scene.after(Duration.ofDays(3)).wakes().events()).hasSize(written);
    }

    @Test
    @Tag("C-67")
    void an_acknowledgement_ends_the_escalation() {
        Scene scene =
                Scene.reported(with(SCHEDULE, unanswered(0))).afterMinutes(20).wakes();
        assertThat(called(scene)).containsExactly("ann 15");

        scene.then(ANN, new AssignmentCommand.Acknowledge()).afterMinutes(600).wakes();

        assertThat(called(scene)).containsExactly("ann 15");
        assertThat(scene.incident().handling().escalations()).isEmpty();
    }

    @Test
    @Tag("C-157")
    void what_nobody_owns_is_escalated_each_time_that_nobody_owns_it() {
        EscalationChain unowned = new EscalationChain(
                "unowned",
                UNOWNED,
                List.of(EscalationStep.to(EscalationKind.FUNCTIONAL, "service desk", minutes(30))),
                0);
        Scene scene = Scene.reported(with(SCHEDULE, unowned)).afterMinutes(10);
        scene.then(ANN, new AssignmentCommand.Assign(Owner.group("network"))).afterMinutes(60);
        scene.then(ANN, new AssignmentCommand.Unassign()).afterMinutes(40).wakes();

        assertThat(called(scene)).containsExactly("service desk 100");
    }

    @Test
    @Tag("C-132")
    void the_steps_are_those_of_when_it_began_however_long_it_runs() {
        Scene scene = Scene.reported(with(SCHEDULE, unanswered(0)));

        assertThat(scene.incident().handling().escalations().get("unanswered"))
                .satisfies(running -> assertThat(running.steps()).hasSize(2));
        assertThat(with(SCHEDULE, unanswered(0)).hash())
                .isNotEqualTo(with(SCHEDULE, unanswered(1)).hash())
                .isNotEqualTo(with(OnCallSchedule.nobody(), unanswered(0)).hash());
    }

    @Test
    @Tag("C-68")
    void a_schedule_that_fails_refuses_until_it_answers_again() {
        OnCallSchedule broken = new OnCallSchedule() {
            @Override
            public Optional<String> whoIsOnCall(String group, Instant at) {
                throw new IllegalStateException("the rota is away");
            }

            @Override
            public String version() {
                return "1";
            }
        };
        Scene scene = Scene.reported(with(broken, unanswered(0))).afterMinutes(20);

        assertThat(scene.refusal(ANN, new AssignmentCommand.Acknowledge())).containsExactly("PORT_FAILED");
        assertThatExceptionOfType(IncidentRejectedException.class)
                .isThrownBy(scene::wakes)
                .withMessageContaining("the rota is away");
    }

    @Test
    void what_is_no_chain_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EscalationChain("empty", UNOWNED, List.of(), 0))
                .withMessageContaining("'empty'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EscalationStep.to(EscalationKind.FUNCTIONAL, "desk", Duration.ZERO))
                .withMessageContaining("PT0S");
    }
}
