package dev.incidentkit.rules.config;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.calendar.CalendarBuilder;
import dev.incidentkit.core.calendar.Holiday;
import dev.incidentkit.core.calendar.Window;
import dev.incidentkit.core.definition.ClosureRule;
import dev.incidentkit.core.definition.DefinitionChange;
import dev.incidentkit.core.definition.FollowUpRule;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.definition.ProcessDefinitionBuilder;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.ActorKind;
import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.AttributeTrait;
import dev.incidentkit.core.incident.AttributeType;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.ResolutionMethod;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.lifecycle.Guards;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.lifecycle.LifecycleBuilder;
import dev.incidentkit.core.sla.AttachedBreach;
import dev.incidentkit.core.sla.ClockConditions;
import dev.incidentkit.core.sla.ClockRules;
import dev.incidentkit.core.sla.DetachRule;
import dev.incidentkit.core.sla.EarlierBreach;
import dev.incidentkit.core.sla.Goal;
import dev.incidentkit.core.sla.Limit;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.core.sla.NoticeTime;
import dev.incidentkit.core.sla.Penalty;
import dev.incidentkit.core.sla.Recurrence;
import dev.incidentkit.core.sla.ReopenRule;
import dev.incidentkit.core.sla.ResolutionEnd;
import dev.incidentkit.core.sla.RetargetRule;
import dev.incidentkit.core.sla.Satisfier;
import dev.incidentkit.core.sla.SatisfyingAct;
import dev.incidentkit.core.sla.SlaKind;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaTarget;
import dev.incidentkit.core.sla.SlaTargetBuilder;
import dev.incidentkit.core.sla.StartBasis;
import dev.incidentkit.core.sla.Threshold;
import dev.incidentkit.core.sla.TransferRule;
import dev.incidentkit.core.sla.ZoneSource;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Definitions that use every part of the form, at random. */
final class RandomDefinitions {
    private static final List<String> TEXTS = List.of(
            "plain",
            "true",
            "null",
            "12",
            "2026-01-01",
            "a: b",
            "- x",
            "'quoted'",
            "a # b",
            "  blanks  ",
            "Größe \u4e2d",
            "two\nlines",
            "{x}",
            "*a",
            "&b",
            "!t",
            "%d",
            "@e",
            "0x1F",
            "~",
            "\ttab",
            "back\\slash",
            "quote\"d",
            "\ud83d\ude00");
    private static final String[] ZONES = {"Europe/Zurich", "America/New_York", "Asia/Kolkata", "Z", "UTC", "+05:30"};

    private final Random random;
    private final RandomProcedures procedures;

    /** A source of choices. */
    private interface Random {
        int below(int bound);
    }

    private RandomDefinitions(java.util.Random random) {
        this.random = random::nextInt;
        this.procedures = new RandomProcedures(random, TEXTS);
    }

    static ProcessDefinition of(long seed) {
        return new RandomDefinitions(new java.util.Random(seed)).definition();
    }

    private boolean chance() {
        return random.below(2) == 0;
    }

    private <T> T one(List<T> values) {
        return values.get(random.below(values.size()));
    }

    private <E extends Enum<E>> E one(Class<E> type) {
        return one(List.of(type.getEnumConstants()));
    }

    private <E extends Enum<E>> Set<E> some(Class<E> type) {
        Set<E> some = EnumSet.of(one(type));
        some.add(one(type));
        return some;
    }

    private Duration duration() {
        Duration whole = Duration.ofSeconds(1 + random.below(1_000_000));
        return random.below(5) == 0 ? whole.plusMillis(random.below(1_000)) : whole;
    }

    private ProcessDefinition definition() {
        ProcessDefinitionBuilder builder = ProcessDefinition.builder(ProcessDefinition.itil())
                .name(one(TEXTS).strip() + " " + random.below(100))
                .lifecycle(lifecycle());
        builder.attribute(AttributeDefinition.of("vip", AttributeType.BOOLEAN));
        builder.attribute(AttributeDefinition.of("size", AttributeType.NUMBER, AttributeTrait.INDEXED));
        builder.attribute(AttributeDefinition.of("due", AttributeType.INSTANT));
        builder.attribute(AttributeDefinition.of("note", AttributeType.TEXT, AttributeTrait.PERSONAL));
        builder.attribute(AttributeDefinition.scale(Scale.custom("tier", "GOLD", "true", "3")));
        List<SlaPolicy> policies = new ArrayList<>();
        for (int i = random.below(3); i >= 0; i--) {
            policies.add(policy(i));
        }
        builder.slas(policies);
        builder.closure(closure());
        if (chance()) {
            builder.procedures(procedures.procedures());
        }
        builder.reopenWindow(chance() ? null : duration());
        if (chance()) {
            builder.followUp(followUp());
        }
        builder.change(one(List.of(
                DefinitionChange.stay(),
                DefinitionChange.migrateOpen(),
                DefinitionChange.migrateFrom(Instant.ofEpochMilli(random.below(1_000_000_000))))));
        return builder.build();
    }

    private ClosureRule closure() {
        return switch (random.below(3)) {
            case 0 -> ClosureRule.never();
            case 1 -> ClosureRule.after(duration());
            default -> ClosureRule.afterWorkingDays(1 + random.below(20), calendar());
        };
    }

    private FollowUpRule followUp() {
        return new FollowUpRule(
                HoldReason.CALLER,
                1 + random.below(10),
                random.below(5),
                calendar(),
                one(TEXTS),
                one(TEXTS),
                one(TEXTS),
                one(ResolutionMethod.class),
                chance() ? null : new Category(one(TEXTS)));
    }

    private Lifecycle lifecycle() {
        LifecycleBuilder builder = Lifecycle.builder(Lifecycle.itil()).name("steps " + one(TEXTS));
        Status monitoring = new Status("MONITORING", Phase.ACTIVE);
        if (chance()) {
            builder.statuses(monitoring).like(monitoring, Status.IN_PROGRESS);
            builder.transition(
                    new Action("WATCH"),
                    step -> step.from(Status.IN_PROGRESS)
                            .toWhen(monitoring, Guards.OWNED)
                            .guards(procedures.guard())
                            .requires(Field.attribute("vip"), Field.BuiltIn.COMMENT)
                            .requiresFor(one(TEXTS), Field.BuiltIn.COMMENT)
                            .roles(new Role(one(TEXTS))));
        }
        if (chance()) {
            builder.without(Action.REJECT);
        }
        if (chance()) {
            builder.readOnly(Status.RESOLVED, Field.BuiltIn.TITLE, Field.attribute("size"));
        }
        if (chance()) {
            builder.actions(new Action("UNUSED")).cascade(Action.START);
        }
        return builder.build();
    }

    private BusinessCalendar calendar() {
        CalendarBuilder builder =
                BusinessCalendar.builder("hours " + random.below(3), ZoneId.of(ZONES[random.below(ZONES.length)]));
        builder.weekdays(Window.of("08:00", "12:00"), window());
        builder.on(one(DayOfWeek.class), window());
        if (chance()) {
            builder.breakOn(one(DayOfWeek.class), window());
            builder.breakOn(LocalDate.of(2026, 1, 1 + random.below(28)), window());
        }
        if (chance()) {
            builder.shift(LocalDate.of(2026, 2, 1 + random.below(28)), window(), window());
            builder.shift(LocalDate.of(2026, 3, 1 + random.below(28)));
        }
        if (chance()) {
            builder.holiday(Holiday.yearly(MonthDay.of(2, 29), one(TEXTS)));
            builder.holiday(
                    Holiday.on(LocalDate.of(2026, 4, 1 + random.below(28)), one(TEXTS), Window.of("12:00", "24:00")));
        }
        return builder.build();
    }

    private Window window() {
        int from = random.below(24 * 60);
        int to = (from + 1 + random.below(24 * 60 - 1)) % (24 * 60);
        return new Window(LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(to * 60L));
    }

    private SlaPolicy policy(int number) {
        List<SlaTarget> targets = new ArrayList<>();
        targets.add(target(Measure.RESPONSE));
        if (chance()) {
            targets.add(target(new Measure(one(TEXTS))));
        }
        Penalty penalty = chance()
                ? null
                : new Penalty(
                        "EUR",
                        new BigDecimal(random.below(1_000)),
                        new BigDecimal("0." + random.below(100)),
                        duration(),
                        chance() ? null : new BigDecimal("1000.10"));
        return new SlaPolicy(number + " " + one(TEXTS), one(SlaKind.class), targets, penalty);
    }

    private SlaTarget target(Measure measure) {
        Map<String, Goal> goals = new TreeMap<>();
        for (Priority priority : Scale.PRIORITY.levels()) {
            if (chance()) {
                goals.put(priority.name(), goal());
            }
        }
        goals.put("P1", goal());
        SlaTargetBuilder builder = SlaTarget.of(measure, goals)
                .otherwise(chance() ? null : goal())
                .addThresholds(Threshold.percent(1 + random.below(99)), Threshold.past(duration()))
                .satisfier(satisfier())
                .rules(rules())
                .zoneSource(one(ZoneSource.class));
        // What can never start or never ends is refused, so conditions vary where that cannot come of it.
        ClockConditions conditions = ClockConditions.of()
                .pausedWhile(Condition.allOf(Condition.waitingFor(HoldReason.VENDOR), condition(2)));
        if (chance()) {
            conditions = conditions.resetBy(condition(2));
        }
        if (chance()) {
            builder.zones(new TreeMap<>(Map.of(one(TEXTS), ZoneId.of(ZONES[random.below(ZONES.length)]))));
        }
        return builder.conditions(conditions).build();
    }

    private @Nullable Satisfier satisfier() {
        return switch (random.below(4)) {
            case 0 -> null;
            case 1 -> Satisfier.firstHumanAnswer();
            case 2 -> Satisfier.customerMessage();
            default ->
                new Satisfier(
                        some(ActorKind.class),
                        some(SatisfyingAct.class),
                        chance() ? Set.of() : some(Visibility.class),
                        new TreeSet<>(chance() ? Set.of() : Set.of(one(TEXTS))));
        };
    }

    private ClockRules rules() {
        return new ClockRules(
                one(StartBasis.class),
                one(RetargetRule.class),
                one(RetargetRule.class),
                one(EarlierBreach.class),
                one(ReopenRule.class),
                one(TransferRule.class),
                one(AttachedBreach.class),
                one(NoticeTime.class),
                one(DetachRule.class),
                one(ResolutionEnd.class),
                one(Recurrence.class));
    }

    private Goal goal() {
        Limit limit = switch (random.below(6)) {
            case 0 -> new Limit.WorkingDays(1 + random.below(30));
            case 1 -> new Limit.DueDate("due");
            case 2 -> Limit.EndOfNextWorkingDay.INSTANCE;
            case 3 -> new Limit.NextWorkingDayAt(LocalTime.of(random.below(24), random.below(60)));
            default -> Limit.within(duration());
        };
        return new Goal(limit, chance() ? BusinessCalendar.roundTheClock() : calendar());
    }

    private Condition condition(int depth) {
        return switch (random.below(depth > 0 ? 10 : 7)) {
            case 0 -> Condition.oneOf(Fact.BuiltIn.CATEGORY, one(TEXTS), one(TEXTS) + "x");
            case 1 -> Condition.has(one(List.of(Fact.BuiltIn.OWNED, Fact.attribute("vip"))));
            case 2 -> Condition.atLeast(Fact.BuiltIn.PRIORITY, Priority.P3);
            case 3 -> Condition.between(Fact.attribute("size"), new BigDecimal("-1.5"), null);
            case 4 -> Condition.oneOf(Fact.attribute("tier"), "GOLD", "true");
            case 5 -> one(List.of(Condition.ALWAYS, Condition.NEVER, Condition.open()));
            case 6 -> Condition.phase(one(Phase.class), Phase.ON_HOLD);
            case 7 -> Condition.not(condition(depth - 1));
            case 8 -> Condition.allOf(condition(depth - 1), condition(depth - 1));
            default -> Condition.anyOf(condition(depth - 1));
        };
    }
}
