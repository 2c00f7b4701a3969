package dev.incidentkit.metrics.whatif;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.AffectedScope;
import dev.incidentkit.core.incident.Approval;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.PlanKind;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.ProcessCommand;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.core.incident.ReviewActionKind;
import dev.incidentkit.core.incident.ReviewActionState;
import dev.incidentkit.core.incident.ReviewCommand;
import dev.incidentkit.core.incident.ReviewSection;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.core.incident.TaskPart;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.policy.ConditionTable;
import dev.incidentkit.core.process.Allowance;
import dev.incidentkit.core.process.ChangePolicy;
import dev.incidentkit.core.process.MessageLine;
import dev.incidentkit.core.process.ModelDefaultsBuilder;
import dev.incidentkit.core.process.Plan;
import dev.incidentkit.core.process.Procedures;
import dev.incidentkit.core.process.StaffingRule;
import dev.incidentkit.core.process.TaskTemplate;
import dev.incidentkit.metrics.Histories;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A definition that asks for models, plans, people, messages and changes, and commands about them. */
final class Playbook {
    private static final Plan VPN = Plan.of(PlanKind.MODEL, "vpn outage")
            .tasks(
                    TaskTemplate.mandatory("look", TaskPart.DIAGNOSIS).within(minutes(30)),
                    TaskTemplate.optional("mend", TaskPart.WORK).after("look"))
            .defaults(new ModelDefaultsBuilder()
                    .category(new Category("network/vpn"))
                    .impact(Impact.HIGH)
                    .severity(Severity.SEV2)
                    .owner(Owner.group("network"))
                    .build());
    private static final Plan RESPONSE = Plan.of(PlanKind.RESPONSE, "gateway lost")
            .tasks(TaskTemplate.mandatory("reroute", TaskPart.WORK).within(minutes(60)));

    private Playbook() {}

    private static Allowance minutes(int minutes) {
        return Allowance.of(Duration.ofMinutes(minutes));
    }

    static ProcessDefinition definition() {
        Condition urgent = Condition.allOf(Condition.open(), Condition.atLeast(Fact.BuiltIn.PRIORITY, Priority.P2));
        return ProcessDefinition.builder(ProcessDefinition.itil())
                .procedures(Procedures.builder()
                        .classification(new ConditionTable<>(
                                "criteria",
                                List.of(new ConditionTable.Row<>(
                                        "mail services",
                                        Condition.oneOf(Fact.BuiltIn.SERVICE, "mail"),
                                        new Category("mail")))))
                        .selection(new ConditionTable<>(
                                "models",
                                List.of(new ConditionTable.Row<>(
                                        "vpn", Condition.oneOf(Fact.BuiltIn.SERVICE, "vpn"), VPN.name()))))
                        .addPlans(VPN, RESPONSE)
                        .addMessages(
                                MessageLine.every("urgent", "customers", Channel.MAIL, "outage", minutes(30))
                                        .when(urgent),
                                MessageLine.once("restored", "customers", Channel.MAIL, "closure", minutes(60))
                                        .when(Condition.phase(Phase.RESOLVED, Phase.CLOSED)))
                        .addStaffing(new StaffingRule("many", urgent, Role.RESOLVER, 2, minutes(20)))
                        .addChanges(new ChangePolicy("reroute", "routes", Set.of(Role.INCIDENT_MANAGER), minutes(30)))
                        .build())
                .build();
    }

    static IncidentCommand command(Incident incident, Random random) {
        boolean waits =
                incident.handling().changes().stream().anyMatch(change -> change.approval() == Approval.PENDING);
        if (waits && random.nextBoolean()) {
            return new ProcessCommand.DecideChange("CHG-1", Approval.APPROVED, null);
        }
        return switch (random.nextInt(8)) {
            case 0 -> plan(random);
            case 1 -> people(random);
            case 2, 3, 4 -> repair(random);
            case 5 -> review(random);
            case 6 -> judgement(random);
            default -> work(random);
        };
    }

    private static IncidentCommand plan(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new ProcessCommand.OpenPlan(PlanKind.MODEL, VPN.name(), "it looks like that");
            case 1 -> new ProcessCommand.OpenPlan(PlanKind.RESPONSE, RESPONSE.name(), "the gateway is gone");
            case 2 -> new ProcessCommand.StartTask("look");
            case 3 -> new ProcessCommand.FinishTask(random.nextBoolean() ? "look" : "reroute", "well done");
            default -> new ProcessCommand.SkipTask("mend", "of no use here");
        };
    }

    private static IncidentCommand people(Random random) {
        return random.nextInt(3) > 0
                ? new ProcessCommand.Engage(Role.RESOLVER, random.nextBoolean() ? "ben" : "carrier")
                : new ProcessCommand.Release(Role.RESOLVER, "ben");
    }

    private static IncidentCommand repair(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new ProcessCommand.ApplyWorkaround("second line", "over Basel");
            case 1 -> new ProcessCommand.RemoveWorkaround("second line", "no longer needed");
            case 2, 3 -> new ProcessCommand.RequestChange("CHG-1", "reroute");
            default -> new ProcessCommand.DecideChange("CHG-1", Approval.APPROVED, null);
        };
    }

    private static IncidentCommand review(Random random) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> new ReviewCommand.OpenReview("rita", Histories.END);
            case 2 -> new ReviewCommand.WriteReview(ReviewSection.CAUSE, "so it was");
            case 3 ->
                new ReviewCommand.PlanReviewAction(
                        "watch", ReviewActionKind.values()[0], "network", Histories.END, "an alarm");
            case 4 -> new ReviewCommand.EndReviewAction("watch", ReviewActionState.DONE, "in place");
            default -> new ReviewCommand.ShareReview(Set.of(Role.REVIEWER));
        };
    }

    private static IncidentCommand judgement(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new TriageCommand.Reclassify(RecordType.values()[random.nextInt(3)], "seen again");
            case 1 -> new TriageCommand.Categorize(new Category(random.nextBoolean() ? "mail" : "fax"));
            default -> TriageCommand.Triage.of(Impact.MEDIUM, random.nextBoolean() ? Urgency.HIGH : Urgency.LOW);
        };
    }

    private static IncidentCommand work(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new WorkCommand.Note("looked at it", Visibility.INTERNAL);
            case 1 -> new WorkCommand.Contain(null, "unplugged", new AffectedScope(Set.of(), 0));
            default -> new WorkCommand.Contain(null, "unplugged");
        };
    }
}
