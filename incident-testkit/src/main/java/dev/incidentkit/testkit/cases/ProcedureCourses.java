package dev.incidentkit.testkit.cases;

import static dev.incidentkit.testkit.cases.CommandCases.ANN;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Approval;
import dev.incidentkit.core.incident.Direction;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.ProcessCommand;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.process.CascadeRule;
import dev.incidentkit.core.process.ChangePolicy;
import dev.incidentkit.core.process.FieldRule;
import dev.incidentkit.core.process.MessageLine;
import dev.incidentkit.core.process.Plan;
import dev.incidentkit.testkit.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Courses in which procedures part: what each condition sets off in time, each plan, change, major and cascade. */
final class ProcedureCourses {
    private static final Duration HALF = Duration.ofMinutes(31);
    private static final Duration LONG = Duration.ofHours(9);
    private static final Duration WEEKS = Duration.ofDays(20);

    private final ProcessDefinition definition;
    private final Routes routes;
    private final List<CommandCase> commands;

    ProcedureCourses(ProcessDefinition definition, Routes routes) {
        this.definition = definition;
        this.routes = routes;
        this.commands = CommandCases.commands(definition);
    }

    void addTo(List<Scenario> all) {
        for (CommandCase report : CommandCases.reports(definition)) {
            inTime(report, all);
        }
        for (CommandCase command : commands) {
            if (command.command() instanceof ProcessCommand || command.command() instanceof WorkCommand.Contain) {
                after(command, all);
            }
        }
        definition.procedures().plans().forEach(plan -> settled(plan, all));
        definition.procedures().messages().forEach(line -> told(line, all));
        definition.procedures().changes().forEach(policy -> approved(policy, all));
        definition.procedures().fields().forEach(rule -> asked(rule, all));
        definition.procedures().resolutionCodes().stream().sorted().forEach(code -> resolved(code, all));
        definition.procedures().cascades().forEach(rule -> cascaded(rule, all));
    }

    private Course reported(String name, CommandCase report) {
        return Course.of(routes, definition, name, report, Scenario.MONDAY_MORNING);
    }

    private CommandCase severe() {
        return CommandCases.reports(definition).get(1);
    }

    private void inTime(CommandCase report, List<Scenario> all) {
        reported(report.name() + ", and what falls due", report)
                .after(HALF)
                .after(LONG)
                .after(WEEKS)
                .addTo(all);
        reported(report.name() + ", is resolved, and what falls due", report)
                .until(incident -> incident.phase() == Phase.RESOLVED)
                .after(HALF)
                .after(LONG)
                .addTo(all);
    }

    private void after(CommandCase command, List<Scenario> all) {
        reported(command.name() + ", and what falls due", severe())
                .when(command.actor(), command.command())
                .after(HALF)
                .after(LONG)
                .after(WEEKS)
                .addTo(all);
    }

    /** Words to an audience, while it is open and after it is resolved. */
    private void told(MessageLine line, List<Scenario> all) {
        WorkCommand words = new WorkCommand.Communicate(
                Direction.OUTBOUND, line.channel(), line.audience(), "We work on it", Visibility.CUSTOMER);
        for (CommandCase report : CommandCases.reports(definition).subList(0, 2)) {
            reported(report.name() + ", words to " + line.audience() + " of " + line.name(), report)
                    .when(ANN, words)
                    .after(HALF)
                    .when(ANN, words)
                    .after(LONG)
                    .after(WEEKS)
                    .addTo(all);
        }
        reported("words to " + line.audience() + " of " + line.name() + " at the end", severe())
                .until(incident -> incident.phase() == Phase.RESOLVED)
                .after(HALF)
                .when(ANN, words)
                .after(LONG)
                .addTo(all);
    }

    /** Whoever reported tries to approve what somebody else asked for. */
    private void approved(ChangePolicy policy, List<Scenario> all) {
        String change = ProcedureCases.change(policy.name());
        reported("the caller approves " + change, severe())
                .when(ANN, new ProcessCommand.RequestChange(change, policy.name()))
                .whenTried(CommandCases.CLEO, new ProcessCommand.DecideChange(change, Approval.APPROVED, null))
                .addTo(all);
    }

    /** What a rule asks for is not given: in the report, and at its stage. */
    private void asked(FieldRule rule, List<Scenario> all) {
        for (CommandCase report : new ReportCases(definition).bare(rule.when())) {
            all.add(Scenario.named(report.name() + " without what " + rule.name() + " asks for")
                    .whenTried(report.actor(), report.command())
                    .build());
            for (CommandCase command : commands) {
                if (command.command().action().equals(rule.stage())) {
                    reported(command.name() + " without what " + rule.name() + " asks for", report)
                            .whenTried(command.actor(), command.command())
                            .addTo(all);
                }
            }
        }
    }

    private void resolved(String code, List<Scenario> all) {
        reported("resolved as " + code, severe())
                .when(
                        ANN,
                        LifecycleCommand.Resolve.permanently(new SampleValues(definition).category(), code, "Replaced"))
                .addTo(all);
    }

    /** Each task of a plan on its own, left out by somebody who may not leave out what is mandatory. */
    private void settled(Plan plan, List<Scenario> all) {
        ProcessCommand open = new ProcessCommand.OpenPlan(plan.kind(), plan.name(), "It is needed");
        for (CommandCase command : commands) {
            Actor actor = command.actor();
            if (command.command() instanceof ProcessCommand step && isOf(step, plan)) {
                reported(command.name() + " of the plan " + plan.name(), severe())
                        .when(ANN, open)
                        .whenTried(actor, step)
                        .after(HALF)
                        .addTo(all);
            }
        }
    }

    private static boolean isOf(ProcessCommand step, Plan plan) {
        List<String> tasks = new ArrayList<>();
        if (step instanceof ProcessCommand.StartTask start) {
            tasks.add(start.task());
        } else if (step instanceof ProcessCommand.FinishTask finish) {
            tasks.add(finish.task());
        } else if (step instanceof ProcessCommand.SkipTask skip) {
            tasks.add(skip.task());
        }
        return plan.tasks().stream().anyMatch(task -> tasks.contains(task.name()));
    }

    /** The steps that a rule cascades, by each of those who may take them, and for each reason. */
    private void cascaded(CascadeRule rule, List<Scenario> all) {
        WorkCommand link = new WorkCommand.Link(new Relation(RelationKind.CHILD, "INC-2"));
        for (CommandCase command : commands) {
            boolean isAsked = command.command().action().equals(rule.action())
                    || (command.command() instanceof LifecycleCommand.Reject
                            && rule.action().equals(Action.REOPEN));
            if (isAsked) {
                reported(command.name() + " with a child", severe())
                        .when(ANN, link)
                        .until(incident -> definition.lifecycle().transitions().stream()
                                .anyMatch(step ->
                                        step.action().equals(command.command().action())
                                                && step.from().contains(incident.status())))
                        .when(command.actor(), command.command())
                        .addTo(all);
            }
        }
    }
}
