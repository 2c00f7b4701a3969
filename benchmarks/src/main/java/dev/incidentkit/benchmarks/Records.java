package dev.incidentkit.benchmarks;

import dev.incidentkit.core.incident.AssignmentEvent;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.Reported;
import dev.incidentkit.core.incident.ReportedBuilder;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TriageEvent;
import dev.incidentkit.core.incident.WorkEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Records that differ from one in when its later events happened, in their priority and in how they went on. */
final class Records {
    private static final PersonalText AGAIN = PersonalText.of("still broken");

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

    /**
     * As many records, shifted, of four priorities: of a hundred, ten are open, two are drills, twelve or thirteen
     * went to another group, five were reopened.
     */
    static List<List<IncidentEvent>> varied(List<IncidentEvent> record, int count) {
        List<List<IncidentEvent>> all = new ArrayList<>(count);
        for (List<IncidentEvent> one : shifted(record, count)) {
            int n = all.size();
            List<IncidentEvent> varied = new ArrayList<>(n % 10 == 9 ? one.subList(0, one.size() - 2) : one);
            varied.replaceAll(event -> varied(event, n));
            replaceNote(varied, n % 8 == 3, meta -> new AssignmentEvent.Assigned(meta, Owner.group("servers")));
            Collections.reverse(varied);
            replaceNote(varied, n % 20 == 5, meta -> new LifecycleEvent.Reopened(meta, Status.IN_PROGRESS, AGAIN));
            Collections.reverse(varied);
            all.add(List.copyOf(varied));
        }
        return List.copyOf(all);
    }

    private static IncidentEvent varied(IncidentEvent event, int n) {
        if (event instanceof Reported first) {
            return new ReportedBuilder().from(first).drill(n % 50 == 7).build();
        }
        return event instanceof TriageEvent.Triaged old
                ? new TriageEvent.Triaged(
                        old.meta(), old.impact(), old.urgency(), old.severity(), new Priority("P" + (1 + n % 4), n % 4))
                : event;
    }

    private static void replaceNote(List<IncidentEvent> record, boolean which, Function<EventMeta, IncidentEvent> by) {
        for (int i = 0; which && i < record.size(); i++) {
            if (record.get(i) instanceof WorkEvent.Noted note) {
                record.set(i, by.apply(note.meta()));
                return;
            }
        }
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
