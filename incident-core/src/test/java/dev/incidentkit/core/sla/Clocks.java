package dev.incidentkit.core.sla;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.calendar.Window;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.Phase;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/** Clocks that tests share. */
final class Clocks {
    static final Condition ON_HOLD = Condition.phase(Phase.ON_HOLD);

    private Clocks() {}

    static BusinessCalendar daily(String hours, ZoneId zone) {
        return BusinessCalendar.builder("daily " + hours, zone)
                .everyDay(Window.parse(hours))
                .build();
    }

    static BusinessCalendar daily(String hours) {
        return daily(hours, ZoneOffset.UTC);
    }

    /** A target with 1 h for P1, 2 h for P2, 4 h for P3, of a calendar, that pauses on hold. */
    static SlaTargetBuilder target(Measure measure, BusinessCalendar calendar) {
        return SlaTarget.of(
                        measure,
                        Map.of(
                                "P1", Goal.within(Duration.ofHours(1), calendar),
                                "P2", Goal.within(Duration.ofHours(2), calendar),
                                "P3", Goal.within(Duration.ofHours(4), calendar)))
                .conditions(ClockConditions.of().pausedWhile(ON_HOLD));
    }

    static SlaTargetBuilder resolution() {
        return target(Measure.RESOLUTION, BusinessCalendar.roundTheClock());
    }

    static SlaClock clock(SlaTarget... targets) {
        return SlaClock.of(SlaPolicy.of("test", targets));
    }

    static SlaClock clock(SlaTargetBuilder target) {
        return clock(target.build());
    }

    static SlaClock resolutionWith(ClockRules rules) {
        return clock(resolution().rules(rules));
    }

    /** One goal for every priority and for none. */
    static SlaTargetBuilder within(Duration time, BusinessCalendar calendar) {
        Goal goal = Goal.within(time, calendar);
        return SlaTarget.of(Measure.RESOLUTION, Map.of("P1", goal, "P2", goal, "P3", goal))
                .otherwise(goal)
                .conditions(ClockConditions.of().pausedWhile(ON_HOLD));
    }
}
