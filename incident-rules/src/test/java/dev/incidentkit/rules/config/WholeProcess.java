package dev.incidentkit.rules.config;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.calendar.Window;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.AttributeType;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.PlanKind;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.ReviewSection;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TaskPart;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.lifecycle.Guards;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.policy.ConditionTable;
import dev.incidentkit.core.process.Allowance;
import dev.incidentkit.core.process.ChangePolicy;
import dev.incidentkit.core.process.FieldRule;
import dev.incidentkit.core.process.MessageLine;
import dev.incidentkit.core.process.ModelDefaultsBuilder;
import dev.incidentkit.core.process.Plan;
import dev.incidentkit.core.process.Procedures;
import dev.incidentkit.core.process.ResolutionCodes;
import dev.incidentkit.core.process.StaffingRule;
import dev.incidentkit.core.process.TaskTemplate;
import dev.incidentkit.core.process.Taxonomy;
import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.incident.IncidentFacts;
import dev.incidentkit.rules.incident.IncidentSchemas;
import dev.incidentkit.rules.incident.IncidentTable;
import dev.incidentkit.rules.incident.ModelTable;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** What {@code definitions/procedures/procedures.yaml} says, in Java. */
final class WholeProcess {
    private static final AttributeDefinition CLIENT = AttributeDefinition.of("client", AttributeType.TEXT);
    private static final BusinessCalendar HOURS = BusinessCalendar.builder("desk hours", ZoneId.of("Europe/Zurich"))
            .weekdays(Window.of("08:00", "18:00"))
            .build();
    private static final Condition URGENT = Condition.atLeast(Fact.BuiltIn.PRIORITY, Priority.P2);

    private WholeProcess() {}

    static ProcessDefinition definition() {
        return ProcessDefinition.builder(ProcessDefinition.itil())
                .name("whole process")
                .attribute(CLIENT)
                .lifecycle(lifecycle())
                .procedures(procedures())
                .build();
    }

    private static Lifecycle lifecycle() {
        return Lifecycle.builder(Lifecycle.itil())
                .name("watched")
                .without(Action.CLOSE)
                .without(Action.CONFIRM)
                .transition(
                        Action.CLOSE,
                        step -> step.from(Status.RESOLVED)
                                .to(Status.CLOSED)
                                .roles(Role.SERVICE_DESK, Role.SYSTEM)
                                .guards(
                                        Guards.checklist(Lifecycle.itil().checklist()),
                                        Guards.CONTAINED,
                                        Guards.quietFor(Duration.ofMinutes(90)),
                                        Guards.reviewed(URGENT),
                                        Guards.checklist(List.of("BACKED_UP", "TOLD"))))
                .transition(
                        Action.CONFIRM,
                        step -> step.from(Status.RESOLVED)
                                .toWhen(Status.CLOSED, Guards.quietFor(Duration.ofHours(1)))
                                .to(Status.RESOLVED))
                .build();
    }

    private static Taxonomy taxonomy() {
        return Taxonomy.builder("own")
                .category("network", "Places cannot reach each other.")
                .category("network/dns", "Names are not found.")
                .category("network/vpn", "Tunnels do not come up.")
                .category("mail", "Mail does not arrive.")
                .category("fax", "Sheets do not arrive.")
                .deactivate("fax")
                .category("fax/colour", "Sheets arrive grey.")
                .category("lift", "It stands.")
                .deactivate("lift")
                .build();
    }

    private static Plan[] plans() {
        Plan vpn = Plan.of(PlanKind.MODEL, "vpn outage")
                .tasks(
                        TaskTemplate.mandatory("look", TaskPart.DIAGNOSIS).within(minutes(30)),
                        TaskTemplate.mandatory("find", TaskPart.DIAGNOSIS).after("look"),
                        TaskTemplate.optional("compare", TaskPart.DIAGNOSIS),
                        TaskTemplate.mandatory("mend", TaskPart.WORK)
                                .after("look", "find")
                                .within(new Allowance(Duration.ofHours(4), HOURS)))
                .checklist("GATEWAY_RESTARTED")
                .defaults(new ModelDefaultsBuilder()
                        .category(new Category("network/vpn"))
                        .impact(Impact.HIGH)
                        .urgency(Urgency.HIGH)
                        .severity(Severity.SEV2)
                        .owner(new Owner("network", "ann"))
                        .build())
                .reviewBy(LocalDate.of(2026, 6, 30));
        return new Plan[] {
            vpn,
            Plan.of(PlanKind.MODEL, "mail stuck")
                    .defaults(new ModelDefaultsBuilder()
                            .owner(Owner.group("mail"))
                            .build()),
            Plan.of(PlanKind.RESPONSE, "vpn outage")
                    .tasks(TaskTemplate.mandatory("reroute", TaskPart.WORK).within(minutes(60))),
            Plan.of(PlanKind.DISASTER_RECOVERY, "second site").checklist("ROUTES_BACK", "DATA_BACK")
        };
    }

    private static ModelTable models() {
        IncidentFacts facts = IncidentFacts.of(Scale.IMPACT, Scale.URGENCY, Scale.SEVERITY, Scale.PRIORITY)
                .with(CLIENT);
        RuleTable table = RuleSchema.named("models")
                .in(facts.category())
                .in(facts.text("client"))
                .out(IncidentSchemas.MODEL)
                .hitPolicy(HitPolicy.FIRST)
                .build()
                .builder()
                .rule("M1")
                .when(facts.category().is("network/vpn"))
                .then("vpn outage")
                .rule("M2")
                .when(facts.category().is("mail"), facts.text("client").is("acme"))
                .then("mail stuck")
                .build();
        return new ModelTable(IncidentTable.of(facts, table, IncidentSchemas.MODEL));
    }

    private static Procedures procedures() {
        return Procedures.builder(ProcessDefinition.itil().procedures())
                .taxonomy(taxonomy())
                .classification(new ConditionTable<>(
                        "criteria",
                        List.of(new ConditionTable.Row<>(
                                "mail services", Condition.oneOf(Fact.BuiltIn.SERVICE, "mail"), new Category("mail")))))
                .selection(models())
                .addPlans(plans())
                .addMessages(
                        MessageLine.every("customers, urgent", "customers", Channel.MAIL, "outage", minutes(30))
                                .when(Condition.allOf(Condition.open(), URGENT)),
                        MessageLine.every(
                                "customers, all",
                                "customers",
                                Channel.MAIL,
                                "outage",
                                new Allowance(Duration.ofDays(1), HOURS)),
                        MessageLine.once("board", "board", Channel.PHONE, "bad news", minutes(15)))
                .addStaffing(
                        new StaffingRule("many", URGENT, Role.RESOLVER, 2, minutes(20)),
                        new StaffingRule(
                                "one",
                                Condition.ALWAYS,
                                Role.RESOLVER,
                                1,
                                new Allowance(Duration.ofHours(2), BusinessCalendar.officeHours(ZoneOffset.UTC))))
                .addFields(fields())
                .resolutionCodes(ResolutionCodes.COMMON)
                .addChanges(new ChangePolicy(
                        "reroute",
                        "routes between sites",
                        Set.of(Role.INCIDENT_MANAGER, new Role("BOARD")),
                        minutes(30)))
                .addReviewSections(ReviewSection.CAUSE, ReviewSection.ENVIRONMENT)
                .addSigners(Role.REVIEWER, Role.INCIDENT_MANAGER)
                .build();
    }

    private static FieldRule[] fields() {
        return new FieldRule[] {
            new FieldRule(
                    "vpn form",
                    Action.REPORT,
                    Condition.oneOf(Fact.BuiltIn.CATEGORY, "network/vpn"),
                    List.of(Field.attribute("client"), Field.BuiltIn.SYMPTOMS)),
            new FieldRule(
                    "severity before work",
                    Action.START,
                    Condition.allOf(
                            Condition.oneOf(Fact.BuiltIn.MODEL, "vpn outage"),
                            Condition.oneOf(Fact.BuiltIn.RECORD_TYPE, "INCIDENT")),
                    List.of(Field.BuiltIn.SEVERITY)),
            new FieldRule("always a channel", Action.RESOLVE, Condition.ALWAYS, List.of(Field.BuiltIn.CHANNEL))
        };
    }

    private static Allowance minutes(int minutes) {
        return Allowance.of(Duration.ofMinutes(minutes));
    }
}
