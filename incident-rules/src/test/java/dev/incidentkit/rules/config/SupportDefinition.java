package dev.incidentkit.rules.config;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.calendar.Holiday;
import dev.incidentkit.core.calendar.Window;
import dev.incidentkit.core.definition.ClosureRule;
import dev.incidentkit.core.definition.DefinitionChange;
import dev.incidentkit.core.definition.FollowUpRule;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.AttributeTrait;
import dev.incidentkit.core.incident.AttributeType;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.CustomLevel;
import dev.incidentkit.core.incident.EscalationKind;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.ResolutionMethod;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.lifecycle.Guards;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.policy.EscalationOrder;
import dev.incidentkit.core.sla.ClockConditions;
import dev.incidentkit.core.sla.ClockRules;
import dev.incidentkit.core.sla.Goal;
import dev.incidentkit.core.sla.Limit;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.core.sla.NoticeTime;
import dev.incidentkit.core.sla.Penalty;
import dev.incidentkit.core.sla.ReopenRule;
import dev.incidentkit.core.sla.RetargetRule;
import dev.incidentkit.core.sla.Satisfier;
import dev.incidentkit.core.sla.SlaKind;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaPresets;
import dev.incidentkit.core.sla.SlaTarget;
import dev.incidentkit.core.sla.StartBasis;
import dev.incidentkit.core.sla.Threshold;
import dev.incidentkit.core.sla.ZoneSource;
import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.incident.EscalationSignal;
import dev.incidentkit.rules.incident.EscalationTable;
import dev.incidentkit.rules.incident.IncidentFacts;
import dev.incidentkit.rules.incident.IncidentSchemas;
import dev.incidentkit.rules.incident.IncidentTable;
import dev.incidentkit.rules.incident.RoutingTable;
import dev.incidentkit.rules.incident.SlaTable;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What {@code definitions/support/support.yaml} says, in Java. */
final class SupportDefinition {
    private static final Scale<CustomLevel> TIER = Scale.custom("tier", "GOLD", "SILVER", "BRONZE");
    private static final Scale<Severity> SEVERITIES = Scale.of("severity", Severity::new, "SEV1", "SEV2", "SEV3");
    private static final List<AttributeDefinition> ATTRIBUTES = List.of(
            AttributeDefinition.of("vip", AttributeType.BOOLEAN),
            AttributeDefinition.of("customer", AttributeType.TEXT, AttributeTrait.INDEXED),
            AttributeDefinition.of("caller note", AttributeType.TEXT, AttributeTrait.PERSONAL),
            AttributeDefinition.scale(TIER, AttributeTrait.INDEXED),
            AttributeDefinition.of("tags", AttributeType.SET),
            AttributeDefinition.of("dueDate", AttributeType.INSTANT));
    private static final BusinessCalendar HOURS = hours();

    private SupportDefinition() {}

    private static BusinessCalendar hours() {
        return BusinessCalendar.builder("support hours", ZoneId.of("Europe/Zurich"))
                .weekdays(Window.of("08:00", "12:00"), Window.of("13:00", "18:00"))
                .on(DayOfWeek.SATURDAY, Window.of("22:00", "02:00"))
                .breakOn(DayOfWeek.WEDNESDAY, Window.of("15:00", "15:30"))
                .breakOn(LocalDate.of(2026, 12, 23), Window.of("16:00", "18:00"))
                .shift(LocalDate.of(2026, 12, 27), Window.of("10:00", "14:00"))
                .shift(LocalDate.of(2026, 12, 28))
                .holiday(Holiday.yearly(MonthDay.of(12, 25), "Christmas Day"))
                .holiday(Holiday.on(LocalDate.of(2026, 12, 24), "Christmas Eve", Window.of("12:00", "24:00")))
                .build();
    }

    static ProcessDefinition definition() {
        IncidentFacts facts = facts();
        var builder = ProcessDefinition.builder(ProcessDefinition.itil())
                .name("support")
                .severities(SEVERITIES)
                .lifecycle(lifecycle())
                .slas(gold(), silver(), due())
                .routing(new RoutingTable(IncidentTable.of(facts, routing(facts), IncidentSchemas.TEAM)))
                .slaSelection(selection(facts))
                .escalation(escalation(facts))
                .closure(ClosureRule.after(Duration.ofDays(3)))
                .reopenWindow(Duration.ofDays(3))
                .followUp(followUp())
                .change(DefinitionChange.migrateFrom(Instant.parse("2026-01-01T00:00:00Z")));
        ATTRIBUTES.forEach(builder::attribute);
        return builder.build();
    }

    private static IncidentFacts facts() {
        IncidentFacts facts = IncidentFacts.of(Scale.IMPACT, Scale.URGENCY, SEVERITIES, Scale.PRIORITY);
        return facts.with(ATTRIBUTES.get(0)).with(ATTRIBUTES.get(1)).with(ATTRIBUTES.get(3));
    }

    private static Lifecycle lifecycle() {
        Status monitoring = new Status("MONITORING", Phase.ACTIVE);
        return Lifecycle.builder(Lifecycle.itil())
                .name("support")
                .statuses(monitoring)
                .without(Action.REJECT)
                .like(monitoring, Status.IN_PROGRESS)
                .transition(
                        Action.REJECT,
                        step -> step.from(Status.RESOLVED)
                                .to(Status.IN_PROGRESS)
                                .requires(Field.BuiltIn.REASON)
                                .roles(Role.CALLER, Role.SERVICE_DESK))
                .transition(
                        new Action("WATCH"),
                        step -> step.from(Status.IN_PROGRESS).to(monitoring).guards(Guards.OWNED))
                .readOnly(Status.RESOLVED, Field.BuiltIn.TITLE, Field.attribute("customer"))
                .build();
    }

    private static SlaPolicy gold() {
        Condition pause = Condition.anyOf(
                Condition.waitingFor(HoldReason.CALLER, HoldReason.SCHEDULED),
                Condition.allOf(
                        Condition.phase(Phase.ON_HOLD), Condition.not(Condition.oneOf(Fact.attribute("vip"), "true"))));
        SlaTarget response = SlaTarget.of(
                        Measure.RESPONSE,
                        Map.of(
                                "P1", Goal.within(Duration.ofMinutes(10)),
                                "P2", Goal.within(Duration.ofMinutes(20)),
                                "P3", Goal.within(Duration.ofHours(1), HOURS),
                                "P4", Goal.within(Duration.ofHours(2), HOURS),
                                "P5", Goal.within(Duration.ofHours(4), HOURS)))
                .addThresholds(
                        Threshold.percent(50),
                        Threshold.before(Duration.ofMinutes(5)),
                        Threshold.past(Duration.ofHours(1)))
                .satisfier(Satisfier.firstHumanAnswer())
                .build();
        SlaTarget resolution = SlaTarget.of(
                        Measure.RESOLUTION,
                        Map.of(
                                "P1", Goal.within(Duration.ofHours(4)),
                                "P2", Goal.within(Duration.ofHours(8), HOURS),
                                "P3", new Goal(new Limit.WorkingDays(2), HOURS),
                                "P4", new Goal(Limit.EndOfNextWorkingDay.INSTANCE, HOURS),
                                "P5", new Goal(new Limit.NextWorkingDayAt(LocalTime.of(16, 0)), HOURS)))
                .conditions(ClockConditions.of().pausedWhile(pause))
                .rules(ClockRules.of()
                        .upgrade(RetargetRule.RESTART)
                        .downgrade(RetargetRule.RESTART)
                        .reopen(ReopenRule.RESTART)
                        .build())
                .zoneSource(ZoneSource.CUSTOMER)
                .zones(new TreeMap<>(Map.of("acme", ZoneId.of("Europe/Paris"), "zeta", ZoneId.of("America/New_York"))))
                .build();
        return SlaPolicy.of("gold", response, resolution)
                .penalty(new Penalty(
                        "CHF",
                        new BigDecimal("100"),
                        new BigDecimal("12.50"),
                        Duration.ofHours(1),
                        new BigDecimal("1000")));
    }

    private static SlaPolicy silver() {
        SlaPolicy itil = SlaPresets.itil(ZoneId.of("Europe/Zurich"));
        return new SlaPolicy("silver", itil.kind(), itil.targets(), null);
    }

    private static SlaPolicy due() {
        Goal agreed = new Goal(new Limit.DueDate("dueDate"), BusinessCalendar.roundTheClock());
        Condition cancel = Condition.allOf(
                Condition.atLeast(Fact.BuiltIn.PRIORITY, Priority.P1),
                Condition.between(Fact.BuiltIn.AFFECTED_USERS, new BigDecimal("10"), new BigDecimal("99.5")));
        SlaTarget target = SlaTarget.of(new Measure("AGREED"), Map.of("P1", agreed))
                .otherwise(agreed)
                .conditions(ClockConditions.of()
                        .attachedWhile(Condition.has(Fact.attribute("dueDate")))
                        .cancelledBy(cancel))
                .rules(ClockRules.of()
                        .start(StartBasis.ATTACHED)
                        .notices(NoticeTime.AT_NEXT_OPENING)
                        .build())
                .build();
        return SlaPolicy.of("due", target).kind(SlaKind.OLA);
    }

    private static RuleTable routing(IncidentFacts facts) {
        return RuleSchema.named("routing")
                .in(facts.category())
                .in(facts.scale(TIER))
                .out(IncidentSchemas.TEAM)
                .hitPolicy(HitPolicy.FIRST)
                .build()
                .builder()
                .rule("R1")
                .when(facts.category().startsWith("network"))
                .then("NETWORK")
                .rule("R2")
                .when(facts.scale(TIER).is(TIER.level("GOLD")))
                .then("PREMIUM")
                .rule("R9")
                .otherwise("DESK")
                .build();
    }

    private static SlaTable selection(IncidentFacts facts) {
        Output<String> sla = Output.oneOf("sla", List.of("gold", "silver", "due"));
        RuleTable table = RuleSchema.named("agreements")
                .in(facts.scale(TIER))
                .in(facts.priority())
                .out(sla)
                .hitPolicy(HitPolicy.FIRST)
                .build()
                .builder()
                .rule("S1")
                .when(facts.scale(TIER).is(TIER.level("GOLD")))
                .then("gold")
                .rule("S2")
                .when(facts.priority().is(Priority.P1))
                .then("gold")
                .rule("S9")
                .otherwise("silver")
                .build();
        return new SlaTable(IncidentTable.of(facts, table, sla));
    }

    private static EscalationTable escalation(IncidentFacts facts) {
        Output<String> plan = Output.oneOf("escalation", List.of("all hands", "duty"));
        RuleTable table = RuleSchema.named("escalation")
                .in(EscalationTable.SIGNAL)
                .in(EscalationTable.TARGET)
                .in(facts.flag("vip"))
                .out(plan)
                .hitPolicy(HitPolicy.RULE_ORDER)
                .build()
                .builder()
                .rule("E1")
                .when(
                        EscalationTable.SIGNAL.is(EscalationSignal.AT_RISK),
                        facts.flag("vip").is(true))
                .then("duty")
                .rule("E2")
                .when(
                        EscalationTable.SIGNAL.is(EscalationSignal.BREACHED),
                        EscalationTable.TARGET.in("RESPONSE", "RESOLUTION"))
                .then("all hands")
                .build();
        String missed = "a target was missed";
        return EscalationTable.of(
                facts,
                table,
                plan,
                Map.of(
                        "duty",
                        List.of(new EscalationOrder(
                                EscalationKind.HIERARCHICAL, "duty-manager", "the service level is at risk")),
                        "all hands",
                        List.of(
                                new EscalationOrder(EscalationKind.HIERARCHICAL, "duty-manager", missed),
                                new EscalationOrder(EscalationKind.FUNCTIONAL, "experts", missed))));
    }

    private static FollowUpRule followUp() {
        return new FollowUpRule(
                HoldReason.CALLER,
                2,
                3,
                HOURS,
                "We wait for your answer.",
                "NO_ANSWER",
                "Nobody answered three times.",
                ResolutionMethod.PERMANENT,
                new Category("other"));
    }
}
