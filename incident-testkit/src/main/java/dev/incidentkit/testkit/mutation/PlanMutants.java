package dev.incidentkit.testkit.mutation;

import dev.incidentkit.core.process.Allowance;
import dev.incidentkit.core.process.ModelDefaults;
import dev.incidentkit.core.process.Plan;
import dev.incidentkit.core.process.Procedures;
import dev.incidentkit.core.process.TaskTemplate;
import dev.incidentkit.testkit.mutation.ProcedureMutants.Fault;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** Plants faults in models and plans. */
final class PlanMutants {
    private final List<Plan> plans;
    private final Consumer<Fault> told;

    private PlanMutants(List<Plan> plans, Consumer<Fault> told) {
        this.plans = plans;
        this.told = told;
    }

    static void add(Procedures procedures, Consumer<Fault> told) {
        PlanMutants mutants = new PlanMutants(procedures.plans(), told);
        for (Plan plan : procedures.plans()) {
            mutants.plan(plan);
            plan.tasks().forEach(task -> mutants.task(plan, task));
        }
    }

    private static String place(Plan plan) {
        return plan.kind() + " plan " + plan.name();
    }

    private void plan(Plan plan) {
        told.accept(Fault.dropped(place(plan), builder -> builder.plans(ProcedureMutants.without(plans, plan))));
        for (String item : plan.checklist()) {
            told.accept(Fault.dropped(
                    "item " + item + " of " + place(plan),
                    builder -> builder.plans(ProcedureMutants.with(
                            plans,
                            plan,
                            new Plan(
                                    plan.kind(),
                                    plan.name(),
                                    plan.tasks(),
                                    ProcedureMutants.without(plan.checklist(), item),
                                    plan.defaults(),
                                    plan.reviewBy())))));
        }
        if (!plan.defaults().equals(ModelDefaults.NONE)) {
            told.accept(Fault.changed(
                    place(plan),
                    "gives no defaults",
                    builder -> builder.plans(ProcedureMutants.with(plans, plan, plan.defaults(ModelDefaults.NONE)))));
        }
    }

    private void task(Plan plan, TaskTemplate task) {
        String place = "task " + task.name() + " of " + place(plan);
        told.accept(Fault.dropped(
                place, builder -> builder.plans(tasks(plan, ProcedureMutants.without(plan.tasks(), task)))));
        TaskTemplate other = new TaskTemplate(task.name(), task.part(), !task.mandatory(), task.after(), task.within());
        changed(plan, task, task.mandatory() ? "is no must" : "is a must", other);
        if (!task.after().isEmpty()) {
            TaskTemplate free = new TaskTemplate(
                    task.name(), task.part(), task.mandatory(), Collections.emptySortedSet(), task.within());
            changed(plan, task, "waits for no other", free);
        }
        Allowance within = task.within();
        if (within != null) {
            changed(plan, task, "may take longer", task.within(ProcedureMutants.longer(within)));
        }
    }

    private void changed(Plan plan, TaskTemplate task, String change, TaskTemplate other) {
        told.accept(Fault.changed(
                "task " + task.name() + " of " + place(plan),
                change,
                builder -> builder.plans(tasks(plan, ProcedureMutants.with(plan.tasks(), task, other)))));
    }

    private List<Plan> tasks(Plan plan, List<TaskTemplate> tasks) {
        return ProcedureMutants.with(plans, plan, plan.tasks(tasks.toArray(new TaskTemplate[0])));
    }
}
