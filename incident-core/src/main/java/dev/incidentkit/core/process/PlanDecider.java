package dev.incidentkit.core.process;

import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Handling;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.PlanKind;
import dev.incidentkit.core.incident.ProcessCommand;
import dev.incidentkit.core.incident.ProcessEvent;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Task;
import dev.incidentkit.core.incident.TaskPart;
import dev.incidentkit.core.incident.TaskState;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Models, plans and their tasks. */
final class PlanDecider {
    private final Procedures procedures;

    PlanDecider(Procedures procedures) {
        this.procedures = procedures;
    }

    static boolean isSatisfied(Handling handling, ProcessCommand.OpenPlan open) {
        return open.plan().equals(handling.plans().get(open.kind()));
    }

    List<Unmet> check(Incident incident, ProcessCommand.OpenPlan open) {
        Handling handling = incident.handling();
        if (procedures.plan(open.kind(), open.plan()).isEmpty()) {
            return Refusals.refused(
                    UnmetCode.PLAN_UNKNOWN,
                    "plan",
                    "there is no " + open.kind() + " plan '" + open.plan() + "'; there are "
                            + procedures.plans().stream()
                                    .filter(plan -> plan.kind() == open.kind())
                                    .map(Plan::name)
                                    .toList());
        }
        String present = handling.plans().get(open.kind());
        if (present != null && (open.kind() != PlanKind.MODEL || hasBegun(handling))) {
            return Refusals.refused(
                    UnmetCode.PLAN_OPEN,
                    "plan",
                    open.kind() + " plan '" + present + "' is open"
                            + (open.kind() == PlanKind.MODEL ? ", and work on its tasks has begun" : ""));
        }
        return open.kind() == PlanKind.RESPONSE ? diagnosis(handling) : List.of();
    }

    private static boolean hasBegun(Handling handling) {
        return handling.tasks().stream()
                .anyMatch(task -> task.plan() == PlanKind.MODEL && task.state() != TaskState.OPEN);
    }

    private static List<Unmet> diagnosis(Handling handling) {
        return handling.tasks().stream()
                .filter(task -> task.planned().part() == TaskPart.DIAGNOSIS
                        && task.planned().mandatory()
                        && !task.state().isSettled())
                .map(task -> Refusals.input(
                        UnmetCode.DIAGNOSIS_OPEN,
                        task.name(),
                        "task '" + task.name() + "' of the diagnosis is " + task.state()))
                .toList();
    }

    ProcessEvent open(ProcessCommand.OpenPlan open, EventMeta meta) {
        Plan plan = procedures.plan(open.kind(), open.plan()).orElseThrow();
        return opened(plan, PersonalText.of(open.reason()), meta);
    }

    static ProcessEvent.PlanOpened opened(Plan plan, @Nullable PersonalText reason, EventMeta meta) {
        return new ProcessEvent.PlanOpened(
                meta, plan.kind(), plan.name(), plan.planned(meta.effectiveAt()), Set.copyOf(plan.checklist()), reason);
    }

    static boolean isTask(Handling handling, String name, TaskState... states) {
        return handling.task(name)
                .filter(task -> List.of(states).contains(task.state()))
                .isPresent();
    }

    static List<Unmet> begin(Incident incident, String name) {
        Task task = incident.handling().task(name).orElse(null);
        if (task == null || task.state().isSettled()) {
            return unsettled(incident, name);
        }
        return incident.handling().tasks().stream()
                .filter(before -> task.planned().after().contains(before.name())
                        && !before.state().isSettled())
                .map(before -> Refusals.input(
                        UnmetCode.TASK_BLOCKED,
                        name,
                        "task '" + name + "' comes after '" + before.name() + "', which is " + before.state()))
                .toList();
    }

    private static List<Unmet> unsettled(Incident incident, String name) {
        Task task = incident.handling().task(name).orElse(null);
        if (task == null) {
            return Refusals.refused(
                    UnmetCode.TASK_UNKNOWN,
                    name,
                    "there is no task '" + name + "'; there are "
                            + incident.handling().tasks().stream()
                                    .map(Task::name)
                                    .toList());
        }
        return task.state().isSettled()
                ? Refusals.refused(UnmetCode.TASK_SETTLED, name, "task '" + name + "' is " + task.state())
                : List.of();
    }

    static List<Unmet> skip(Incident incident, String name, CommandContext context) {
        List<Unmet> unmet = unsettled(incident, name);
        boolean mandatory = incident.handling()
                .task(name)
                .filter(task -> task.planned().mandatory())
                .isPresent();
        if (!unmet.isEmpty() || !mandatory || context.actor().roles().contains(Role.INCIDENT_MANAGER)) {
            return unmet;
        }
        return Refusals.forbidden(
                UnmetCode.TASK_MANDATORY,
                "task '" + name + "' is mandatory; to leave it out takes the role " + Role.INCIDENT_MANAGER + ", but "
                        + context.actor().id() + " does not have it");
    }
}
