package dev.incidentkit.examples.desk.form;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Approval;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.PlanKind;
import dev.incidentkit.core.incident.ProcessCommand;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.process.Plan;
import java.util.List;
import java.util.stream.Stream;

/** Commands of plans, tasks, people, workarounds and emergency changes. */
final class PlanForms {
    private PlanForms() {}

    static List<ActionForm> all() {
        return List.of(
                ActionForm.of(Action.PLAN, "Open a plan", PlanForms::planInputs, PlanForms::plan)
                        .where(about -> !about.definition().procedures().plans().isEmpty()),
                ActionForm.of(Action.TASK, "Work on a task", PlanForms::taskInputs, (about, data) -> task(data))
                        .where(about -> tasks(about).findAny().isPresent()),
                ActionForm.of(
                        Action.ENGAGE, "Bring in or release", about -> engageInputs(), (about, data) -> engage(data)),
                ActionForm.of(
                        Action.WORKAROUND,
                        "Workaround",
                        about -> workaroundInputs(),
                        (about, data) -> workaround(data)),
                ActionForm.of(
                                Action.REQUEST_CHANGE,
                                "Ask for an emergency change",
                                PlanForms::changeInputs,
                                (about, data) ->
                                        new ProcessCommand.RequestChange(data.line("change"), data.line("policy")))
                        .where(about ->
                                !about.definition().procedures().changes().isEmpty()),
                ActionForm.of(
                                Action.DECIDE_CHANGE,
                                "Decide on an emergency change",
                                PlanForms::decideInputs,
                                (about, data) -> new ProcessCommand.DecideChange(
                                        data.line("change"),
                                        data.choice("approval", Approval.class),
                                        data.text("comment")))
                        .where(about -> changes(about).findAny().isPresent()));
    }

    private static List<Input> planInputs(About about) {
        Stream<String> names =
                about.definition().procedures().plans().stream().map(Plan::name).distinct();
        return List.of(
                Input.choice("kind", "Kind", PlanKind.class),
                Input.choice("plan", "Plan", names).verbatim().required(),
                Inputs.reason().required());
    }

    private static IncidentCommand plan(About about, FormData data) {
        return new ProcessCommand.OpenPlan(data.choice("kind", PlanKind.class), data.line("plan"), data.line("reason"));
    }

    private static Stream<String> tasks(About about) {
        Incident incident = about.incident();
        return incident == null
                ? Stream.empty()
                : incident.handling().tasks().stream()
                        .filter(task -> !task.state().isSettled())
                        .map(task -> task.name());
    }

    private static List<Input> taskInputs(About about) {
        return List.of(
                Input.choice("task", "Task", tasks(about)).verbatim().required(),
                Input.choice("what", "It is", Stream.of("FINISHED", "STARTED", "SKIPPED"))
                        .required(),
                Input.line("comment", "Comment").hinting("required where it is skipped"));
    }

    private static IncidentCommand task(FormData data) {
        String task = data.line("task");
        return switch (data.line("what")) {
            case "STARTED" -> new ProcessCommand.StartTask(task);
            case "SKIPPED" -> new ProcessCommand.SkipTask(task, data.line("comment"));
            default -> new ProcessCommand.FinishTask(task, data.text("comment"));
        };
    }

    private static List<Input> engageInputs() {
        Stream<String> roles = Stream.of(
                        Role.RESOLVER,
                        Role.INCIDENT_MANAGER,
                        Role.COMMUNICATIONS_LEAD,
                        Role.SUPPLIER,
                        Role.REVIEWER,
                        Role.SERVICE_DESK)
                .map(Role::name);
        return List.of(
                Input.choice("what", "They", Stream.of("JOIN", "LEAVE")).required(),
                Input.choice("role", "As", roles).required(),
                Input.line("participant", "Who").required());
    }

    private static IncidentCommand engage(FormData data) {
        Role role = data.need("role", Role::new, Role.RESOLVER);
        return data.line("what").equals("LEAVE")
                ? new ProcessCommand.Release(role, data.line("participant"))
                : new ProcessCommand.Engage(role, data.line("participant"));
    }

    private static List<Input> workaroundInputs() {
        return List.of(
                Input.choice("what", "It is", Stream.of("IN_PLACE", "REMOVED")).required(),
                Input.line("workaround", "Its name").required(),
                Input.lines("text", "What was done").required());
    }

    private static IncidentCommand workaround(FormData data) {
        return data.line("what").equals("REMOVED")
                ? new ProcessCommand.RemoveWorkaround(data.line("workaround"), data.line("text"))
                : new ProcessCommand.ApplyWorkaround(data.line("workaround"), data.line("text"));
    }

    private static List<Input> changeInputs(About about) {
        Stream<String> policies =
                about.definition().procedures().changes().stream().map(policy -> policy.name());
        return List.of(
                Input.line("change", "Number of the change").required(),
                Input.choice("policy", "Policy", policies).verbatim().required());
    }

    private static Stream<String> changes(About about) {
        Incident incident = about.incident();
        return incident == null
                ? Stream.empty()
                : incident.handling().changes().stream()
                        .filter(change -> change.approval() == Approval.PENDING)
                        .map(change -> change.change());
    }

    private static List<Input> decideInputs(About about) {
        return List.of(
                Input.choice("change", "Change", changes(about)).verbatim().required(),
                Input.choice(
                                "approval",
                                "Decision",
                                Stream.of(Approval.APPROVED, Approval.REFUSED).map(Approval::name))
                        .required(),
                Input.line("comment", "Comment"));
    }
}
