package dev.incidentkit.testkit;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.Direction;
import dev.incidentkit.core.incident.EscalationKind;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.PlanKind;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.ReportBuilder;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.ReviewSection;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TaskPart;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.lifecycle.Guard;
import dev.incidentkit.core.lifecycle.Guards;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.policy.ConditionTable;
import dev.incidentkit.core.process.AlertPolicy;
import dev.incidentkit.core.process.AlertRecovery;
import dev.incidentkit.core.process.Allowance;
import dev.incidentkit.core.process.CascadeRule;
import dev.incidentkit.core.process.ChangePolicy;
import dev.incidentkit.core.process.EscalationChain;
import dev.incidentkit.core.process.EscalationStep;
import dev.incidentkit.core.process.FieldRule;
import dev.incidentkit.core.process.KeyTemplate;
import dev.incidentkit.core.process.MajorCandidate;
import dev.incidentkit.core.process.MajorPolicy;
import dev.incidentkit.core.process.MessageLine;
import dev.incidentkit.core.process.Plan;
import dev.incidentkit.core.process.Procedures;
import dev.incidentkit.core.process.StaffingRule;
import dev.incidentkit.core.process.TaskTemplate;
import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.incident.IncidentFacts;
import dev.incidentkit.rules.incident.IncidentTable;
import dev.incidentkit.rules.incident.RoutingTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What the tests of the kit test with. */
public final class Samples {
    public static final Actor ANN = Actor.agent("ann");
    public static final Actor CLEO = Actor.caller("cleo");

    public static final Input<Severity> SEVERITY = Input.scale("severity", Scale.SEVERITY);
    public static final Input<String> CATEGORY = Input.text("category");
    public static final Input<Duration> AGE = Input.duration("age");
    public static final Output<String> TEAM = Output.text("team");

    /** Four rules: a level, a text with a bound, two texts, and the rest. */
    public static final RuleTable ROUTING = RuleSchema.named("routing")
            .in(SEVERITY)
            .in(CATEGORY)
            .in(AGE)
            .out(TEAM)
            .hitPolicy(HitPolicy.FIRST)
            .complete()
            .build()
            .builder()
            .rule("R1")
            .when(SEVERITY.is(Severity.SEV1))
            .then("MAJOR")
            .rule("R2")
            .when(CATEGORY.is("database"), AGE.atLeast(Duration.ofHours(4)))
            .then("DBA_L2")
            .rule("R3")
            .when(CATEGORY.in("database", "network"))
            .then("OPS")
            .rule("R9")
            .otherwise("DESK")
            .build();

    /** The default process, whose new incidents are routed by their category. */
    public static final ProcessDefinition ROUTED = routed();

    /** The default process with cascades, alerts, a model, a plan, majors and a change in an emergency. */
    public static final ProcessDefinition PROCESS = process();

    private Samples() {}

    private static ProcessDefinition process() {
        Procedures procedures = Procedures.builder()
                .cascades(CascadeRule.itil())
                .alerts(AlertPolicy.of(KeyTemplate.STANDARD, Duration.ofHours(1))
                        .recovery(AlertRecovery.RESOLVE)
                        .code("FIXED")
                        .category(new Category("mail"))
                        .build())
                .addPlans(
                        Plan.of(PlanKind.MODEL, "mail down")
                                .tasks(
                                        TaskTemplate.mandatory("look", TaskPart.DIAGNOSIS)
                                                .within(Allowance.of(Duration.ofHours(1))),
                                        TaskTemplate.mandatory("mend", TaskPart.WORK)
                                                .after("look"))
                                .checklist("QUEUE_EMPTY"),
                        Plan.of(PlanKind.RESPONSE, "tell everybody")
                                .tasks(TaskTemplate.optional("phone", TaskPart.WORK)))
                .selection(new ConditionTable<>(
                        "models",
                        List.of(new ConditionTable.Row<>(
                                "mail", Condition.oneOf(Fact.BuiltIn.CATEGORY, "smtp"), "mail down"))))
                .addMessages(
                        MessageLine.every("news", "users", Channel.MAIL, "status", Allowance.of(Duration.ofMinutes(30)))
                                .when(Condition.atLeast(Fact.BuiltIn.PRIORITY, Priority.P1)))
                .addStaffing(new StaffingRule(
                        "two of them",
                        Condition.atLeast(Fact.BuiltIn.PRIORITY, Priority.P1),
                        Role.RESOLVER,
                        2,
                        Allowance.of(Duration.ofMinutes(30))))
                .addFields(new FieldRule(
                        "who suffers",
                        Action.RESOLVE,
                        Condition.oneOf(Fact.BuiltIn.CATEGORY, "smtp"),
                        List.of(Field.BuiltIn.SERVICES)))
                .addResolutionCodes("FIXED", "NO_FAULT")
                .addChanges(new ChangePolicy(
                        "emergency",
                        "whatever mends it",
                        Set.of(Role.INCIDENT_MANAGER),
                        Allowance.of(Duration.ofMinutes(30))))
                .addReviewSections(ReviewSection.CAUSE)
                .addSigners(Role.REVIEWER)
                .majors(new MajorPolicy(
                        List.of(new MajorCandidate(
                                "many", Condition.between(Fact.BuiltIn.AFFECTED_USERS, BigDecimal.valueOf(100), null))),
                        Set.of(Role.INCIDENT_MANAGER),
                        Allowance.of(Duration.ofMinutes(15))))
                .addEscalations(new EscalationChain(
                        "upwards",
                        Condition.atLeast(Fact.BuiltIn.PRIORITY, Priority.P1),
                        List.of(
                                EscalationStep.to(EscalationKind.HIERARCHICAL, "boss", Duration.ofMinutes(20)),
                                EscalationStep.to(EscalationKind.HIERARCHICAL, "board", Duration.ofMinutes(20))),
                        1))
                .build();
        return ProcessDefinition.builder(ProcessDefinition.itil())
                .name("process")
                .lifecycle(reviewed())
                .procedures(procedures)
                .build();
    }

    /** The default lifecycle, whose major incidents are reviewed before they are closed. */
    private static Lifecycle reviewed() {
        Lifecycle itil = Lifecycle.itil();
        Guard[] guards = {
            Guards.checklist(itil.checklist()),
            Guards.PLANS_CHECKED,
            Guards.WORKAROUNDS_SETTLED,
            Guards.NO_OPEN_CHILD,
            Guards.MAJOR_REVIEWED
        };
        return Lifecycle.builder(itil)
                .without(Action.CLOSE)
                .without(Action.CONFIRM)
                .transition(
                        Action.CLOSE,
                        step -> step.from(Status.RESOLVED)
                                .to(Status.CLOSED)
                                .roles(Role.SERVICE_DESK, Role.INCIDENT_MANAGER, Role.SYSTEM)
                                .guards(guards))
                .transition(
                        Action.CONFIRM,
                        step -> step.from(Status.RESOLVED)
                                .toWhen(Status.CLOSED, guards)
                                .to(Status.RESOLVED)
                                .roles(Role.CALLER))
                .build();
    }

    private static ProcessDefinition routed() {
        IncidentFacts facts = IncidentFacts.of(Scale.IMPACT, Scale.URGENCY, Scale.SEVERITY, Scale.PRIORITY);
        Input<String> category = facts.category();
        RuleTable table = RuleSchema.named("teams")
                .in(category)
                .out(TEAM)
                .hitPolicy(HitPolicy.FIRST)
                .build()
                .builder()
                .rule("T1")
                .when(category.is("network"))
                .then("OPS")
                .rule("T2")
                .when(category.isPresent())
                .then("DESK")
                .build();
        return ProcessDefinition.builder(ProcessDefinition.itil())
                .name("routed")
                .routing(new RoutingTable(IncidentTable.of(facts, table, TEAM)))
                .build();
    }

    public static ReportBuilder report() {
        return Report.of("VPN is down", Reporter.person("cleo"), Channel.PHONE);
    }

    public static Report report(Impact impact, Urgency urgency) {
        return report().impact(impact).urgency(urgency).build();
    }

    public static WorkCommand message(String audience) {
        return new WorkCommand.Communicate(
                Direction.OUTBOUND, Channel.MAIL, audience, "We work on it", Visibility.CUSTOMER);
    }

    public static Path file(String name) {
        try {
            return Path.of(Samples.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    public static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
