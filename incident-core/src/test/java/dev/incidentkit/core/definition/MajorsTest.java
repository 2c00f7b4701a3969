package dev.incidentkit.core.definition;

import static dev.incidentkit.core.definition.Scene.ANN;
import static dev.incidentkit.core.definition.Scene.CLEO;
import static dev.incidentkit.core.definition.Scene.MAX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.DeadlineKind;
import dev.incidentkit.core.incident.Direction;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.MajorState;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.ProcessCommand.DecideMajor;
import dev.incidentkit.core.incident.ProcessEvent;
import dev.incidentkit.core.incident.ReviewCommand;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TriageEvent;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.lifecycle.Guards;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.process.MajorCandidate;
import dev.incidentkit.core.process.MajorPolicy;
import dev.incidentkit.core.process.MessageLine;
import dev.incidentkit.core.process.Procedures;
import dev.incidentkit.core.process.StaffingRule;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Major incidents: who says so, and what follows. */
class MajorsTest {
    private static final Condition MAJOR = Condition.has(Fact.BuiltIn.MAJOR);
    private static final LifecycleCommand.Resolve RESOLVE =
            LifecycleCommand.Resolve.permanently(new Category("payments"), "FIXED", "Rolled back");

    /** The default lifecycle with the review of major incidents on both ways to a closure. */
    private static Lifecycle reviewing() {
        return Lifecycle.builder(Lifecycle.itil())
                .without(Action.CLOSE)
                .without(Action.CONFIRM)
                .transition(
                        Action.CLOSE,
                        step -> step.from(Status.RESOLVED).to(Status.CLOSED).guards(Guards.MAJOR_REVIEWED))
                .transition(
                        Action.CONFIRM,
                        step -> step.from(Status.RESOLVED)
                                .toWhen(Status.CLOSED, Guards.MAJOR_REVIEWED)
                                .to(Status.RESOLVED)
                                .roles(Role.CALLER))
                .build();
    }

    private static Procedures procedures() {
        return Procedures.builder()
                .majors(new MajorPolicy(
                        List.of(new MajorCandidate("payments", Condition.oneOf(Fact.BuiltIn.SERVICE, "payments"))),
                        Set.of(Role.INCIDENT_MANAGER),
                        TestProcedures.minutes(20)))
                .addStaffing(
                        new StaffingRule("manager", MAJOR, Role.INCIDENT_MANAGER, 1, TestProcedures.minutes(10)),
                        new StaffingRule("lead", MAJOR, Role.COMMUNICATIONS_LEAD, 1, TestProcedures.minutes(15)))
                .addMessages(
                        MessageLine.every("board", "board", Channel.PHONE, "how it stands", TestProcedures.minutes(30))
                                .when(Condition.allOf(MAJOR, Condition.open())))
                .build();
    }

    private static ProcessDefinition definition() {
        return ProcessDefinition.builder(
                        "majors", reviewing(), ProcessDefinition.itil().triage())
                .closure(ClosureRule.after(Duration.ofDays(5)))
                .procedures(procedures())
                .build();
    }

    private static Scene payments() {
        return Scene.reported(
                definition(), Scene.report().addServices("payments").build());
    }

    private static DecideMajor decide(MajorState state) {
        return new DecideMajor(state, "Nobody can pay");
    }

    @Test
    @Tag("C-62")
    void a_candidate_is_proposed_by_the_table_once_and_its_decision_is_due() {
        Scene scene = payments();

        assertThat(scene.all(TriageEvent.MajorChanged.class)).singleElement().satisfies(event -> {
            assertThat(event.state()).isEqualTo(MajorState.PROPOSED);
            assertThat(event.meta().cause().rule()).isEqualTo("payments");
            assertThat(event.dueAt()).isEqualTo(Scene.START.plus(Duration.ofMinutes(20)));
        });
        scene.afterMinutes(30).wakes();
        assertThat(scene.all(ProcessEvent.DeadlinePassed.class))
                .extracting(ProcessEvent.DeadlinePassed::kind)
                .containsExactly(DeadlineKind.MAJOR_DECISION);

        scene.then(MAX, decide(MajorState.REJECTED)).then(ANN, new WorkCommand.Note("Fine", Visibility.INTERNAL));
        assertThat(scene.incident().handling().major()).isEqualTo(MajorState.REJECTED);
        assertThat(scene.incident().handling().overdue()).isEmpty();
    }

    @Test
    @Tag("C-83")
    void only_who_the_policy_names_decides_and_each_decision_follows_from_how_it_stands() {
        Scene scene = Scene.reported(definition());
        assertThat(scene.refusal(MAX, decide(MajorState.DEMOTED))).containsExactly("MAJOR_STATE:state");
        assertThat(scene.refusal(MAX, decide(MajorState.REJECTED))).containsExactly("MAJOR_STATE:state");

        scene.then(ANN, decide(MajorState.PROPOSED));
        assertThat(scene.refusal(ANN, decide(MajorState.ACCEPTED))).containsExactly("ROLE_REQUIRED");
        assertThat(scene.refusal(ANN, decide(MajorState.DEMOTED)))
                .containsExactly("MAJOR_STATE:state", "ROLE_REQUIRED");

        scene.then(MAX, decide(MajorState.ACCEPTED)).then(MAX, decide(MajorState.DEMOTED));
        assertThat(scene.incident().handling().isMajor()).isFalse();
        scene.then(ANN, decide(MajorState.PROPOSED)).then(MAX, decide(MajorState.ACCEPTED));
        assertThat(scene.incident().handling().isMajor()).isTrue();
        assertThat(Scene.reported(ProcessDefinition.itil()).refusal(MAX, decide(MajorState.PROPOSED)))
                .containsExactly("MAJOR_UNKNOWN:state");
    }

    @Test
    @Tag("C-90")
    void an_accepted_one_asks_for_a_manager_a_communications_lead_and_messages_at_a_cadence() {
        Scene scene = payments().then(MAX, decide(MajorState.ACCEPTED));

        assertThat(scene.incident().handling().staffing())
                .containsOnlyKeys(Role.INCIDENT_MANAGER, Role.COMMUNICATIONS_LEAD);
        assertThat(scene.incident().handling().message("board")).isPresent();
        scene.afterMinutes(31).wakes();
        assertThat(scene.all(ProcessEvent.DeadlinePassed.class))
                .extracting(ProcessEvent.DeadlinePassed::subject)
                .containsExactly("INCIDENT_MANAGER", "COMMUNICATIONS_LEAD", "board");
        scene.then(
                ANN,
                new WorkCommand.Communicate(
                        Direction.OUTBOUND, Channel.PHONE, "board", "Being mended", Visibility.INTERNAL));
        assertThat(scene.incident().handling().deadline(DeadlineKind.MESSAGE, "board"))
                .hasValueSatisfying(
                        next -> assertThat(next.dueAt()).isEqualTo(Scene.START.plus(Duration.ofMinutes(61))));

        scene.then(MAX, decide(MajorState.DEMOTED));
        assertThat(scene.incident().handling().staffing()).isEmpty();
        assertThat(scene.incident().handling().message("board")).isEmpty();
    }

    @Test
    @Tag("C-154")
    void an_accepted_one_is_not_closed_by_itself_nor_before_its_review_is_opened() {
        Scene scene = payments().then(MAX, decide(MajorState.ACCEPTED)).then(ANN, RESOLVE);
        assertThat(scene.refusal(MAX, new LifecycleCommand.Close())).containsExactly("REVIEW_REQUIRED:review");
        scene.then(CLEO, new LifecycleCommand.Confirm());
        assertThat(scene.incident().phase()).isEqualTo(Phase.RESOLVED);

        scene.after(Duration.ofDays(60)).wakes();
        assertThat(scene.incident().phase()).isEqualTo(Phase.RESOLVED);

        scene.then(MAX, new ReviewCommand.OpenReview("rita", Scene.START.plus(Duration.ofDays(70))))
                .then(MAX, new LifecycleCommand.Close());
        assertThat(scene.incident().phase()).isEqualTo(Phase.CLOSED);
    }

    @Test
    @Tag("C-154")
    void a_definition_in_which_a_major_incident_can_close_unreviewed_is_not_built() {
        ProcessDefinitionBuilder unguarded =
                ProcessDefinition.builder(ProcessDefinition.itil()).procedures(procedures());

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(unguarded::build)
                .withMessageContaining("CLOSE")
                .withMessageContaining("CONFIRM")
                .withMessageContaining("major-reviewed");
    }
}
