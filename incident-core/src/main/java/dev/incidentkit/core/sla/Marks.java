package dev.incidentkit.core.sla;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.incident.Notice;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.incident.Withdrawal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the record says was set off by a cycle already. It tells what is still to be recorded, never how a clock stands. */
final class Marks {
    /** Names of thresholds that are recorded, the breach among them. */
    final Set<String> recorded = new HashSet<>();

    /** When people are still to be told, by threshold; milliseconds since the epoch. */
    final Map<String, Long> notices = new LinkedHashMap<>();

    /** Whether the miss is recorded. */
    boolean missed;

    /** Why the breach is none, if it was taken back. */
    @Nullable
    Withdrawal turned;

    void turnedBy(Withdrawal reason) {
        turned = reason;
    }

    boolean hasBreach() {
        return recorded.contains(Threshold.BREACH.name());
    }

    void fold(SlaEvent event, Cycle cycle, long at) {
        if (event instanceof SlaEvent.AtRisk risk) {
            record(risk.threshold(), risk.notice(), cycle, at);
        } else if (event instanceof SlaEvent.Breached breach) {
            record(Threshold.BREACH.name(), breach.notice(), cycle, at);
        } else if (event instanceof SlaEvent.Overran overrun) {
            record(overrun.threshold(), overrun.notice(), cycle, at);
        } else if (event instanceof SlaEvent.BreachWithdrawn) {
            recorded.remove(Threshold.BREACH.name());
            notices.remove(Threshold.BREACH.name());
            turned = null;
        } else if (event instanceof SlaEvent.Missed) {
            missed = true;
        } else if (event instanceof SlaEvent.NoticeGiven notice) {
            notices.remove(notice.threshold());
        }
    }

    private void record(String threshold, Notice notice, Cycle cycle, long at) {
        recorded.add(threshold);
        if (notice == Notice.AT_NEXT_OPENING) {
            long opening = cycle.calendar.nextOpeningMillis(at);
            if (opening != BusinessCalendar.NEVER) {
                notices.put(threshold, opening);
            }
        }
    }
}
