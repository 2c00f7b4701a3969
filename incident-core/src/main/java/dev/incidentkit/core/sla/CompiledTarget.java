package dev.incidentkit.core.sla;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.incident.Facts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A target made ready: its calendars in every zone that it may be read in, and all its thresholds. */
final class CompiledTarget {
    final SlaPolicy policy;
    final SlaTarget target;
    final List<Threshold> thresholds;
    private final ClockRules rules;

    /** The conditions in words, which reasons are made of: they are told more often than they could be written anew. */
    final Wording wording;

    private final Map<BusinessCalendar, Map<ZoneId, BusinessCalendar>> zoned = new HashMap<>();

    CompiledTarget(SlaPolicy policy, SlaTarget target) {
        this.policy = policy;
        this.target = target;
        this.rules = target.rules().in(policy.kind());
        List<Threshold> all = new ArrayList<>(target.thresholds());
        all.remove(Threshold.BREACH);
        all.add(Threshold.BREACH);
        this.thresholds = List.copyOf(all);
        this.wording = Wording.of(target.conditions());
        target.goals().values().forEach(goal -> compile(goal.calendar()));
        if (target.otherwise() != null) {
            compile(target.otherwise().calendar());
        }
    }

    /** Reasons why a clock does not run or no longer runs, by the condition that they come from. */
    record Wording(String notAttached, String notStarting, String cancelled, String done, String stoppedBy) {
        static Wording of(ClockConditions conditions) {
            return new Wording(
                    "not " + conditions.attach(),
                    "does not start: not " + conditions.start(),
                    "does not start: " + conditions.cancel(),
                    "does not start: " + conditions.stop(),
                    "stopped by: " + conditions.stop());
        }
    }

    private void compile(BusinessCalendar calendar) {
        Map<ZoneId, BusinessCalendar> byZone = zoned.computeIfAbsent(calendar, any -> new HashMap<>());
        target.zones().values().forEach(zone -> byZone.computeIfAbsent(zone, calendar::inZone));
    }

    BusinessCalendar calendar(Goal goal, Facts facts) {
        ZoneId zone = target.zone(facts);
        if (zone == null) {
            return goal.calendar();
        }
        return zoned.getOrDefault(goal.calendar(), Map.of()).getOrDefault(zone, goal.calendar());
    }

    ClockConditions conditions() {
        return target.conditions();
    }

    ClockRules rules() {
        return rules;
    }
}
