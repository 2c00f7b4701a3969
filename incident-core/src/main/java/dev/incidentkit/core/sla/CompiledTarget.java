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
    private final Map<BusinessCalendar, Map<ZoneId, BusinessCalendar>> zoned = new HashMap<>();

    CompiledTarget(SlaPolicy policy, SlaTarget target) {
        this.policy = policy;
        this.target = target;
        List<Threshold> all = new ArrayList<>(target.thresholds());
        all.remove(Threshold.BREACH);
        all.add(Threshold.BREACH);
        this.thresholds = List.copyOf(all);
        target.goals().values().forEach(goal -> compile(goal.calendar()));
        if (target.otherwise() != null) {
            compile(target.otherwise().calendar());
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
        return target.rules();
    }
}
