package dev.incidentkit.core.definition;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.AttributeTrait;
import dev.incidentkit.core.incident.AttributeType;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.EscalationKind;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.PriorityMatrix;
import dev.incidentkit.core.incident.ResolutionMethod;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.lifecycle.Guards;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.policy.Decision;
import dev.incidentkit.core.policy.EscalationOrder;
import dev.incidentkit.core.policy.EscalationPolicy;
import dev.incidentkit.core.policy.RoutingPolicy;
import dev.incidentkit.core.policy.TriagePolicy;
import dev.incidentkit.core.process.EscalationChain;
import dev.incidentkit.core.process.EscalationStep;
import dev.incidentkit.core.process.Procedures;
import dev.incidentkit.core.sla.ClockConditions;
import dev.incidentkit.core.sla.ClockRules;
import dev.incidentkit.core.sla.Goal;
import dev.incidentkit.core.sla.Limit;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.core.sla.NoticeTime;
import dev.incidentkit.core.sla.Penalty;
import dev.incidentkit.core.sla.ReopenRule;
import dev.incidentkit.core.sla.ResolutionEnd;
import dev.incidentkit.core.sla.SlaKind;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaPresets;
import dev.incidentkit.core.sla.SlaTarget;
import dev.incidentkit.core.sla.StartBasis;
import dev.incidentkit.core.sla.Threshold;
import dev.incidentkit.core.sla.TransferRule;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Definitions that tests share: the default, one with everything that may be chosen, and one with own statuses. */
final class TestDefinitions {
    static final Action ACCEPT = new Action("ACCEPT");
    static final Action TURN_AWAY = new Action("TURN_AWAY");
    static final Action WATCH = new Action("WATCH");

    static final Status VERIFY = new Status("VERIFY", Phase.NEW);
    static final Status MONITORING = new Status("MONITORING", Phase.ACTIVE);

    static final ProcessDefinition CHOSEN = ProcessDefinition.builder(ProcessDefinition.itil())
            .name("chosen")
            .attribute(AttributeDefinition.of("seats", AttributeType.NUMBER, AttributeTrait.INDEXED))
            .attribute(AttributeDefinition.of("vip", AttributeType.BOOLEAN))
            .attribute(AttributeDefinition.of(
                    "phone", AttributeType.TEXT, AttributeTrait.PERSONAL, AttributeTrait.INDEXED))
            .closure(ClosureRule.after(Duration.ofHours(30)))
            .reopenWindow(Duration.ofDays(1))
            .routing(new MailFirst())
            .build();

    static final ProcessDefinition OWN = ProcessDefinition.builder(
                    "own", ownLifecycle(), TriagePolicy.matrix(PriorityMatrix.itil3x3()))
            .closure(ClosureRule.after(Duration.ofDays(2)))
            .build();

    /** Every convention of every peer at once, beside an agreement of its own, escalation and reminders. */
    static final ProcessDefinition TIMED = timed();

    /** Everything that may be asked beyond the lifecycle. */
    static final ProcessDefinition PROCESS = ProcessDefinition.builder(ProcessDefinition.itil())
            .name("process")
            .attribute(AttributeDefinition.of("client", AttributeType.TEXT))
            .attribute(AttributeDefinition.of("seats", AttributeType.NUMBER))
            .procedures(TestProcedures.FULL)
            .build();

    /** Procedures with escalation while nobody acknowledged or is accountable. */
    static final ProcessDefinition CHAINED = ProcessDefinition.builder(PROCESS)
            .name("chained")
            .procedures(Procedures.builder(TestProcedures.FULL)
                    .addEscalations(
                            new EscalationChain(
                                    "unanswered",
                                    Condition.allOf(
                                            Condition.open(), Condition.not(Condition.has(Fact.BuiltIn.ACKNOWLEDGED))),
                                    List.of(
                                            EscalationStep.onCall(
                                                    EscalationKind.FUNCTIONAL, "network", Duration.ofMinutes(15)),
                                            EscalationStep.to(
                                                    EscalationKind.HIERARCHICAL, "head", Duration.ofMinutes(45))),
                                    1),
                            new EscalationChain(
                                    "unowned",
                                    Condition.not(Condition.has(Fact.BuiltIn.OWNED)),
                                    List.of(EscalationStep.to(
                                            EscalationKind.FUNCTIONAL, "desk", Duration.ofMinutes(20))),
                                    0))
                    .build())
            .build();

    static final List<ProcessDefinition> ALL = List.of(ProcessDefinition.itil(), CHOSEN, OWN, TIMED, PROCESS, CHAINED);

    private TestDefinitions() {}

    private static ProcessDefinition timed() {
        ProcessDefinitionBuilder builder = ProcessDefinition.builder(ProcessDefinition.itil())
                .name("timed")
                .slas(
                        SlaPresets.servicenowLike(ZoneId.of("Europe/Zurich")),
                        SlaPresets.itopLike(),
                        SlaPresets.glpiLike(ZoneId.of("America/New_York")),
                        SlaPresets.otrsLike(ZoneId.of("Asia/Kolkata")),
                        operational())
                .escalation(new CallTheBoss());
        for (HoldReason reason : RandomCommands.HOLD_REASONS) {
            builder.followUp(new FollowUpRule(
                    reason,
                    1,
                    2,
                    BusinessCalendar.officeHours(ZoneOffset.UTC),
                    "Please answer.",
                    "NO_ANSWER",
                    "The caller did not answer.",
                    ResolutionMethod.WORKAROUND,
                    new Category("unknown")));
        }
        return builder.build();
    }

    private static SlaPolicy operational() {
        BusinessCalendar office = BusinessCalendar.officeHours(ZoneOffset.UTC);
        Goal day = new Goal(new Limit.NextWorkingDayAt(LocalTime.NOON), office);
        SlaTarget restoration = SlaTarget.of(
                        Measure.RESOLUTION, Map.of("P1", Goal.within(Duration.ofMinutes(20)), "P2", day, "P3", day))
                .otherwise(Goal.within(Duration.ofHours(2), office))
                .addThresholds(Threshold.before(Duration.ofMinutes(5)), Threshold.percent(150))
                .conditions(ClockConditions.of().pausedWhile(Condition.phase(Phase.ON_HOLD)))
                .rules(ClockRules.of()
                        .start(StartBasis.ASSIGNED)
                        .transfer(TransferRule.RESTART)
                        .end(ResolutionEnd.RESTORED)
                        .reopen(ReopenRule.RESUME_INCLUDING_RESOLVED)
                        .notices(NoticeTime.AT_NEXT_OPENING)
                        .build())
                .build();
        return new SlaPolicy(
                "operational",
                SlaKind.OLA,
                List.of(
                        restoration,
                        SlaPresets.ownership(Duration.ofMinutes(45), List.of("P1", "P2", "P3", "P4", "P5"))
                                .build()),
                new Penalty("EUR", BigDecimal.TEN, BigDecimal.ONE, Duration.ofHours(1), null));
    }

    /** Calls somebody at every breach. */
    private static final class CallTheBoss implements EscalationPolicy {
        @Override
        public List<Decision<EscalationOrder>> escalate(Incident incident, SlaEvent signal) {
            return signal instanceof SlaEvent.Breached
                    ? List.of(new Decision<>(
                            new EscalationOrder(EscalationKind.HIERARCHICAL, "boss", signal.clock() + " is missed"),
                            "breach",
                            version()))
                    : List.of();
        }

        @Override
        public String version() {
            return "call-the-boss/1";
        }
    }

    private static Lifecycle ownLifecycle() {
        return Lifecycle.builder(Lifecycle.itil())
                .statuses(VERIFY, MONITORING)
                .without(Action.REPORT)
                .transition(
                        Action.REPORT, step -> step.to(VERIFY).requires(Field.BuiltIn.REPORTER, Field.BuiltIn.TITLE))
                .transition(ACCEPT, step -> step.from(VERIFY).to(Status.NEW).roles(Role.SERVICE_DESK))
                .transition(
                        TURN_AWAY,
                        step -> step.from(VERIFY).to(Status.CANCELLED).requires(Field.BuiltIn.COMMENT))
                .transition(Action.CANCEL, step -> step.from(VERIFY, MONITORING).to(Status.CANCELLED))
                .transition(
                        Action.RESOLVE,
                        step -> step.from(VERIFY, MONITORING)
                                .to(Status.RESOLVED)
                                .requires(Field.BuiltIn.CATEGORY))
                .transition(
                        WATCH,
                        step -> step.from(Status.IN_PROGRESS).to(MONITORING).guards(Guards.OWNED))
                .staying(List.of(VERIFY, MONITORING), Action.NOTE, Action.MIGRATE, Action.AMEND)
                .readOnly(Status.IN_PROGRESS, Field.BuiltIn.SEVERITY)
                .readOnly(MONITORING, Field.BuiltIn.TITLE)
                .build();
    }

    /** Sends what concerns mail to those who know it. */
    private static final class MailFirst implements RoutingPolicy {
        @Override
        public Optional<Decision<Owner>> route(Incident incident) {
            return incident.category()
                    .filter(category -> category.path().startsWith("mail"))
                    .map(category -> new Decision<>(Owner.group("mail"), "mail first", version()));
        }

        @Override
        public String version() {
            return "mail-first/1";
        }
    }
}
