package dev.incidentkit.benchmarks;

import dev.incidentkit.core.incident.AssignmentEvent;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.WorkEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Records that differ from one in when its later events happened. */
final class Records {
    private Records() {}

    /** As many records, in the n-th of which all that comes after the report comes n*n seconds later. */
    static List<List<IncidentEvent>> shifted(List<IncidentEvent> record, int count) {
        List<List<IncidentEvent>> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Duration later = Duration.ofSeconds((long) i * i);
            List<IncidentEvent> shifted = new ArrayList<>();
            for (IncidentEvent event : record) {
                shifted.add(later(event, later));
            }
            all.add(List.copyOf(shifted));
        }
        return List.copyOf(all);
    }

    private static IncidentEvent later(IncidentEvent event, Duration later) {
        EventMeta old = event.meta();
        EventMeta meta =
                new EventMeta(old.effectiveAt().plus(later), old.recordedAt().plus(later), old.actor(), old.cause());
        if (event instanceof AssignmentEvent.Acknowledged) {
            return new AssignmentEvent.Acknowledged(meta);
        }
        if (event instanceof AssignmentEvent.Assigned assigned) {
            return new AssignmentEvent.Assigned(meta, assigned.owner());
        }
        if (event instanceof LifecycleEvent.Started started) {
            return new LifecycleEvent.Started(meta, started.to());
        }
        if (event instanceof LifecycleEvent.Held held) {
            return new LifecycleEvent.Held(meta, held.to(), held.reason(), held.comment(), held.resumeAt());
        }
        if (event instanceof LifecycleEvent.Resumed resumed) {
            return new LifecycleEvent.Resumed(meta, resumed.to(), resumed.trigger());
        }
        if (event instanceof LifecycleEvent.Resolved resolved) {
            return new LifecycleEvent.Resolved(meta, resolved.to(), resolved.category(), resolved.resolution());
        }
        return event instanceof WorkEvent.Noted noted
                ? new WorkEvent.Noted(meta, noted.text(), noted.visibility())
                : event;
    }
}
