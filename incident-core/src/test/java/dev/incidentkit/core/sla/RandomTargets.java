package dev.incidentkit.core.sla;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.calendar.StepOracle;
import dev.incidentkit.core.sla.World.Cond;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Draws targets: goals, conditions, thresholds, satisfiers and each convention. */
final class RandomTargets {
    private static final List<List<Cond>> CONDITIONS = List.of(
            List.of(Cond.ALWAYS, Cond.ALWAYS, Cond.ALWAYS, Cond.OPEN, Cond.SEVERE, Cond.VIP),
            List.of(Cond.OPEN, Cond.OPEN, Cond.OPEN, Cond.ALWAYS, Cond.OWNED, Cond.UNOWNED, Cond.ACTIVE, Cond.NEVER),
            List.of(Cond.ON_HOLD, Cond.ON_HOLD, Cond.FOR_CALLER, Cond.NEVER, Cond.VIP, Cond.UNOWNED),
            List.of(Cond.DONE, Cond.DONE, Cond.DONE, Cond.DONE, Cond.NEVER, Cond.OWNED),
            List.of(Cond.NEVER, Cond.NEVER, Cond.NEVER, Cond.NEVER, Cond.VIP, Cond.ACTIVE, Cond.SEVERE),
            List.of(Cond.CANCELLED, Cond.CANCELLED, Cond.CANCELLED, Cond.NEVER, Cond.VIP));

    private static final List<Threshold> THRESHOLDS = List.of(
            Threshold.percent(50),
            Threshold.percent(75),
            Threshold.percent(33),
            Threshold.before(Duration.ofMinutes(30)),
            Threshold.past(Duration.ofMinutes(45)),
            Threshold.percent(150));

    private final Random random;
    private final Map<BusinessCalendar, StepOracle> here;
    private final Map<BusinessCalendar, StepOracle> there;
    private final ZoneId zone;

    /**
     * Draws targets over calendars.
     *
     * @param random the source
     * @param here the calendars, and their open minutes in their own zones
     * @param there their open minutes in another zone
     * @param zone the other zone
     */
    RandomTargets(
            Random random,
            Map<BusinessCalendar, StepOracle> here,
            Map<BusinessCalendar, StepOracle> there,
            ZoneId zone) {
        this.random = random;
        this.here = here;
        this.there = there;
        this.zone = zone;
    }

    OracleTarget next(Measure measure) {
        Map<String, Goal> goals = new TreeMap<>();
        for (String label : List.of("P1", "P2", "P3", "P4")) {
            if (random.nextInt(8) > 0) {
                goals.put(label, goal());
            }
        }
        List<Cond> conditions = new ArrayList<>();
        CONDITIONS.forEach(some -> conditions.add(some.get(random.nextInt(some.size()))));
        ZoneSource source = of(List.of(ZoneSource.values()));
        SlaTarget target = SlaTarget.of(measure, goals)
                .otherwise(goals.isEmpty() || random.nextInt(3) > 0 ? goal() : null)
                .conditions(new ClockConditions(
                        conditions.get(0).condition,
                        conditions.get(1).condition,
                        conditions.get(2).condition,
                        conditions.get(3).condition,
                        conditions.get(4).condition,
                        conditions.get(5).condition))
                .satisfier(satisfier())
                .thresholds(
                        THRESHOLDS.stream().filter(any -> random.nextBoolean()).toList())
                .zoneSource(source)
                .zones(new TreeMap<>(Map.of(source == ZoneSource.GROUP ? "network" : "there", zone)))
                .rules(rules())
                .build();
        return new OracleTarget(target, List.copyOf(conditions), here, there);
    }

    private <T> T of(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private Goal goal() {
        BusinessCalendar calendar = of(List.copyOf(here.keySet()));
        return new Goal(
                switch (random.nextInt(10)) {
                    case 0 -> new Limit.DueDate("due");
                    case 1 -> new Limit.WorkingDays(1 + random.nextInt(2));
                    case 2 -> Limit.EndOfNextWorkingDay.INSTANCE;
                    case 3 -> new Limit.NextWorkingDayAt(LocalTime.of(random.nextInt(24), 30 * random.nextInt(2)));
                    default -> Limit.within(Duration.ofMinutes(10L * (1 + random.nextInt(60))));
                },
                calendar);
    }

    private @Nullable Satisfier satisfier() {
        return switch (random.nextInt(6)) {
            case 0 -> Satisfier.firstHumanAnswer();
            case 1 -> Satisfier.customerMessage();
            case 2 -> Satisfier.messageTo(List.of("regulator"));
            default -> null;
        };
    }

    private ClockRules rules() {
        return ClockRules.of()
                .start(of(List.of(StartBasis.values())))
                .upgrade(of(List.of(RetargetRule.values())))
                .downgrade(of(List.of(RetargetRule.values())))
                .earlierBreach(of(List.of(EarlierBreach.values())))
                .reopen(of(List.of(ReopenRule.values())))
                .transfer(of(List.of(TransferRule.values())))
                .attachedBreach(of(List.of(AttachedBreach.values())))
                .notices(of(List.of(NoticeTime.values())))
                .detach(of(List.of(DetachRule.values())))
                .end(of(List.of(ResolutionEnd.values())))
                .recurrence(of(List.of(Recurrence.values())))
                .build();
    }
}
