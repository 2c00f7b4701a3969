package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.PlanKind;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.ReviewSection;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.core.incident.TaskPart;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.policy.ConditionTable;
import dev.incidentkit.core.process.AlertPolicy;
import dev.incidentkit.core.process.AlertRecovery;
import dev.incidentkit.core.process.Allowance;
import dev.incidentkit.core.process.ChangePolicy;
import dev.incidentkit.core.process.FieldRule;
import dev.incidentkit.core.process.FlapRule;
import dev.incidentkit.core.process.KeyTemplate;
import dev.incidentkit.core.process.MessageLine;
import dev.incidentkit.core.process.ModelDefaultsBuilder;
import dev.incidentkit.core.process.Plan;
import dev.incidentkit.core.process.Procedures;
import dev.incidentkit.core.process.StaffingRule;
import dev.incidentkit.core.process.TaskTemplate;
import dev.incidentkit.core.process.Taxonomy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Procedures with something of everything. */
final class TestProcedures {
    static final Plan VPN = Plan.of(PlanKind.MODEL, "vpn outage")
            .tasks(
                    TaskTemplate.mandatory("look", TaskPart.DIAGNOSIS).within(minutes(30)),
                    TaskTemplate.mandatory("find", TaskPart.DIAGNOSIS).after("look"),
                    TaskTemplate.optional("compare", TaskPart.DIAGNOSIS),
                    TaskTemplate.mandatory("mend", TaskPart.WORK).after("find").within(minutes(240)))
            .checklist("GATEWAY_RESTARTED")
            .defaults(new ModelDefaultsBuilder()
                    .category(new Category("network/vpn"))
                    .impact(Impact.HIGH)
                    .urgency(Urgency.HIGH)
                    .severity(Severity.SEV2)
                    .owner(Owner.group("network"))
                    .build())
            .reviewBy(LocalDate.of(2026, 6, 30));

    static final Plan MAIL = Plan.of(PlanKind.MODEL, "mail stuck")
            .tasks(TaskTemplate.optional("flush", TaskPart.WORK))
            .checklist("QUEUE_EMPTY");

    static final Plan RESPONSE = Plan.of(PlanKind.RESPONSE, "gateway lost")
            .tasks(TaskTemplate.mandatory("reroute", TaskPart.WORK).within(minutes(60)))
            .checklist("ROUTES_BACK");

    static final Plan DISASTER = Plan.of(PlanKind.DISASTER_RECOVERY, "second site")
            .tasks(TaskTemplate.mandatory("switch over", TaskPart.WORK).within(minutes(120)))
            .reviewBy(LocalDate.of(2025, 12, 31));

    static final Taxonomy TAXONOMY = Taxonomy.builder("own")
            .category("network", "Places cannot reach each other.")
            .category("network/dns", "Names are not found.")
            .category("network/vpn", "Tunnels do not come up.")
            .category("mail", "Mail does not arrive.")
            .category("fax", "Sheets do not arrive.")
            .deactivate("fax")
            .build();

    static final Procedures FULL = full();

    private TestProcedures() {}

    static Allowance minutes(int minutes) {
        return Allowance.of(Duration.ofMinutes(minutes));
    }

    private static ConditionTable.Row<String> row(String id, Condition when, Plan model) {
        return new ConditionTable.Row<>(id, when, model.name());
    }

    private static Procedures full() {
        Condition urgent = Condition.allOf(Condition.open(), Condition.atLeast(Fact.BuiltIn.PRIORITY, Priority.P2));
        return Procedures.builder()
                .taxonomy(TAXONOMY)
                .classification(new ConditionTable<>(
                        "criteria",
                        List.of(new ConditionTable.Row<>(
                                "mail services", Condition.oneOf(Fact.BuiltIn.SERVICE, "mail"), new Category("mail")))))
                .selection(new ConditionTable<>(
                        "models",
                        List.of(
                                row("vpn", Condition.oneOf(Fact.BuiltIn.SERVICE, "vpn"), VPN),
                                row("mail", Condition.oneOf(Fact.BuiltIn.CATEGORY, "mail"), MAIL))))
                .addPlans(VPN, MAIL, RESPONSE, DISASTER)
                .addMessages(
                        MessageLine.every("customers, urgent", "customers", Channel.MAIL, "outage", minutes(30))
                                .when(urgent),
                        MessageLine.once("customers, restored", "customers", Channel.MAIL, "closure", minutes(60))
                                .when(Condition.phase(Phase.RESOLVED, Phase.CLOSED)),
                        MessageLine.once("board", "board", Channel.PHONE, "bad news", minutes(15))
                                .when(Condition.atLeast(Fact.BuiltIn.SEVERITY, Severity.SEV2)))
                .addStaffing(
                        new StaffingRule("many", urgent, Role.RESOLVER, 2, minutes(20)),
                        new StaffingRule("one", Condition.ALWAYS, Role.RESOLVER, 1, minutes(120)))
                .addFields(
                        new FieldRule(
                                "vpn form",
                                Action.REPORT,
                                Condition.oneOf(Fact.BuiltIn.CATEGORY, "network/vpn"),
                                List.of(Field.attribute("client"))),
                        new FieldRule(
                                "severity before work",
                                Action.START,
                                Condition.oneOf(Fact.BuiltIn.MODEL, "vpn outage"),
                                List.of(Field.BuiltIn.SEVERITY, Field.BuiltIn.SERVICES)))
                .resolutionCodes(Set.of("FIXED", "NO_ANSWER", "RESTART"))
                .addChanges(
                        new ChangePolicy("reroute", "routes between sites", Set.of(Role.INCIDENT_MANAGER), minutes(30)))
                .addReviewSections(ReviewSection.CAUSE, ReviewSection.ENVIRONMENT)
                .addSigners(Role.REVIEWER)
                .alerts(AlertPolicy.of(KeyTemplate.STANDARD, Duration.ofHours(1))
                        .recovery(AlertRecovery.RESOLVE)
                        .code("FIXED")
                        .category(new Category("network/dns"))
                        .flapping(new FlapRule(3, Duration.ofHours(6), Duration.ofHours(2)))
                        .build())
                .build();
    }
}
