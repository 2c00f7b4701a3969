package dev.incidentkit.report;

import dev.incidentkit.core.incident.ClockId;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.sla.SignalKind;
import dev.incidentkit.core.sla.SlaClock;
import dev.incidentkit.core.sla.SlaSignal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When the thresholds of clocks were reached, as recorded, and when they will be if nothing else happens. */
final class Thresholds {
    private Thresholds() {}

    static Map<ClockId, List<Timeline.Mark>> of(
            List<? extends IncidentEvent> events, SlaClock clock, Instant at, Instant until) {
        Map<ClockId, List<Timeline.Mark>> marks = new HashMap<>();
        for (IncidentEvent event : events) {
            Instant when = event.meta().effectiveAt();
            if (event instanceof SlaEvent.AtRisk risk) {
                add(marks, risk.clock(), Timeline.MarkKind.REACHED, when, risk.threshold());
            } else if (event instanceof SlaEvent.Overran overran) {
                add(marks, overran.clock(), Timeline.MarkKind.REACHED, when, overran.threshold());
            }
        }
        for (SlaSignal signal : clock.advanceTo(events, until.isAfter(at) ? until : at)) {
            if (signal.kind() == SignalKind.AT_RISK || signal.kind() == SignalKind.OVERRUN) {
                boolean ahead = signal.at().isAfter(at);
                Timeline.MarkKind kind = ahead ? Timeline.MarkKind.AHEAD : Timeline.MarkKind.REACHED;
                add(marks, signal.clock(), kind, signal.at(), signal.threshold());
            }
        }
        return marks;
    }

    private static void add(
            Map<ClockId, List<Timeline.Mark>> marks,
            ClockId clock,
            Timeline.MarkKind kind,
            Instant at,
            String threshold) {
        marks.computeIfAbsent(clock, key -> new ArrayList<>()).add(new Timeline.Mark(kind, at, label(threshold)));
    }

    /** The name of a threshold as people say it: {@code past PT4H} is "4 h past". */
    static String label(String threshold) {
        int space = threshold.indexOf(' ');
        String side = space < 0 ? "" : threshold.substring(0, space);
        if (!side.equals("past") && !side.equals("before")) {
            return threshold;
        }
        try {
            return TimeTexts.workingLength(Duration.parse(threshold.substring(space + 1))) + " " + side;
        } catch (DateTimeParseException e) {
            return threshold;
        }
    }
}
