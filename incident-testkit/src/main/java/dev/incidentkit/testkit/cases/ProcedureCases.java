package dev.incidentkit.testkit.cases;

import static dev.incidentkit.testkit.cases.CommandCases.ANN;
import static dev.incidentkit.testkit.cases.CommandCases.CLEO;
import static dev.incidentkit.testkit.cases.CommandCases.MAX;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AlertCommand;
import dev.incidentkit.core.incident.AlertState;
import dev.incidentkit.core.incident.Approval;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.MajorState;
import dev.incidentkit.core.incident.PlanKind;
import dev.incidentkit.core.incident.ProcessCommand;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.ReviewCommand;
import dev.incidentkit.core.incident.ReviewSection;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.process.ChangePolicy;
import dev.incidentkit.core.process.MajorPolicy;
import dev.incidentkit.core.process.Plan;
import dev.incidentkit.core.process.Procedures;
import dev.incidentkit.core.process.TaskTemplate;
import dev.incidentkit.testkit.Scenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Commands about what the procedures of a definition name: plans and their tasks, changes, majors, reviews, alerts. */
final class ProcedureCases {
    private ProcedureCases() {}

    static void add(ProcessDefinition definition, List<CommandCase> all) {
        Procedures procedures = definition.procedures();
        strange(all);
        beside(definition, all);
        procedures.plans().forEach(plan -> plan(plan, all));
        procedures.changes().forEach(policy -> change(policy, all));
        MajorPolicy majors = procedures.majors();
        if (majors != null) {
            majors(majors, all);
        }
        for (ReviewSection section : ReviewSection.values()) {
            if (procedures.reviewSections().contains(section)) {
                String name = "write of the " + section;
                CommandCases.add(all, name, ANN, new ReviewCommand.WriteReview(section, "As we found it"));
            }
        }
        if (!procedures.signers().isEmpty()) {
            CommandCases.add(all, "sign the review by the caller", CLEO, new ReviewCommand.SignReview("A fan"));
        }
    }

    /** Categories and codes that the definition does not have, where it says which there are. */
    private static void beside(ProcessDefinition definition, List<CommandCase> all) {
        Procedures procedures = definition.procedures();
        if (procedures.taxonomy() != null) {
            Category none = new Category("none of these");
            CommandCases.add(all, "categorize beside the taxonomy", ANN, new TriageCommand.Categorize(none));
        }
        if (!procedures.resolutionCodes().isEmpty()) {
            Category category = new SampleValues(definition).category();
            CommandCases.add(
                    all,
                    "resolve with a code that there is not",
                    ANN,
                    LifecycleCommand.Resolve.permanently(category, "NONE_OF_THESE", "Replaced"));
        }
    }

    /** What no definition has: refused wherever the step is there at all, and otherwise where it is not. */
    private static void strange(List<CommandCase> all) {
        String none = "none of these";
        CommandCases.add(
                all,
                "open a plan that there is not",
                ANN,
                new ProcessCommand.OpenPlan(PlanKind.RESPONSE, none, "It is needed"));
        CommandCases.add(all, "begin a task that there is not", ANN, new ProcessCommand.StartTask(none));
        CommandCases.add(all, "ask for a change under no policy", ANN, new ProcessCommand.RequestChange(none, none));
        CommandCases.add(
                all,
                "approve a change that nobody asked for",
                MAX,
                new ProcessCommand.DecideChange(none, Approval.APPROVED, null));
        CommandCases.add(all, "move to a definition that there is not", ANN, new RecordCommand.Migrate(none, Map.of()));
    }

    private static void plan(Plan plan, List<CommandCase> all) {
        CommandCases.add(
                all,
                "open the plan " + plan.name(),
                ANN,
                new ProcessCommand.OpenPlan(plan.kind(), plan.name(), "It is needed"));
        for (TaskTemplate task : plan.tasks()) {
            String name = task.name();
            CommandCases.add(all, "begin to " + name, ANN, new ProcessCommand.StartTask(name));
            CommandCases.add(all, "finish to " + name, ANN, new ProcessCommand.FinishTask(name, "As it is written"));
            CommandCases.add(
                    all,
                    "leave out to " + name,
                    Actor.human("rob", Role.RESOLVER),
                    new ProcessCommand.SkipTask(name, "Not needed"));
        }
        for (String item : plan.checklist()) {
            CommandCases.add(
                    all,
                    "check " + item + " of the plan " + plan.name(),
                    ANN,
                    new WorkCommand.AnswerChecklist(item, true, null));
        }
    }

    /** The change that is asked for under a policy. */
    static String change(String policy) {
        return "CHG-" + policy;
    }

    private static void change(ChangePolicy policy, List<CommandCase> all) {
        String change = change(policy.name());
        Set<Role> roles = new LinkedHashSet<>(policy.approvers());
        roles.addAll(MAX.roles());
        Actor approver = new Actor(MAX.kind(), MAX.id(), roles);
        CommandCases.add(
                all, "ask for the change " + change, ANN, new ProcessCommand.RequestChange(change, policy.name()));
        CommandCases.add(
                all,
                "approve the change " + change,
                approver,
                new ProcessCommand.DecideChange(change, Approval.APPROVED, null));
        CommandCases.add(
                all,
                "refuse the change " + change,
                approver,
                new ProcessCommand.DecideChange(change, Approval.REFUSED, "Too late"));
        CommandCases.add(
                all,
                "approve the change " + change + " by the caller",
                CLEO,
                new ProcessCommand.DecideChange(change, Approval.APPROVED, null));
    }

    private static void majors(MajorPolicy policy, List<CommandCase> all) {
        Set<Role> roles = new LinkedHashSet<>(policy.deciders());
        roles.addAll(ANN.roles());
        Actor decider = new Actor(ANN.kind(), ANN.id(), roles);
        for (MajorState state : MajorState.values()) {
            String name = "major: " + state;
            CommandCases.add(all, name, decider, new ProcessCommand.DecideMajor(state, "Everybody suffers"));
        }
        CommandCases.add(
                all,
                "major: ACCEPTED by the caller",
                CLEO,
                new ProcessCommand.DecideMajor(MajorState.ACCEPTED, "Everybody suffers"));
    }

    /** Alerts are no steps of a lifecycle, which cannot refuse what a monitoring system saw. */
    static void addAlerts(ProcessDefinition definition, List<CommandCase> all) {
        if (definition.procedures().alerts() != null) {
            Actor monitor = Actor.external("monitor");
            List<CommandCase> alerts = new ArrayList<>();
            CommandCases.add(alerts, "alert fires", monitor, signal(AlertState.FIRING));
            CommandCases.add(alerts, "alert clears", monitor, signal(AlertState.CLEARED));
            all.addAll(alerts);
        }
    }

    private static AlertCommand.Signal signal(AlertState state) {
        Instant at = Scenario.MONDAY_MORNING;
        return new AlertCommand.Signal("monitor/http/shop", state, 1, at, at, null, null);
    }
}
