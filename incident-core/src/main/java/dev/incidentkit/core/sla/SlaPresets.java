package dev.incidentkit.core.sla;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.incident.ActorKind;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Visibility;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ready policies: the default after ITIL, and four that treat time as a well-known product does. All have the same
 * durations, so that histories can be compared under them: P1 15 minutes and 4 hours, P2 30 minutes and 8 hours, P3 4 and
 * 24 hours, P4 8 and 40 hours, P5 24 and 80 hours to respond and to resolve; P1 and P2 round the clock, the others in
 * working time, Monday to Friday 09:00 to 17:00.
 *
 * <p>The number in brackets after each value is the row of the table of peers in {@code docs/sla-bundles.md} that it
 * comes from; a question mark stands where that row knows nothing and the default was taken.
 */
public final class SlaPresets {
    private static final Condition WAITING = Condition.phase(Phase.ON_HOLD);
    private static final List<Threshold> HALF_AND_THREE_QUARTERS =
            List.of(Threshold.percent(50), Threshold.percent(75));

    private SlaPresets() {}

    /**
     * The default, in UTC: RESPONSE, RESOLUTION (which CALLER and SCHEDULED pause), UPDATE every 30 minutes for P1 and 60
     * for P2. Every convention has its default.
     *
     * @return the policy {@code itil}
     */
    public static SlaPolicy itil() {
        return itil(ZoneOffset.UTC);
    }

    /**
     * The default in another zone.
     *
     * @param zone where working hours are read
     * @return the policy {@code itil}
     */
    public static SlaPolicy itil(ZoneId zone) {
        ClockConditions resolution =
                ClockConditions.of().pausedWhile(Condition.waitingFor(HoldReason.CALLER, HoldReason.SCHEDULED));
        return SlaPolicy.of(
                "itil",
                response(zone)
                        .rules(ClockRules.of()
                                .reopen(ReopenRule.FINAL_AT_FIRST_RESOLVE)
                                .build())
                        .build(),
                SlaTarget.of(Measure.RESOLUTION, resolutions(zone))
                        .addAllThresholds(HALF_AND_THREE_QUARTERS)
                        .conditions(resolution)
                        .build(),
                update().build());
    }

    private static SlaTargetBuilder response(ZoneId zone) {
        return SlaTarget.of(Measure.RESPONSE, responses(zone))
                .addAllThresholds(HALF_AND_THREE_QUARTERS)
                .satisfier(Satisfier.firstHumanAnswer());
    }

    private static SlaTargetBuilder update() {
        Map<String, Goal> goals = new LinkedHashMap<>();
        goals.put("P1", Goal.within(Duration.ofMinutes(30)));
        goals.put("P2", Goal.within(Duration.ofMinutes(60)));
        return SlaTarget.of(Measure.UPDATE, goals)
                .satisfier(Satisfier.customerMessage())
                .rules(ClockRules.of()
                        .recurrence(Recurrence.PER_SATISFACTION)
                        .reopen(ReopenRule.RESTART)
                        .build());
    }

    /**
     * A target of its own for the next owner: a cycle for each spell without one.
     *
     * @param within how long a spell may last, round the clock, whatever the priority
     * @param priorities the labels of the priorities
     * @return a builder for the rest
     */
    public static SlaTargetBuilder ownership(Duration within, List<String> priorities) {
        Map<String, Goal> goals = new LinkedHashMap<>();
        priorities.forEach(priority -> goals.put(priority, Goal.within(within)));
        Condition unowned = Condition.allOf(Condition.open(), Condition.not(Condition.has(Fact.BuiltIn.OWNED)));
        return SlaTarget.of(Measure.OWNERSHIP, goals)
                .otherwise(Goal.within(within))
                .conditions(ClockConditions.of()
                        .startedBy(unowned)
                        .stoppedBy(Condition.anyOf(
                                Condition.has(Fact.BuiltIn.OWNED), Condition.phase(Phase.RESOLVED, Phase.CLOSED))))
                .rules(ClockRules.of().recurrence(Recurrence.PER_SPELL).build());
    }

    /**
     * A target of its own for a regulator: from detection to the message to them, round the clock, never paused.
     *
     * @param within how long there is
     * @param applies to which incidents it applies
     * @param audience whom the message is for
     * @return a builder for the rest
     */
    public static SlaTargetBuilder notification(Duration within, Condition applies, String audience) {
        Map<String, Goal> goals = new LinkedHashMap<>();
        return SlaTarget.of(Measure.NOTIFICATION, anyPriority(goals, within))
                .otherwise(Goal.within(within))
                .conditions(ClockConditions.of()
                        .attachedWhile(applies)
                        .startedBy(Condition.ALWAYS)
                        .stoppedBy(Condition.NEVER))
                .satisfier(Satisfier.messageTo(List.of(audience)))
                .rules(ClockRules.of()
                        .start(StartBasis.DETECTED)
                        .reopen(ReopenRule.FINAL_AT_FIRST_RESOLVE)
                        .build());
    }

    private static Map<String, Goal> anyPriority(Map<String, Goal> goals, Duration within) {
        for (String priority : List.of("P1", "P2", "P3", "P4", "P5")) {
            goals.put(priority, Goal.within(within));
        }
        return goals;
    }

    /**
     * As ServiceNow treats time: start ATTACHED (49), re-targets RESTART both ways (51, 52), earlier breach
     * STAYS_BREACHED (77), reopening RESTART (57), transfer CONTINUE (46), breached when attached SILENT (75), notices
     * IMMEDIATE (76?), detach CANCEL (48), a changed definition STAY (86); every reason to wait pauses RESOLUTION (53,
     * 54), nothing RESPONSE (55); thresholds 50 and 75 % (70).
     *
     * @param zone where working hours are read
     * @return the policy {@code servicenow-like}
     */
    public static SlaPolicy servicenowLike(ZoneId zone) {
        ClockRules rules = ClockRules.of()
                .transfer(TransferRule.CONTINUE)
                .start(StartBasis.ATTACHED)
                .upgrade(RetargetRule.RESTART)
                .downgrade(RetargetRule.RESTART)
                .reopen(ReopenRule.RESTART)
                .build();
        return SlaPolicy.of(
                "servicenow-like",
                response(zone)
                        .rules(new ClockRulesBuilder()
                                .from(rules)
                                .reopen(ReopenRule.FINAL_AT_FIRST_RESOLVE)
                                .build())
                        .build(),
                SlaTarget.of(Measure.RESOLUTION, resolutions(zone))
                        .addAllThresholds(HALF_AND_THREE_QUARTERS)
                        .conditions(ClockConditions.of().pausedWhile(WAITING))
                        .rules(rules)
                        .build());
    }

    /**
     * As iTop treats time: start REPORTED (49), re-targets KEEP_ELAPSED both ways (51, 52), earlier breach JUDGED_BY_NEW
     * (74), reopening RESUME_EXCLUDING_RESOLVED (57), transfer CONTINUE (46), breached when attached NOTIFY (75), notices
     * IMMEDIATE (76?), a changed definition STAY (86); every reason to wait pauses RESOLUTION (53, 54), nothing RESPONSE
     * (55); an assignment is the response (59); round the clock for every priority (60); threshold 75 % (70).
     *
     * @return the policy {@code itop-like}
     */
    public static SlaPolicy itopLike() {
        ClockRules rules = ClockRules.of()
                .transfer(TransferRule.CONTINUE)
                .earlierBreach(EarlierBreach.JUDGED_BY_NEW)
                .attachedBreach(AttachedBreach.NOTIFY)
                .build();
        Condition assigned =
                Condition.anyOf(Condition.has(Fact.BuiltIn.OWNED), Condition.phase(Phase.RESOLVED, Phase.CLOSED));
        return SlaPolicy.of(
                "itop-like",
                SlaTarget.of(Measure.RESPONSE, roundTheClock(responses(ZoneOffset.UTC)))
                        .addThresholds(Threshold.percent(75))
                        .conditions(ClockConditions.of().stoppedBy(assigned))
                        .rules(new ClockRulesBuilder()
                                .from(rules)
                                .reopen(ReopenRule.FINAL_AT_FIRST_RESOLVE)
                                .build())
                        .build(),
                SlaTarget.of(Measure.RESOLUTION, roundTheClock(resolutions(ZoneOffset.UTC)))
                        .addThresholds(Threshold.percent(75))
                        .conditions(ClockConditions.of().pausedWhile(WAITING))
                        .rules(rules)
                        .build());
    }

    /**
     * As GLPI treats time: start REPORTED (49), re-targets FROM_START_IGNORING_PAUSES both ways (50, 51), earlier breach
     * JUDGED_BY_NEW (51), reopening RESUME_EXCLUDING_RESOLVED (57), breached when attached NOTIFY (75), notices IMMEDIATE
     * (76?), a changed definition STAY (86); every reason to wait pauses both targets (53, 55); automation counts as a
     * response (59); no percentages (70).
     *
     * @param zone where working hours are read
     * @return the policy {@code glpi-like}
     */
    public static SlaPolicy glpiLike(ZoneId zone) {
        ClockRules rules = ClockRules.of()
                .transfer(TransferRule.CONTINUE)
                .upgrade(RetargetRule.FROM_START_IGNORING_PAUSES)
                .downgrade(RetargetRule.FROM_START_IGNORING_PAUSES)
                .earlierBreach(EarlierBreach.JUDGED_BY_NEW)
                .attachedBreach(AttachedBreach.NOTIFY)
                .build();
        Satisfier anybody = new Satisfier(
                EnumSet.allOf(ActorKind.class),
                EnumSet.allOf(SatisfyingAct.class),
                EnumSet.of(Visibility.PUBLIC, Visibility.CUSTOMER),
                Collections.emptySortedSet());
        ClockConditions conditions = ClockConditions.of().pausedWhile(WAITING);
        return SlaPolicy.of(
                "glpi-like",
                SlaTarget.of(Measure.RESPONSE, responses(zone))
                        .conditions(conditions)
                        .satisfier(anybody)
                        .rules(new ClockRulesBuilder()
                                .from(rules)
                                .reopen(ReopenRule.FINAL_AT_FIRST_RESOLVE)
                                .build())
                        .build(),
                SlaTarget.of(Measure.RESOLUTION, resolutions(zone))
                        .conditions(conditions)
                        .rules(rules)
                        .build());
    }

    /**
     * As OTRS and Znuny treat time: start REPORTED (49), re-targets FROM_START_IGNORING_PAUSES both ways (51), earlier
     * breach JUDGED_BY_NEW (51), reopening FINAL_AT_FIRST_RESOLVE (57), breached when attached NOTIFY (75?), notices
     * AT_NEXT_OPENING (76?), a changed definition STAY (86); waiting pauses UPDATE only (53, 55); a message of an agent is
     * the response (59); no percentage is preset (70).
     *
     * @param zone where working hours are read
     * @return the policy {@code otrs-like}
     */
    public static SlaPolicy otrsLike(ZoneId zone) {
        ClockRules rules = ClockRules.of()
                .transfer(TransferRule.CONTINUE)
                .upgrade(RetargetRule.FROM_START_IGNORING_PAUSES)
                .downgrade(RetargetRule.FROM_START_IGNORING_PAUSES)
                .earlierBreach(EarlierBreach.JUDGED_BY_NEW)
                .reopen(ReopenRule.FINAL_AT_FIRST_RESOLVE)
                .attachedBreach(AttachedBreach.NOTIFY)
                .notices(NoticeTime.AT_NEXT_OPENING)
                .build();
        Satisfier message = new Satisfier(
                EnumSet.of(ActorKind.HUMAN),
                EnumSet.of(SatisfyingAct.MESSAGE),
                EnumSet.of(Visibility.PUBLIC, Visibility.CUSTOMER),
                Collections.emptySortedSet());
        return SlaPolicy.of(
                "otrs-like",
                SlaTarget.of(Measure.RESPONSE, responses(zone))
                        .satisfier(message)
                        .rules(rules)
                        .build(),
                SlaTarget.of(Measure.RESOLUTION, resolutions(zone)).rules(rules).build(),
                update().conditions(ClockConditions.of().pausedWhile(WAITING))
                        .rules(new ClockRulesBuilder()
                                .from(rules)
                                .recurrence(Recurrence.PER_SATISFACTION)
                                .build())
                        .build());
    }

    private static Map<String, Goal> responses(ZoneId zone) {
        BusinessCalendar office = BusinessCalendar.officeHours(zone);
        Map<String, Goal> goals = new LinkedHashMap<>();
        goals.put("P1", Goal.within(Duration.ofMinutes(15)));
        goals.put("P2", Goal.within(Duration.ofMinutes(30)));
        goals.put("P3", Goal.within(Duration.ofHours(4), office));
        goals.put("P4", Goal.within(Duration.ofHours(8), office));
        goals.put("P5", Goal.within(Duration.ofHours(24), office));
        return goals;
    }

    private static Map<String, Goal> resolutions(ZoneId zone) {
        BusinessCalendar office = BusinessCalendar.officeHours(zone);
        Map<String, Goal> goals = new LinkedHashMap<>();
        goals.put("P1", Goal.within(Duration.ofHours(4)));
        goals.put("P2", Goal.within(Duration.ofHours(8)));
        goals.put("P3", Goal.within(Duration.ofHours(24), office));
        goals.put("P4", Goal.within(Duration.ofHours(40), office));
        goals.put("P5", Goal.within(Duration.ofHours(80), office));
        return goals;
    }

    private static Map<String, Goal> roundTheClock(Map<String, Goal> goals) {
        Map<String, Goal> all = new LinkedHashMap<>();
        goals.forEach((priority, goal) -> all.put(priority, new Goal(goal.limit(), BusinessCalendar.roundTheClock())));
        return all;
    }
}
