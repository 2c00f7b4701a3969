package dev.incidentkit.core.definition;

import static dev.incidentkit.core.definition.Scene.ANN;
import static dev.incidentkit.core.definition.Scene.BEN;
import static dev.incidentkit.core.definition.Scene.MAX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Deadline;
import dev.incidentkit.core.incident.DeadlineKind;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.PlanKind;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.ProcessCommand;
import dev.incidentkit.core.incident.ProcessEvent;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.core.incident.Task;
import dev.incidentkit.core.incident.TaskState;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.process.Plan;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PlansTest {
    private static final IncidentCommand RESPONSE =
            new ProcessCommand.OpenPlan(PlanKind.RESPONSE, "gateway lost", "ben found it");
    private static final IncidentCommand RESOLVE =
            LifecycleCommand.Resolve.permanently(new Category("network/vpn"), "FIXED", "restarted");

    private static Scene vpn() {
        return Scene.reported(
                TestDefinitions.PROCESS, Scene.report().addServices("vpn").build());
    }

    private static Scene plain() {
        return Scene.reported(TestDefinitions.PROCESS);
    }

    private static IncidentCommand finish(String task) {
        return new ProcessCommand.FinishTask(task, null);
    }

    private static IncidentCommand model(String name) {
        return new ProcessCommand.OpenPlan(PlanKind.MODEL, name, "looks like it");
    }

    private static List<ProcessEvent.DeadlinePassed> passed(Scene scene) {
        return scene.all(ProcessEvent.DeadlinePassed.class).stream()
                .filter(event -> event.kind() == DeadlineKind.TASK)
                .toList();
    }

    @Test
    @Tag("C-72")
    void a_rule_selects_the_model_and_the_record_says_which() {
        Scene scene = vpn();

        ProcessEvent.PlanOpened opened =
                scene.all(ProcessEvent.PlanOpened.class).get(0);
        Incident incident = scene.incident();
        assertThat(opened.plan()).isEqualTo("vpn outage");
        assertThat(opened.meta().cause().rule()).isEqualTo("vpn");
        assertThat(opened.meta().cause().configuration())
                .isEqualTo(TestProcedures.FULL.selection().version());
        assertThat(incident.handling().model()).isEqualTo("vpn outage");
        assertThat(incident.category()).contains(new Category("network/vpn"));
        assertThat(incident.priority()).contains(Priority.P1);
        assertThat(incident.severity()).contains(Severity.SEV2);
        assertThat(incident.owner()).contains(Owner.group("network"));
        assertThat(incident.handling().tasks())
                .extracting(Task::name, Task::state)
                .containsExactly(
                        tuple("look", TaskState.OPEN),
                        tuple("find", TaskState.OPEN),
                        tuple("compare", TaskState.OPEN),
                        tuple("mend", TaskState.OPEN));
    }

    @Test
    @Tag("C-72")
    void what_is_known_already_stays_where_a_model_has_defaults() {
        Incident incident = Scene.reported(
                        TestDefinitions.PROCESS,
                        Scene.report()
                                .addServices("vpn")
                                .impact(Impact.LOW)
                                .category(new Category("network/dns"))
                                .build())
                .incident();

        assertThat(incident.impact()).contains(Impact.LOW);
        assertThat(incident.category()).contains(new Category("network/dns"));
        assertThat(incident.urgency()).isPresent();
    }

    @Test
    @Tag("C-72")
    void a_model_chosen_by_hand_gives_its_defaults_and_is_exchanged_until_work_has_begun() {
        Scene scene = plain().then(ANN, model("vpn outage"));
        assertThat(scene.incident().owner()).contains(Owner.group("network"));
        assertThat(scene.incident().handling().deadline(DeadlineKind.TASK, "look"))
                .isPresent();

        scene.then(ANN, model("mail stuck"));
        assertThat(scene.incident().handling().tasks()).extracting(Task::name).containsExactly("flush");
        assertThat(scene.incident().handling().checklist()).containsExactly("QUEUE_EMPTY");
        assertThat(scene.incident().handling().deadline(DeadlineKind.TASK, "look"))
                .isEmpty();

        scene.then(ANN, new ProcessCommand.StartTask("flush"));
        assertThat(scene.refusal(ANN, model("vpn outage"))).containsExactly("PLAN_OPEN:plan");
        assertThat(scene.refusal(ANN, model("fire"))).containsExactly("PLAN_UNKNOWN:plan");
        assertThat(scene.then(ANN, model("mail stuck")).last()).isEmpty();
    }

    @Test
    @Tag("C-73")
    @Tag("C-83")
    void tasks_come_in_their_order_and_only_a_manager_leaves_a_mandatory_one_out() {
        Scene scene = vpn();

        assertThat(scene.refusal(BEN, new ProcessCommand.StartTask("find"))).containsExactly("TASK_BLOCKED:find");
        assertThat(scene.refusal(BEN, finish("mend"))).containsExactly("TASK_BLOCKED:mend");
        assertThat(scene.refusal(BEN, finish("dance"))).containsExactly("TASK_UNKNOWN:dance");
        assertThat(scene.refusal(BEN, new ProcessCommand.SkipTask("look", "no time")))
                .containsExactly("TASK_MANDATORY");

        scene.then(BEN, new ProcessCommand.StartTask("look"))
                .then(BEN, new ProcessCommand.FinishTask("look", "the light is red"))
                .then(MAX, new ProcessCommand.SkipTask("find", "it is plain to see"))
                .then(BEN, new ProcessCommand.SkipTask("compare", "no need"));

        assertThat(scene.refusal(BEN, finish("find"))).containsExactly("TASK_SETTLED:find");
        assertThat(scene.refusal(BEN, new ProcessCommand.SkipTask("look", "no need")))
                .containsExactly("TASK_SETTLED:look");
        assertThat(scene.then(BEN, finish("look")).last()).isEmpty();
        assertThat(scene.then(BEN, new ProcessCommand.StartTask("look")).last()).isEmpty();
        assertThat(scene.then(BEN, new ProcessCommand.SkipTask("find", "again")).last())
                .isEmpty();
        assertThat(scene.all(ProcessEvent.TaskMoved.class))
                .extracting(ProcessEvent.TaskMoved::comment)
                .containsExactly(
                        null,
                        PersonalText.of("the light is red"),
                        PersonalText.of("it is plain to see"),
                        PersonalText.of("no need"));
    }

    @Test
    @Tag("C-72")
    void a_task_that_is_not_settled_in_time_is_on_the_record_once_at_its_instant() {
        Scene scene = vpn();
        assertThat(TestDefinitions.PROCESS.nextDue(scene.incident(), Scene.START))
                .isPresent();

        scene.afterMinutes(45).wakes().wakes();

        assertThat(passed(scene)).singleElement().satisfies(event -> {
            assertThat(event.subject()).isEqualTo("look");
            assertThat(event.dueAt()).isEqualTo(Scene.START.plus(Duration.ofMinutes(30)));
            assertThat(event.meta().effectiveAt()).isEqualTo(event.dueAt().plusMillis(1));
            assertThat(event.meta().cause().trigger()).isEqualTo("deadline");
        });
        assertThat(scene.incident().handling().overdue())
                .extracting(Deadline::subject)
                .contains("look");

        scene.then(BEN, finish("look"));
        assertThat(scene.incident().handling().deadline(DeadlineKind.TASK, "look"))
                .isEmpty();
    }

    @Test
    @Tag("C-72")
    void what_is_settled_at_its_due_instant_is_in_time() {
        Scene scene = vpn().afterMinutes(30)
                .then(BEN, finish("look"))
                .afterMinutes(60)
                .wakes();

        assertThat(passed(scene)).isEmpty();
    }

    @Test
    @Tag("C-73")
    void deadlines_of_tasks_rest_while_an_incident_is_resolved_and_count_again_once_it_is_reopened() {
        Scene scene = plain().then(ANN, model("mail stuck"));
        scene.then(ANN, new ProcessCommand.OpenPlan(PlanKind.DISASTER_RECOVERY, "second site", "fire"))
                .then(MAX, new ProcessCommand.SkipTask("switch over", "it came back"));
        assertThat(scene.incident().handling().deadline(DeadlineKind.TASK, "switch over"))
                .isEmpty();

        Scene open = vpn();
        open.then(MAX, new ProcessCommand.SkipTask("look", "x"))
                .then(MAX, new ProcessCommand.SkipTask("find", "x"))
                .then(MAX, new ProcessCommand.SkipTask("mend", "x"))
                .then(ANN, RESOLVE)
                .afterMinutes(500)
                .wakes();
        assertThat(passed(open)).isEmpty();
    }

    @Test
    @Tag("C-57")
    void mandatory_tasks_stand_in_the_way_of_a_resolution_and_the_checklist_of_a_plan_in_that_of_a_closure() {
        Scene scene = vpn();
        assertThat(scene.refusal(ANN, RESOLVE)).containsExactly("TASK_OPEN:look", "TASK_OPEN:find", "TASK_OPEN:mend");

        scene.then(BEN, finish("look"))
                .then(BEN, finish("find"))
                .then(BEN, finish("mend"))
                .then(ANN, RESOLVE);
        for (String item : List.of("SERVICE_VERIFIED", "TEMPORARY_FIXES_SETTLED", "CONFIGURATION_DATA_UPDATED")) {
            scene.then(ANN, new WorkCommand.AnswerChecklist(item, true, null));
        }
        assertThat(scene.refusal(ANN, new LifecycleCommand.Close()))
                .containsExactly("CHECKLIST_OPEN:GATEWAY_RESTARTED");

        scene.then(ANN, new WorkCommand.AnswerChecklist("GATEWAY_RESTARTED", true, null));
        assertThat(scene.refusal(ANN, new LifecycleCommand.Close())).isEmpty();
    }

    @Test
    @Tag("C-48")
    void the_response_plan_is_opened_once_and_only_after_the_diagnosis() {
        Scene scene = vpn();
        assertThat(scene.refusal(ANN, RESPONSE)).containsExactly("DIAGNOSIS_OPEN:look", "DIAGNOSIS_OPEN:find");

        scene.then(BEN, finish("look"))
                .then(BEN, finish("find"))
                .afterMinutes(10)
                .then(ANN, RESPONSE);

        assertThat(scene.incident().handling().plans()).containsEntry(PlanKind.RESPONSE, "gateway lost");
        assertThat(scene.incident().handling().checklist()).contains("ROUTES_BACK", "GATEWAY_RESTARTED");
        assertThat(scene.incident().handling().deadline(DeadlineKind.TASK, "reroute"))
                .map(Deadline::dueAt)
                .contains(Scene.START.plus(Duration.ofMinutes(70)));
        assertThat(scene.refusal(ANN, new ProcessCommand.OpenPlan(PlanKind.RESPONSE, "another", "x")))
                .containsExactly("PLAN_UNKNOWN:plan");
        assertThat(scene.then(ANN, RESPONSE).last()).isEmpty();
    }

    @Test
    @Tag("C-53")
    void disaster_recovery_is_invoked_with_a_reason_and_its_tasks_must_be_settled() {
        Scene scene = plain().then(
                        MAX, new ProcessCommand.OpenPlan(PlanKind.DISASTER_RECOVERY, "second site", "the room burns"));

        assertThat(scene.all(ProcessEvent.PlanOpened.class)).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(PlanKind.DISASTER_RECOVERY);
            assertThat(event.reason()).isEqualTo(PersonalText.of("the room burns"));
        });
        assertThat(scene.refusal(ANN, RESOLVE)).containsExactly("TASK_OPEN:switch over");
        scene.afterMinutes(121).wakes();
        assertThat(passed(scene))
                .extracting(ProcessEvent.DeadlinePassed::subject)
                .containsExactly("switch over");
    }

    @Test
    @Tag("C-161")
    void plans_that_nobody_reviewed_for_too_long_are_found() {
        assertThat(TestProcedures.FULL.unreviewed(LocalDate.of(2025, 12, 31))).isEmpty();
        assertThat(TestProcedures.FULL.unreviewed(LocalDate.of(2026, 1, 1)))
                .extracting(Plan::name)
                .containsExactly("second site");
    }
}
