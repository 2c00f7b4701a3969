package dev.incidentkit.report;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.calendar.Window;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.sla.ClockConditions;
import dev.incidentkit.core.sla.ClockRules;
import dev.incidentkit.core.sla.Goal;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.core.sla.Recurrence;
import dev.incidentkit.core.sla.ReopenRule;
import dev.incidentkit.core.sla.Satisfier;
import dev.incidentkit.core.sla.SlaClock;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaTarget;
import dev.incidentkit.core.sla.Threshold;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** The incident of the pictures: answered in time, resolved late, reopened, and told of too seldom. */
final class WorkedIncident {
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final Instant NOW = Instant.parse("2026-03-04T11:30:00Z");
    static final BusinessCalendar OFFICE = BusinessCalendar.builder("office", ZONE)
            .weekdays(Window.parse("08:00-18:00"))
            .build();
    static final SlaClock CLOCK = SlaClock.of(SlaPolicy.of("gold", response(), resolution(), update()));

    private WorkedIncident() {}

    private static Map<String, Goal> within(Duration time) {
        return Map.of("P2", Goal.within(time, OFFICE));
    }

    private static SlaTarget response() {
        return SlaTarget.of(Measure.RESPONSE, within(Duration.ofHours(1)))
                .satisfier(Satisfier.firstHumanAnswer())
                .rules(ClockRules.of().reopen(ReopenRule.FINAL_AT_FIRST_RESOLVE).build())
                .build();
    }

    private static SlaTarget resolution() {
        return SlaTarget.of(Measure.RESOLUTION, within(Duration.ofHours(8)))
                .addThresholds(Threshold.percent(50), Threshold.percent(75), Threshold.past(Duration.ofHours(4)))
                .conditions(ClockConditions.of().pausedWhile(Condition.phase(Phase.ON_HOLD)))
                .build();
    }

    private static SlaTarget update() {
        return SlaTarget.of(Measure.UPDATE, within(Duration.ofHours(6)))
                .satisfier(Satisfier.customerMessage())
                .rules(ClockRules.of()
                        .recurrence(Recurrence.PER_SATISFACTION)
                        .reopen(ReopenRule.RESTART)
                        .build())
                .build();
    }

    static Story story() {
        return Story.reported("2026-03-02T13:00:00Z", Priority.P2)
                .assign("2026-03-02T13:10:00Z", Owner.group("network"))
                .acknowledge("2026-03-02T13:25:00Z", Story.ANN)
                .start("2026-03-02T13:40:00Z")
                .hold("2026-03-02T14:45:00Z", HoldReason.CALLER)
                .tick(CLOCK, "2026-03-03T09:30:00Z")
                .resume("2026-03-03T09:30:00Z")
                .message("2026-03-03T10:00:00Z")
                .tick(CLOCK, "2026-03-04T08:15:00Z")
                .resolve("2026-03-04T08:15:00Z")
                .reopen("2026-03-04T09:30:00Z");
    }

    static String svg(ColorScheme scheme) {
        return ClockTimeline.svg(
                story().events(), CLOCK, TimelineOptions.at(NOW, ZONE).withScheme(scheme));
    }

    static List<Timeline.Lane> lanes() {
        return TimelineReader.read(story().events(), CLOCK, TimelineOptions.at(NOW, ZONE))
                .lanes();
    }
}
